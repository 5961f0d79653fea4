/**
 * Hostile text in every position of documents: what is generated must parse, and hold the text in string literals,
 * comments and Markdown text alone. Exits with 1 where it does not.
 *
 *   npm run canary                          the golden cases: everywhere at once, and in every position, one at a time
 *   npm run canary -- ../shared/corpus      a folder of documents: everywhere at once, and in 20 positions of each
 *     [--positions N] [--seed 1] [--filter TEXT] [--templates SET]... [--jobs 2] [--timeout 600] [--memory 3072]
 *
 * `--templates` names all sets: `--templates client --templates ./my-templates`.
 */
import { readdir } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { isBuiltinName } from "../generator/config.js";
import { templateSources } from "../generator/template-sources.js";
import { listCases } from "../test/case-runner.js";
import { builtinSets } from "../test/security/canary.js";
import type { CanaryResult, CanaryTask } from "./canary/check-canaries.js";
import { runTasks } from "./processes/run-tasks.js";

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    positions: { type: "string" },
    seed: { type: "string", default: "1" },
    filter: { type: "string", default: "" },
    templates: { type: "string", multiple: true, default: [] },
    jobs: { type: "string", default: "2" },
    timeout: { type: "string", default: "600" },
    memory: { type: "string", default: "3072" },
  },
});
const [folder] = positionals;
const templates = templateSources(
  values.templates.map((set) => ({ set: isBuiltinName(set) ? set : resolve(set), options: {} })),
  process.cwd(),
);
const paths =
  folder === undefined
    ? (await listCases()).map((one) => join(one.folder, "openapi.yml"))
    : (await readdir(folder)).filter((name) => /\.(?:ya?ml|json)$/.test(name)).map((name) => resolve(folder, name));
const positions = values.positions ?? (folder === undefined ? null : "20");
const tasks = paths
  .filter((path) => path.includes(values.filter))
  .sort()
  .map((path): CanaryTask => ({
    path,
    isCase: folder === undefined,
    positions: positions === null ? null : Number(positions),
    seed: Number(values.seed),
    templates: templates.length > 0 ? templates : builtinSets,
  }));
const limits = { jobs: Number(values.jobs), timeout: Number(values.timeout), memory: Number(values.memory) };
const sums = { runs: 0, generated: 0, sighted: 0, everywhere: 0, failed: 0 };
const started = performance.now();
await runTasks<CanaryTask, CanaryResult>(
  new URL("canary/worker.ts", import.meta.url),
  tasks,
  limits,
  ({ path, isCase }, outcome) => {
    const name = isCase ? basename(dirname(path)) : basename(path);
    if (outcome.kind === "lost") {
      sums.failed++;
      console.log(`✖ ${name}: ${outcome.why}`);
      return;
    }
    const { runs, generated, sighted, everywhere, failures } = outcome.result;
    sums.runs += runs;
    sums.generated += generated;
    sums.sighted += sighted;
    sums.everywhere += everywhere.filter((one) => one === "generated").length;
    sums.failed += failures.length > 0 ? 1 : 0;
    console.log(`${failures.length === 0 ? "✔" : "✖"} ${name}: ${runs} runs, everywhere: ${everywhere.join(", ")}`);
    for (const failure of failures.slice(0, 10)) console.log(`    ${failure}`);
  },
);
const seconds = Math.round((performance.now() - started) / 1000);
console.log(
  `\n${tasks.length} documents, ${sums.runs} runs in ${seconds} s: ${sums.generated} generated, ${sums.runs - sums.generated} ` +
    `refused; the text was seen in ${sums.sighted}. Everywhere at once: ${sums.everywhere} of ${tasks.length * 2} generated. ` +
    `${sums.failed} documents failed.`,
);
process.exitCode = sums.failed === 0 && tasks.length > 0 ? 0 : 1;
