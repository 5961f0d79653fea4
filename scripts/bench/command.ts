/**
 * CPU time and peak memory of the whole process, Node's start included: generating from nothing, and again with nothing
 * changed. In turn with a bare `node -e 0`, so that the ratios hold on a machine of any speed.
 *
 *   npm run bench [runs]
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Measure, measureProcess } from "./measure-process.js";

const runs = Number(process.argv[2] ?? 5);
const folder = mkdtempSync(join(tmpdir(), "exemplar-bench-"));
const output = join(folder, "zoom-account");

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

const generate = ["dist/cli.js", "generate", "-o", output];
const cases = {
  "node -e 0": () => measureProcess(["-e", "0"]),
  "generate, from nothing": () => {
    rmSync(output, { recursive: true, force: true });
    return measureProcess(generate);
  },
  "generate, nothing changed": () => measureProcess(generate),
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
