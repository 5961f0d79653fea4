/**
 * Every document of a folder: generate, parse, type-check, run. Says how each went, and exits with 1 where one failed.
 *
 *   npm run corpus -- <folder> [--filter TEXT] [--no-types] [--no-run] [--mutate] [--keep DIR] [--json]
 *                              [--int64 number|string|bigint] [--dates string|Date]
 *                              [--jobs 2] [--timeout 120] [--memory 3072]
 *
 * To run a package: each operation is called with its fixture against the package's own mock, once for each documented
 * status and response media type, and the data must be the fixture's. CONTRIBUTING.md says what is not called.
 * With `--mutate` each request is also broken in one place at a time, and what the mock says of it compared with Ajv.
 */
import { readdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { dateTypes } from "../generator/document/dates.js";
import { int64Types } from "../generator/document/int64.js";
import type { Outcome, Task } from "./corpus/outcome.js";
import { documentLines, summaryLines } from "./corpus/print-outcome.js";
import { checkAll } from "./corpus/worker-pool.js";

const { positionals, values } = parseArgs({
  allowPositionals: true,
  allowNegative: true,
  options: {
    int64: { type: "string", default: "number" },
    dates: { type: "string", default: "string" },
    filter: { type: "string", default: "" },
    types: { type: "boolean", default: true },
    run: { type: "boolean", default: true },
    mutate: { type: "boolean", default: false },
    keep: { type: "string" },
    json: { type: "boolean", default: false },
    jobs: { type: "string", default: "2" },
    timeout: { type: "string", default: "120" },
    memory: { type: "string", default: "3072" },
  },
});
const [folder] = positionals;
if (folder === undefined) throw new Error("Name a folder: npm run corpus -- <folder>");

const { filter, keep } = values;
const names = (await readdir(folder)).filter((name) => /\.(ya?ml|json)$/.test(name) && name.includes(filter)).sort();
const int64 = int64Types.find((type) => type === values.int64);
if (int64 === undefined) throw new Error(`--int64 must be one of ${int64Types.join(", ")}`);
const dates = dateTypes.find((type) => type === values.dates);
if (dates === undefined) throw new Error(`--dates must be one of ${dateTypes.join(", ")}`);
const tasks = names.map((name): Task => ({
  path: resolve(folder, name),
  types: values.types,
  run: values.run,
  mutate: values.mutate,
  int64,
  dates,
  keep: keep === undefined ? null : join(resolve(keep), name.replace(/\.\w+$/, "")),
}));
const limits = { jobs: Number(values.jobs), timeout: Number(values.timeout), memory: Number(values.memory) };
for (const [name, value] of Object.entries(limits)) if (!(value > 0)) throw new Error(`--${name} must be a number`);
const outcomes: { readonly document: string; readonly outcome: Outcome }[] = [];
const started = performance.now();
await checkAll(tasks, limits, (_, outcome) => {
  const document = names[outcomes.length] ?? "";
  outcomes.push({ document, outcome });
  if (!values.json) process.stdout.write(`${documentLines(document, outcome).join("\n")}\n`);
});
const time = performance.now() - started;
process.stdout.write(
  values.json ? `${JSON.stringify({ documents: outcomes, time })}\n` : `\n${summaryLines(outcomes, time).join("\n")}\n`,
);
process.exitCode = outcomes.every(({ outcome }) => outcome.kind === "passed") ? 0 : 1;
