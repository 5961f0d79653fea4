/**
 * Form encoders in turn: ours, as generated for `encoders/openapi.yml`, the same written by hand (the limit), and
 * libraries. Prints Markdown; docs/benchmarks.md says what the figures mean.
 *
 *   npm run bench:encoders [rounds] [-- --unread]
 */
import { fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bodiesOf, type CaseName, caseNames, checkTexts, contendersOf, isOurs, limits } from "./encoders/contenders.js";
import { compileContenders } from "./encoders/compile.js";
import { measure, type Timing } from "./encoders/measure.js";

/** `--unread`, for the loop. */
const options = process.argv.slice(2).filter((text) => text.startsWith("--"));

/** A case in a process of its own, so that what V8 has learnt of a library in one is not used in another. */
function runCase(name: CaseName, folder: string, rounds: number): Promise<readonly Timing[]> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(import.meta.url), [String(rounds), name, folder, ...options]);
    child.once("message", (timings: readonly Timing[]) => {
      resolve(timings);
    });
    child.once("exit", (code) => {
      reject(new Error(`the process of ${JSON.stringify(name)} ended with ${String(code)}`));
    });
  });
}

async function runChild(name: CaseName, folder: string, rounds: number): Promise<void> {
  const contenders = await contendersOf(name, folder);
  const bodies = bodiesOf(name);
  checkTexts(contenders, bodies);
  process.send?.(measure(contenders, bodies, rounds, limits));
}

function table(name: CaseName, timings: readonly Timing[]): string {
  const ours = timings.find(isOurs)?.ratio ?? Number.NaN;
  const rows = timings.map(({ name: encoder, perSecond, ratio }) => {
    const thousands = Math.round(perSecond / 1000).toLocaleString("en");
    return `| ${encoder} | ${thousands},000 | ${ratio.toFixed(2)} | ${(ours / ratio).toFixed(1)} |`;
  });
  const head = `| ${name} | a second | of the limit | ours is faster by |\n| --- | ---: | ---: | ---: |`;
  return `${head}\n${rows.join("\n")}\n`;
}

async function runAll(rounds: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "exemplar-bench-"));
  try {
    await compileContenders(folder);
    process.stdout.write(`Node ${process.version}, ${cpus()[0]?.model ?? "unknown processor"}, ${rounds} rounds\n`);
    for (const name of caseNames) process.stdout.write(`\n${table(name, await runCase(name, folder, rounds))}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const [roundsText = "300", caseText, folder] = process.argv.slice(2).filter((text) => !text.startsWith("--"));
const caseName = caseNames.find((name) => name === caseText);
if (caseName !== undefined && folder !== undefined) await runChild(caseName, folder, Number(roundsText));
else await runAll(Number(roundsText));
