/**
 * Documents at random, valid, nearly valid, and bytes: none ends with a stack trace, a hang, or half an output. Exits with 1
 * where one does, with its seed and the smallest document that does.
 *
 *   npm run fuzz [-- --runs 5000] [--seed 1] [--batch 50] [--jobs 2]
 *
 * Each batch has a seed of its own, from `--seed` on: `--seed S --runs 50` runs the batch of seed S again.
 */
import { parseArgs } from "node:util";
import type { FuzzBatch, FuzzResult } from "./fuzz/fuzz-batch.js";
import { runTasks } from "./processes/run-tasks.js";

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "5000" },
    seed: { type: "string", default: "1" },
    batch: { type: "string", default: "50" },
    jobs: { type: "string", default: "2" },
  },
});
const [runs, seed, size] = [Number(values.runs), Number(values.seed), Number(values.batch)];
const batches = Array.from({ length: Math.ceil(runs / size) }, (_, index): FuzzBatch => ({
  seed: seed + index,
  runs: Math.min(size, runs - index * size),
}));
const kinds = { valid: 0, "nearly valid": 0, bytes: 0 };
let [onDisk, slowest, memory, failed] = [0, 0, 0, 0];
const started = performance.now();
await runTasks<FuzzBatch, FuzzResult>(
  new URL("fuzz/worker.ts", import.meta.url),
  batches,
  // The limits of last resort, for what does not come back: workers count the processor's time themselves.
  { jobs: Number(values.jobs), timeout: 60, memory: 1024 },
  (batch, outcome) => {
    const failure = outcome.kind === "lost" ? `seed ${batch.seed}: ${outcome.why}` : outcome.result.failure;
    if (outcome.kind === "done") {
      const { result } = outcome;
      for (const kind of ["valid", "nearly valid", "bytes"] as const) kinds[kind] += result.kinds[kind];
      onDisk += result.onDisk;
      slowest = Math.max(slowest, result.slowest);
      memory = Math.max(memory, result.memory);
    }
    if (failure === null) return;
    failed++;
    console.log(`✖ ${failure}\n`);
  },
);
const seconds = Math.round((performance.now() - started) / 1000);
console.log(
  `${kinds.valid} valid, ${kinds["nearly valid"]} nearly valid, ${kinds.bytes} of bytes in ${seconds} s, ${onDisk} of them written; ` +
    `slowest ${Math.round(slowest)} ms, most memory of a process ${Math.round(memory)} MB; ${failed} batches failed.`,
);
process.exitCode = failed === 0 ? 0 : 1;
