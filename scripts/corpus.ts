/**
 * Generates every document of a folder in memory and says how each went: `tsx scripts/corpus.ts <folder> [--verify]`.
 * A document with errors is refused, which is an answer; an exception, or output that is no valid file, is a failure
 * and the exit status 1.
 */
import { readdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { defaultTemplates, type Target } from "../generator/config.js";
import { collectDiagnostics, type Diagnostic } from "../generator/diagnostics.js";
import { builtinTemplates } from "../generator/fingerprint.js";
import { generate } from "../generator/generate.js";

type Outcome = "passed" | "refused" | "failed";

interface Result {
  readonly outcome: Outcome;
  readonly line: string;
}

/** Codes that say that we printed something wrong, whatever the document says. */
const ours: ReadonlySet<string> = new Set(["output-syntax", "output-types", "template-value-refused"]);

const { positionals, values } = parseArgs({ allowPositionals: true, options: { verify: { type: "boolean" } } });
const [folder] = positionals;
if (folder === undefined) throw new Error("Name a folder: tsx scripts/corpus.ts <folder> [--verify]");

const names = (await readdir(folder)).filter((name) => /\.(ya?ml|json)$/.test(name)).sort();
const outcomes: Outcome[] = [];
for (const name of names) {
  const { outcome, line } = await run(resolve(folder, name), values.verify ?? false);
  outcomes.push(outcome);
  process.stdout.write(`${outcome.padEnd(8)}${name.padEnd(56)}${line}\n`);
}
const count = (outcome: Outcome) => outcomes.filter((one) => one === outcome).length;
process.stdout.write(`\n${count("passed")} passed, ${count("failed")} failed, ${count("refused")} refused\n`);
process.exitCode = count("failed") > 0 ? 1 : 0;

async function run(path: string, verify: boolean): Promise<Result> {
  const diagnostics = collectDiagnostics();
  const started = performance.now();
  const elapsed = () => `${(performance.now() - started).toFixed(0).padStart(6)} ms`;
  try {
    const templateFolders = defaultTemplates.map((name) => ({ name, folder: join(builtinTemplates, name) }));
    const options = { cwd: resolve(path, ".."), templateFolders, verify };
    const generated = await generate(targetFor(path), options, diagnostics, () => undefined);
    const found = diagnostics.list();
    const of = (severity: Diagnostic["severity"]) => found.filter((one) => one.severity === severity);
    const error = of("error").find(({ code }) => ours.has(code)) ?? of("error")[0];
    const operations = generated?.model.operations.length ?? 0;
    const figures = `${operations} operations, ${of("error").length} errors, ${of("warning").length} warnings, ${elapsed()}`;
    if (error === undefined) return { outcome: "passed", line: figures };
    return { outcome: ours.has(error.code) ? "failed" : "refused", line: `${figures}  ${describe(error)}` };
  } catch (error) {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { outcome: "failed", line: `${elapsed()}  ${stack.split("\n").slice(0, 4).join(" ")}` };
  }
}

function targetFor(document: string): Target {
  return {
    document,
    overlays: [],
    output: resolve("generated", "corpus"),
    templates: defaultTemplates,
    packageName: "corpus",
    packageVersion: "0.0.0",
    required: "seen",
    refs: { roots: [], hosts: [] },
    forms: { dialect: null, operations: {} },
    strict: false,
    verify: false,
  };
}

function describe({ code, message, place }: Diagnostic): string {
  const at = place === null ? "" : "pointer" in place ? ` at ${place.pointer}` : ` at ${place.line}:${place.column}`;
  return `[${code}] ${message}${at}`;
}
