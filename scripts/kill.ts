/**
 * Runs that end in the middle: killed at a random moment, on a full disk, on what is read-only, two at once. After the next
 * command the output is the old one or the new one, complete. Exits with 1 where it is not.
 *
 *   npm run kill [-- --kills 200] [--commands 10] [--seed 1]
 *
 * Of the kills, `--commands` are of the whole command while it writes; the others of a process that does nothing but write.
 * Uses the built command: `npm run build` first.
 */
import { parseArgs } from "node:util";
import { killEmit } from "./kill/kill-emit.js";
import { killCommand, tryReadOnly, tryTwoAtOnce } from "./kill/try-commands.js";
import { tryFullDisk } from "./kill/try-full-disk.js";

const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "200" },
    commands: { type: "string", default: "10" },
    seed: { type: "string", default: "1" },
  },
});
const [kills, commands] = [Number(values.kills), Number(values.commands)];

/** Numbers between 0 and 1, the same for the same seed (mulberry32); the moments that they stand for are not. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const random = randomFrom(Number(values.seed));
const failures: string[] = [];
async function timed<T extends { readonly failures: readonly string[] }>(
  name: string,
  run: Promise<T>,
  describe: (report: T) => string,
): Promise<void> {
  const started = performance.now();
  const report = await run;
  failures.push(...report.failures.map((failure) => `${name}: ${failure}`));
  const seconds = Math.round((performance.now() - started) / 1000);
  console.log(`${report.failures.length === 0 ? "✔" : "✖"} ${name}: ${describe(report)} (${seconds} s)`);
}

await timed("SIGKILL", killEmit(kills - commands, random, 120), (report) => {
  const { kills: count, before, during, after, old, new: fresh } = report;
  return `${count} kills, ${before} before, ${during} within and ${after} after it; then ${old} with the old output, ${fresh} with the new one`;
});
await timed("SIGKILL of the command", killCommand(commands, random), ({ runs, note }) => `${runs} kills, ${note}`);
await timed(
  "full disk",
  tryFullDisk(25),
  ({ skipped, runs, stopped }) => skipped ?? `${runs} runs, ${stopped} stopped by it`,
);
await timed("read-only", tryReadOnly(), ({ runs, note }) => `${runs} places, ${note}`);
await timed("two at once", tryTwoAtOnce(4), ({ runs, note }) => `${runs} rounds, ${note}`);
for (const failure of failures) console.log(`\n✖ ${failure}`);
process.exitCode = failures.length === 0 ? 0 : 1;
