/**
 * Canaries: a document with hostile text in it is generated, and what came of it is read for the marker. The pipeline runs
 * in this process, without formatting.
 */
import { writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import pc from "picocolors";
import { defaultTemplates, type Target } from "../../generator/config.js";
import { collectDiagnostics } from "../../generator/diagnostics.js";
import type { SourceFile } from "../../generator/document/document.js";
import { type JsonValue, writeJson } from "../../generator/document/json.js";
import { type Generated, generate } from "../../generator/generate.js";
import type { OutputFile } from "../../generator/output/output-file.js";
import { isSafePath } from "../../generator/output/safe-path.js";
import type { SetSource } from "../../generator/output/template-set.js";
import { formatDiagnostic, locateAll } from "../../generator/report.js";
import { templateSources } from "../../generator/template-sources.js";
import { marker } from "./hostile-document.js";
import { leaksOf } from "./static-oracle.js";

export interface CanaryRun {
  /** What must not be; empty where all is well. */
  readonly failures: readonly string[];
  readonly outcome: "generated" | "refused";
  /** How often the marker was seen in the output: 0 where the text was left out. */
  readonly sightings: number;
}

/** The sets that a package is made of, where nothing else is said. */
export const builtinSets: readonly SetSource[] = templateSources(defaultTemplates, "");

/** Errors that blame us or a template for what a document says. */
const ours: ReadonlySet<string> = new Set(["output-syntax", "output-types", "template-value-refused"]);
/** What a terminal or a log would obey. */
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;
/** Texts that were found good: of most files of a document, one canary changes nothing. */
const good = new Set<string>();

/**
 * Generates a document and reads the output.
 * @param target its document is written to that path, which is to be nobody else's
 */
export async function runCanary(
  document: JsonValue,
  target: Target,
  templates: readonly SetSource[] = builtinSets,
): Promise<CanaryRun> {
  await writeFile(target.document, writeJson(document));
  return await runFile(target, templates, dirname(target.document));
}

async function runFile(target: Target, templates: readonly SetSource[], cwd: string): Promise<CanaryRun> {
  const diagnostics = collectDiagnostics();
  let sources: ReadonlyMap<string, SourceFile> = new Map();
  let generated: Generated | null = null;
  try {
    const options = { cwd, templates, verify: false, format: false };
    generated = await generate(target, options, diagnostics, (document) => {
      sources = document.files;
    });
  } catch (error) {
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { failures: [`exit 3: ${what.split("\n").slice(0, 6).join(" ")}`], outcome: "refused", sightings: 0 };
  }
  const located = locateAll(diagnostics, sources);
  const colourless = pc.createColors(false);
  const failures = located.flatMap((problem) => {
    const text = formatDiagnostic(problem, colourless);
    return [
      ...(ours.has(problem.code) ? [`${problem.code}: ${problem.message}`] : []),
      ...(CONTROL.test(text) ? [`a raw control in a message: ${JSON.stringify(text)}`] : []),
    ];
  });
  if (generated === null) {
    const errors = located.filter(({ severity }) => severity === "error");
    const isPlaced = errors.some(({ line }) => line !== null);
    return { failures: [...failures, ...(isPlaced ? [] : ["no error has a place"])], outcome: "refused", sightings: 0 };
  }
  const { files } = generated;
  // What the document has itself, its output may have.
  const isReplaced = [...sources.values()].some(({ text }) => text.includes("\ufffd"));
  failures.push(...files.flatMap(fileFailures).filter((failure) => !isReplaced || !failure.endsWith(": U+FFFD")));
  const sightings = files.filter(({ text }) => text.includes(marker)).length;
  return { failures: failures.slice(0, 5), outcome: "generated", sightings };
}

function fileFailures(file: OutputFile): readonly string[] {
  const { path, text } = file;
  const failures = isSafePath(path) && path.length <= 200 ? [] : [`an unsafe path: ${path}`];
  const key = `${path.replace(/.*\./, "")} ${text}`;
  if (good.has(key)) return failures;
  const leaks = leaksOf(file, marker);
  if (leaks.length === 0 && good.size < 20_000) good.add(key);
  return [...failures, ...leaks];
}
