/** The scenarios on real sockets, in a page. */
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type MisbehavingServer, startMisbehavingServer } from "../wire/misbehaving-server.js";
import { allScenarios } from "../wire/scenarios/all-scenarios.js";
import { bundleScenarios } from "../wire/scenarios/bundle-scenarios.js";
import type { Played } from "../wire/scenarios/play-scenarios.js";
import { executablePath, hasChromium, inChromium, launchFlags } from "./chromium.js";

describe.skipIf(!hasChromium)(inChromium, () => {
  let browser: Browser;
  let server: MisbehavingServer;
  let played: ReadonlyMap<string, Played>;

  beforeAll(async () => {
    server = await startMisbehavingServer(await bundleScenarios("in-page"));
    browser = await chromium.launch({ executablePath, args: [...launchFlags] });
    const page = await browser.newPage();
    await page.goto(server.origin);
    const { origin, other, nowhere } = server;
    const place = JSON.stringify({ origin, other, nowhere });
    // What `play` of in-page.ts gives.
    const all = await page.evaluate<readonly Played[]>(`scenarios.play(${place})`);
    played = new Map(all.map((each) => [each.name, each]));
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  const here = allScenarios.filter(({ on }) => !on || on.includes("browser"));

  it.each(here.map(({ name }) => name))("%s", (name) => {
    const { outcome, problem } = played.get(name) ?? {};
    expect(problem).toBeUndefined();
    expect(outcome).toBe("passed");
  });
});
