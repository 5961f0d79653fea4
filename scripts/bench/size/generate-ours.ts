/** Our client of a subject's document, in a cache: the command does nothing where nothing has changed. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { cacheFolder, root } from "./places.js";
import type { Subject } from "./subject.js";

/** @returns the package's folder */
export function generateOurs({ key, document, overlays }: Subject): string {
  const output = join(cacheFolder, "size", key);
  const flags = overlays.flatMap((overlay) => ["--overlay", overlay]);
  const args = ["generator/cli.ts", "generate", document, ...flags, "-o", output, "--package", `${key}-client`];
  const { status, stderr } = spawnSync(process.execPath, ["--import", "tsx", ...args], {
    cwd: root,
    stdio: ["ignore", "ignore", "pipe"],
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`exemplar generate ${document} ended with ${String(status)}: ${stderr}`);
  return output;
}
