/** One document of any kind through the pipeline: what must hold of it, whatever it is. */
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import pc from "picocolors";
import { defaultTemplates } from "../../generator/config.js";
import { collectDiagnostics } from "../../generator/diagnostics.js";
import type { SourceFile } from "../../generator/document/document.js";
import { isJsonObject } from "../../generator/document/json.js";
import { loadFile } from "../../generator/document/load.js";
import { generate } from "../../generator/generate.js";
import { formatDiagnostic, type LocatedDiagnostic, locateAll } from "../../generator/report.js";
import { runGenerate } from "../../generator/run.js";
import { targetFor } from "../../scripts/corpus/target-for.js";
import { listCases } from "../case-runner.js";
import { builtinSets } from "./canary.js";
import type { FuzzDocument, Seed } from "./fuzz-documents.js";
import { leaksOf } from "./static-oracle.js";

/** The golden cases' documents: small, and of every feature. */
export async function fuzzSeeds(): Promise<readonly Seed[]> {
  const cases = await listCases();
  const seeds = cases.map(async ({ folder }): Promise<readonly Seed[]> => {
    const path = join(folder, "openapi.yml");
    const file = await loadFile(path, folder, collectDiagnostics());
    return file !== null && isJsonObject(file.value) ? [{ text: file.text, value: file.value }] : [];
  });
  return (await Promise.all(seeds)).flat();
}

/** No text of a document has it. */
const nowhere = "no such marker";

/** Generates a document in memory; what must not be, or null. @param folder a folder of the caller's, to be written to */
export async function fuzzInMemory({ name, bytes }: FuzzDocument, folder: string): Promise<string | null> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  const diagnostics = collectDiagnostics();
  let sources: ReadonlyMap<string, SourceFile> = new Map();
  try {
    const target = targetFor(path, { int64: "number", dates: "string" });
    const options = { cwd: folder, templates: builtinSets, verify: false, format: false };
    const generated = await generate(target, options, diagnostics, (document) => {
      sources = document.files;
    });
    const leaks = generated?.files.filter(({ path: file }) => !file.includes("/runtime/")) ?? [];
    const bad = leaks.flatMap((file) => leaksOf(file, nowhere));
    if (bad[0] !== undefined) return bad[0];
    return reportFailure(generated === null, locateAll(diagnostics, sources));
  } catch (error) {
    return `exit 3: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  }
}

/**
 * Runs what the command runs over an output that is there, formatting and writing included; what must not be, or null: files
 * half written, staged files that stay, a change in spite of an error.
 */
export async function fuzzOnDisk({ name, bytes }: FuzzDocument, folder: string): Promise<string | null> {
  const path = join(folder, name);
  const output = join(folder, "out");
  await writeFile(path, bytes);
  // So that the command's cache stays here.
  await mkdir(join(folder, "node_modules"), { recursive: true });
  const before = await readFiles(output);
  try {
    const target = { ...targetFor(path, { int64: "number", dates: "string" }), output, templates: defaultTemplates };
    const report = await runGenerate(target, { cwd: folder, dryRun: false });
    const after = await readFiles(output);
    const failed = report.outcome === "failed";
    if (failed && JSON.stringify([...before]) !== JSON.stringify([...after]))
      return "the output changed in spite of an error";
    const left = [...after.keys()].filter((file) => /^\.exemplar\/(?!manifest\.json$)/.test(file));
    if (left.length > 0) return `left behind: ${left.join(", ")}`;
    const listed = manifestPaths(after.get(".exemplar/manifest.json"));
    const written = [...after.keys()].filter((file) => !file.startsWith(".exemplar/"));
    if (listed.sort().join() !== written.sort().join()) return "the manifest lists other files than there are";
    return reportFailure(failed, report.diagnostics);
  } catch (error) {
    return `exit 3: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  } finally {
    await rm(path, { force: true });
  }
}

function manifestPaths(text: string | undefined): string[] {
  // Written by the run itself.
  const manifest = JSON.parse(text ?? '{ "files": {} }') as { readonly files: Readonly<Record<string, string>> };
  return Object.keys(manifest.files);
}

const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;
const ours: ReadonlySet<string> = new Set(["output-syntax", "output-types", "template-value-refused"]);

/** Of what a run says. */
function reportFailure(failed: boolean, located: readonly LocatedDiagnostic[]): string | null {
  const colourless = pc.createColors(false);
  const texts = located.map((problem) => formatDiagnostic(problem, colourless));
  const raw = texts.find((text) => CONTROL.test(text));
  if (raw !== undefined) return `a raw control in a message: ${JSON.stringify(raw.slice(0, 300))}`;
  const stack = texts.find((text) => /\n\s+at \S+ \(?.*:\d+:\d+\)?/.test(text));
  if (stack !== undefined) return `a stack in a message: ${stack.slice(0, 300)}`;
  const blamed = located.find(({ code }) => ours.has(code));
  if (blamed !== undefined) return `${blamed.code}: ${blamed.message}`;
  const errors = located.filter(({ severity }) => severity === "error");
  if (failed && errors.length === 0) return "refused without an error";
  if (failed && !errors.some(({ line }) => line !== null) && !errors.some(({ code }) => code === "document-empty"))
    return `no error has a place: ${errors.map(({ code }) => code).join(", ")}`;
  return !failed && errors.length > 0 ? "generated in spite of an error" : null;
}

async function readFiles(folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const texts = await Promise.all(
    files.map(async (path) => [relative(folder, path).replaceAll(sep, "/"), await readFile(path, "utf8")] as const),
  );
  return new Map(texts.sort(([one], [other]) => (one < other ? -1 : 1)));
}
