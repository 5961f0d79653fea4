/** The Chromium of the tests; where there is none, they are left out. */
import { existsSync } from "node:fs";

export const executablePath = "/usr/bin/chromium";

export const hasChromium: boolean = existsSync(executablePath);

/** The name of a group of tests that need it. */
export const inChromium = `in Chromium${hasChromium ? "" : ` (skipped: there is no ${executablePath})`}`;

export const launchFlags: readonly string[] = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
