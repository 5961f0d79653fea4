/** One run over a target: generate and write, or generate and compare. Returns what happened; prints nothing. */
import { relative, resolve } from "node:path";
import type { Target } from "./config.js";
import { collectDiagnostics, type Diagnostics } from "./diagnostics.js";
import type { SourceFile } from "./document/document.js";
import { builtinTemplates, fingerprint } from "./fingerprint.js";
import type { Generated } from "./generate.js";
import { emit, recover } from "./output/emit.js";
import type { Difference } from "./output/compare.js";
import { hashText } from "./output/manifest.js";
import { locate, type LocatedDiagnostic, sortDiagnostics } from "./report.js";
import { readCache, writeCache } from "./run-cache.js";
import { isUntouched, readManifestText } from "./untouched.js";

/** How a run over a target went. Plain data: also what `--json` prints. */
export interface RunReport {
  /** The output folder as the user would name it. */
  readonly output: string;
  readonly outcome: "written" | "unchanged" | "would-write" | "up-to-date" | "different" | "failed";
  readonly diagnostics: readonly LocatedDiagnostic[];
  readonly contents: Contents | null;
  readonly files: Changes | null;
  readonly differences: readonly Difference[];
  /** Unified, for `check`. */
  readonly diff: string;
}

/** What was generated, in numbers. */
export interface Contents {
  readonly operations: number;
  readonly schemas: number;
  /** Bodies whose type was inferred from examples. */
  readonly inferred: number;
}

export interface Changes {
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  readonly removed: readonly string[];
  readonly edited: readonly string[];
}

export interface RunOptions {
  readonly cwd: string;
  /** Generates, and says what it would write. */
  readonly dryRun: boolean;
}

/** Generates a target and writes it; where a cache proves that nothing changed, does nothing. */
export async function runGenerate(target: Target, options: RunOptions): Promise<RunReport> {
  const folders = templateFolders(target);
  const before = await fingerprint(target, folders);
  const cached = before && (await unchangedReport(target, before.complete));
  if (cached !== null) return cached;

  const { diagnostics, files, generated } = await runPipeline(target, options, target.verify);
  const output = displayOutput(target, options.cwd);
  const report = (outcome: RunReport["outcome"], changes: Changes | null): RunReport => ({
    output,
    outcome,
    diagnostics: locateAll(diagnostics, files),
    contents: generated && contentsOf(generated),
    files: changes,
    differences: [],
    diff: "",
  });
  if (generated === null || diagnostics.hasErrors()) return report("failed", null);
  const inputs = before?.inputs ?? "";
  if (options.dryRun) return dryRun(target, generated, inputs, report);
  const changes = await emit(target.output, generated.files, inputs, diagnostics);
  if (changes === null) return report("failed", null);
  const isChanged = changes.written.length + changes.removed.length > 0;
  const done = report(isChanged ? "written" : "unchanged", changes);
  const manifest = await readManifestText(target.output);
  if (
    before !== null &&
    manifest !== null &&
    diagnostics.list().every(({ code }) => code !== "file-edited" && code !== "orphan-edited")
  ) {
    const quiet: RunReport = {
      ...done,
      outcome: "unchanged",
      files: { written: [], unchanged: generated.files.map(({ path }) => path), removed: [], edited: [] },
    };
    await writeCache(target.output, {
      complete: cacheKey(before.complete, target),
      manifest: hashText(manifest),
      report: quiet,
    });
  }
  return done;
}

/** Generates a target, type-checks it, and compares it with what is there. Writes nothing. */
export async function runCheck(target: Target, options: RunOptions): Promise<RunReport> {
  const before = await fingerprint(target, templateFolders(target));
  const { diagnostics, files, generated } = await runPipeline(target, options, true);
  const output = displayOutput(target, options.cwd);
  const base = { output, contents: generated && contentsOf(generated), files: null };
  const failed = generated === null || diagnostics.hasErrors() || !(await recover(target.output, diagnostics));
  if (failed)
    return { ...base, outcome: "failed", diagnostics: locateAll(diagnostics, files), differences: [], diff: "" };
  const { compare } = await import("./output/compare.js");
  const { differences, diff } = await compare(target.output, generated.files, before?.inputs ?? "");
  return {
    ...base,
    outcome: differences.length === 0 ? "up-to-date" : "different",
    diagnostics: locateAll(diagnostics, files),
    differences,
    diff,
  };
}

interface Piped {
  readonly diagnostics: Diagnostics;
  readonly files: ReadonlyMap<string, SourceFile>;
  readonly generated: Generated | null;
}

async function runPipeline(target: Target, options: RunOptions, verify: boolean): Promise<Piped> {
  const diagnostics = collectDiagnostics({ strict: target.strict });
  // TypeScript, Prettier and the rest are loaded only here.
  const { generate } = await import("./generate.js");
  let files: ReadonlyMap<string, SourceFile> = new Map();
  const generated = await generate(
    target,
    { cwd: options.cwd, templateFolders: templateFolders(target), verify },
    diagnostics,
    (document) => {
      files = document.files;
    },
  );
  return { diagnostics, files, generated };
}

async function dryRun(
  target: Target,
  generated: Generated,
  inputs: string,
  report: (outcome: RunReport["outcome"], changes: Changes) => RunReport,
): Promise<RunReport> {
  const { compare } = await import("./output/compare.js");
  const { differences } = await compare(target.output, generated.files, inputs);
  const paths = (...kinds: readonly Difference["kind"][]) =>
    differences.filter(({ kind }) => kinds.includes(kind)).map(({ path }) => path);
  const written = paths("missing", "stale", "edited");
  const unchanged = generated.files.map(({ path }) => path).filter((path) => !written.includes(path));
  return report("would-write", { written, unchanged, removed: paths("orphan"), edited: paths("edited") });
}

/** The last run's report, where its output is still there and nothing that it depends on has changed. */
async function unchangedReport(target: Target, complete: string): Promise<RunReport | null> {
  const cached = await readCache(target.output);
  if (cached === null || cached.complete !== cacheKey(complete, target)) return null;
  if (!(await isUntouched(target.output, cached.manifest))) return null;
  // Written by `runGenerate` of this very version: its modules are part of the key.
  return cached.report as RunReport;
}

/** Options that change the report or the checks, not the files. */
function cacheKey(complete: string, target: Target): string {
  return hashText([complete, target.strict, target.verify].join(" "));
}

function templateFolders(target: Target): readonly { readonly name: string; readonly folder: string }[] {
  return target.templates.map((name) =>
    /^[\w-]+$/.test(name) ? { name, folder: resolve(builtinTemplates, name) } : { name, folder: name },
  );
}

function contentsOf({ model }: Generated): Contents {
  const bodies = model.operations.flatMap(({ requestBody, responses }) => [
    requestBody,
    ...responses.flatMap(({ contents }) => contents),
  ]);
  return {
    operations: model.operations.length,
    schemas: model.schemas.length,
    inferred: bodies.filter((body) => body !== null && body.inferredFrom !== null).length,
  };
}

function displayOutput(target: Target, cwd: string): string {
  const path = relative(cwd, target.output);
  return path === "" ? "." : path.startsWith("..") ? target.output : path.replaceAll("\\", "/");
}

function locateAll(diagnostics: Diagnostics, files: ReadonlyMap<string, SourceFile>): readonly LocatedDiagnostic[] {
  return sortDiagnostics(diagnostics.list().map((diagnostic) => locate(diagnostic, files)));
}
