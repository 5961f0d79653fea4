/** One document: generate, type-check, run. */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { defaultTemplates } from "../../generator/config.js";
import { templateSources } from "../../generator/template-sources.js";
import { collectDiagnostics, type Diagnostic } from "../../generator/diagnostics.js";
import { type Generated, generate } from "../../generator/generate.js";
import type { OutputFile } from "../../generator/output/output-file.js";
import { callPackage, type CallReport } from "./call-package.js";
import { checkFixtures } from "./check-fixtures.js";
import { typeErrors } from "./check-types.js";
import { mutateRequests } from "./mutate-requests.js";
import { loadPackage } from "./load-package.js";
import type { Failure, Omission, Outcome, Task } from "./outcome.js";
import { targetFor } from "./target-for.js";

/** Codes that say that we printed something wrong, whatever the document says. */
const ours: ReadonlySet<string> = new Set(["output-syntax", "output-types", "template-value-refused"]);

/** Does what the task asks for. An exception of the generator is a failure, never an exception of this function. */
export async function checkDocument(task: Task): Promise<Outcome> {
  const started = performance.now();
  const diagnostics = collectDiagnostics();
  const failures: Failure[] = [];
  const omissions: Omission[] = [];
  let generated: Generated | null = null;
  let report: CallReport = { calls: 0, failures: [], omissions: [] };
  try {
    generated = await generateDocument(task, diagnostics);
    // Under another type of long integers, values are not those of the document any more.
    const checked =
      generated !== null && task.int64 === "number" ? checkFixtures(generated.model, diagnostics.list()) : null;
    failures.push(...(checked?.failures ?? []));
    omissions.push(...(checked?.omissions ?? []));
    if (generated !== null && task.types) {
      failures.push(...typeErrors(generated.files).map((error): Failure => ({ stage: "types", ...error })));
    }
    if (generated !== null && (task.run || task.mutate === true || task.keep !== null))
      report = await run(task, generated);
  } catch (error) {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const stage = generated === null ? "generate" : "run";
    failures.push({ stage, where: "", what: stack.split("\n").slice(0, 4).join(" ") });
  }
  failures.push(...report.failures);
  const errors = diagnostics.list().filter(({ severity }) => severity === "error");
  failures.push(
    ...errors.map(({ code, ...error }): Failure => ({ stage: "generate", ...describe({ code, ...error }) })),
  );
  const isRefused = errors.length === failures.length && !errors.some(({ code }) => ours.has(code));
  return {
    kind: failures.length === 0 ? "passed" : isRefused ? "refused" : "failed",
    operations: generated?.model.operations.length ?? 0,
    warnings: diagnostics.list().filter(({ severity }) => severity === "warning").length,
    calls: report.calls,
    time: performance.now() - started,
    failures,
    omissions: [...omissions, ...report.omissions],
  };
}

async function generateDocument(
  { path, int64, dates }: Task,
  diagnostics: ReturnType<typeof collectDiagnostics>,
): Promise<Generated | null> {
  const templates = templateSources(defaultTemplates, "");
  const options = { cwd: dirname(path), templates, verify: false };
  return await generate(targetFor(path, { int64, dates }), options, diagnostics, () => undefined);
}

/** Writes the package, where it is to stay or for as long as it takes, and calls it. */
async function run({ keep, run: isCalled, mutate = false }: Task, { model, files }: Generated): Promise<CallReport> {
  const folder = keep ?? (await mkdtemp(join(tmpdir(), "exemplar-corpus-")));
  try {
    if (keep !== null) await rm(keep, { recursive: true, force: true });
    await writeFiles(folder, files);
    const nothing: CallReport = { calls: 0, failures: [], omissions: [] };
    if (!isCalled && !mutate) return nothing;
    const loaded = await loadPackage(folder);
    const called = isCalled ? await callPackage(model, loaded) : nothing;
    const mutated = mutate ? await mutateRequests(model, loaded) : nothing;
    return {
      calls: called.calls + mutated.calls,
      failures: [...called.failures, ...mutated.failures],
      omissions: called.omissions,
    };
  } finally {
    if (keep === null) await rm(folder, { recursive: true, force: true });
  }
}

async function writeFiles(folder: string, files: readonly OutputFile[]): Promise<void> {
  const paths = files.map(({ path }) => join(folder, path));
  for (const parent of new Set(paths.map((path) => dirname(path)))) await mkdir(parent, { recursive: true });
  for (const { path, text } of files) await writeFile(join(folder, path), text);
}

function describe({ code, message, place }: Pick<Diagnostic, "code" | "message" | "place">): Omit<Failure, "stage"> {
  const at = place === null ? "" : "pointer" in place ? place.pointer : `${place.uri}:${place.line}:${place.column}`;
  return { where: at, what: `[${code}] ${message}` };
}
