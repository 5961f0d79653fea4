/** The compilers that generated code must compile with, from npm, in a cache of their own. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/** The oldest that we promise, the one that we build with, and the last of each major since. */
export const versions = ["5.4.5", "5.9.3", "6.0.3", "7.0.2"] as const;

/**
 * Outside of `node_modules`: there an alias would take the place of `node_modules/.bin/tsc`, and `npm ci` would empty it.
 */
const cache = join(process.env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache"), "openapi-exemplar", "compilers");

/** The path of a version's `tsc`, to be run by Node; installed at first sight. */
export function compiler(version: string): string {
  const folder = join(cache, version);
  const tsc = join(folder, "node_modules", "typescript", "bin", "tsc");
  if (existsSync(tsc)) return tsc;
  mkdirSync(folder, { recursive: true });
  const quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--no-save", "--loglevel=error"];
  // Version 7 is a native program in an optional package of each platform.
  const { status } = spawnSync("npm", ["install", "--prefix", folder, ...quiet, `typescript@${version}`], {
    stdio: ["ignore", "ignore", "inherit"],
    shell: process.platform === "win32",
  });
  if (status !== 0) throw new Error(`typescript@${version} could not be installed in ${folder}`);
  return tsc;
}
