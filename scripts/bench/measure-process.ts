/** What running Node once costs, by the operating system's own accounting. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

export interface Measure {
  /** Seconds of CPU time, user and system. */
  readonly cpu: number;
  /** Seconds from start to end. */
  readonly wall: number;
  /** Peak memory in megabytes. */
  readonly memory: number;
}

/**
 * Runs Node once, in the project's folder; it prints what it used on its way out.
 * @throws where it does not end with one of `statuses`
 */
export function measureProcess(args: readonly string[], statuses: readonly number[] = [0]): Measure {
  const probe = `process.on("exit", () => { const { userCPUTime: u, systemCPUTime: s, maxRSS: m } = process.resourceUsage(); require("node:fs").writeSync(3, JSON.stringify([u + s, m])); });`;
  const probeFile = `data:text/javascript,${encodeURIComponent(`import { createRequire } from "node:module"; const require = createRequire(${JSON.stringify(join(root, "package.json"))}); ${probe}`)}`;
  const started = performance.now();
  const { output, status } = spawnSync(process.execPath, ["--import", probeFile, ...args], {
    cwd: root,
    stdio: ["ignore", "ignore", "pipe", "pipe"],
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  const wall = (performance.now() - started) / 1000;
  if (status === null || !statuses.includes(status))
    throw new Error(`node ${args.join(" ")} ended with ${String(status)}: ${output[2]?.slice(-2000) ?? ""}`);
  const [microseconds = 0, kilobytes = 0] = JSON.parse(output[3] ?? "[]") as number[];
  return { cpu: microseconds / 1e6, wall, memory: kilobytes / 1024 };
}
