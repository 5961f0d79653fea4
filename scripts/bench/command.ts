/**
 * CPU time and peak memory of the whole process, Node's start included: generating from nothing, and again with nothing
 * changed. In turn with a bare `node -e 0`, so that the ratios hold on a machine of any speed.
 *
 *   npm run bench [runs]
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const runs = Number(process.argv[2] ?? 5);
const folder = mkdtempSync(join(tmpdir(), "exemplar-bench-"));
const output = join(folder, "zoom-account");

interface Measure {
  /** Seconds of CPU time, user and system. */
  readonly cpu: number;
  /** Peak memory in megabytes. */
  readonly memory: number;
}

/** Runs Node once and reads the operating system's own accounting, which the child prints on its way out. */
function measure(args: readonly string[]): Measure {
  const probe = `process.on("exit", () => { const { userCPUTime: u, systemCPUTime: s, maxRSS: m } = process.resourceUsage(); require("node:fs").writeSync(3, JSON.stringify([u + s, m])); });`;
  const probeFile = `data:text/javascript,${encodeURIComponent(`import { createRequire } from "node:module"; const require = createRequire(${JSON.stringify(join(root, "package.json"))}); ${probe}`)}`;
  const { output: streams, status } = spawnSync(process.execPath, ["--import", probeFile, ...args], {
    cwd: root,
    stdio: ["ignore", "ignore", "pipe", "pipe"],
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`node ${args.join(" ")} ended with ${String(status)}: ${streams[2] ?? ""}`);
  const [microseconds = 0, kilobytes = 0] = JSON.parse(streams[3] ?? "[]") as number[];
  return { cpu: microseconds / 1e6, memory: kilobytes / 1024 };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

const generate = ["dist/cli.js", "generate", "-o", output];
const cases = {
  "node -e 0": () => measure(["-e", "0"]),
  "generate, from nothing": () => {
    rmSync(output, { recursive: true, force: true });
    return measure(generate);
  },
  "generate, nothing changed": () => measure(generate),
};

const results = new Map<string, Measure[]>(Object.keys(cases).map((name) => [name, []]));
for (const run of Object.values(cases)) run();
for (let turn = 0; turn < runs; turn++) {
  for (const [name, run] of Object.entries(cases)) results.get(name)?.push(run());
}
const base = median((results.get("node -e 0") ?? []).map(({ cpu }) => cpu));
for (const [name, measures] of results) {
  const cpu = median(measures.map((measured) => measured.cpu));
  const memory = Math.max(...measures.map((measured) => measured.memory));
  process.stdout.write(
    `${name.padEnd(28)} ${cpu.toFixed(2)} s CPU  ${(cpu / base).toFixed(1)} x node  ${memory.toFixed(0)} MB\n`,
  );
}
rmSync(folder, { recursive: true, force: true });
