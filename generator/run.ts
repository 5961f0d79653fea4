/** One run over a target: generate and write, or generate and compare. Returns what happened; prints nothing. */
import { resolve } from "node:path";
import type { Target } from "./config.js";
import { collectDiagnostics, type DiagnosticCode, type Diagnostics } from "./diagnostics.js";
import type { SourceFile } from "./document/document.js";
import { fingerprint, readReferenced, type ReferencedText, withReferenced } from "./fingerprint.js";
import type { Generated } from "./generate.js";
import { emit, recover } from "./output/emit.js";
import type { Difference } from "./output/compare.js";
import { hashText, manifestPath } from "./output/manifest.js";
import { planChanges } from "./output/plan-changes.js";
import { locateAll, type LocatedDiagnostic } from "./report.js";
import { readCache, writeCache } from "./run-cache.js";
import { displayFolder, templateSources } from "./template-sources.js";
import { isUntouched, readManifestText } from "./untouched.js";

/** How a run over a target went. Plain data: also what `--json` prints. */
export interface RunReport {
  readonly command: "generate" | "check";
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
  /** Webhooks and callbacks. */
  readonly webhooks: number;
  readonly schemas: number;
  /** What was not, or stands for any value; each has a warning that says why. */
  readonly leftOut: { readonly operations: number; readonly schemas: number };
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
  /** Told of the files that the document is in; absolute. */
  readonly onFiles?: (paths: readonly string[]) => void;
}

/** Generates a target and writes it; where a cache proves that nothing changed, does nothing. */
export async function runGenerate(target: Target, options: RunOptions): Promise<RunReport> {
  const before = await fingerprint(target, templateSources(target.templates, options.cwd));
  const keyOf = (referenced: readonly ReferencedText[]) =>
    before?.complete == null ? null : cacheKey(withReferenced(before.complete, referenced), target, options.cwd);
  const cached = await unchangedReport(target, keyOf, options);
  if (cached !== null) return cached;

  const { diagnostics, files, generated } = await runPipeline(target, options, target.verify);
  const output = displayFolder(target.output, options.cwd);
  const report = (outcome: RunReport["outcome"], changes: Changes | null): RunReport => ({
    command: "generate",
    output,
    outcome,
    diagnostics: locateAll(diagnostics, files),
    contents: generated && contentsOf(generated, diagnostics),
    files: changes,
    differences: [],
    diff: "",
  });
  if (generated === null || diagnostics.hasErrors()) return report("failed", null);
  const inputs = withReferenced(before?.inputs ?? "", generated.referenced);
  if (options.dryRun) return dryRun(target, generated, inputs, diagnostics, report);
  const manifestBefore = await readManifestText(target.output);
  const changes = await emit(target.output, generated.files, inputs, diagnostics);
  if (changes === null) return report("failed", null);
  const manifest = await readManifestText(target.output);
  const isChanged = changes.written.length + changes.removed.length > 0 || manifest !== manifestBefore;
  const done = report(isChanged ? "written" : "unchanged", changes);
  const isQuiet = diagnostics.list().every(({ code }) => !aboutThisRun.has(code));
  const key = keyOf(generated.referenced);
  // What a server holds can only be known by asking it: then every run does.
  const referenced = generated.referenced.flatMap(({ label, path }) => (path === null ? [] : [{ label, path }]));
  const isLocal = referenced.length === generated.referenced.length;
  if (key !== null && manifest !== null && isQuiet && isLocal) {
    const paths = generated.files.map(({ path }) => path);
    const files = { written: [], unchanged: paths, removed: [], edited: [] };
    const entry = { ...done, outcome: "unchanged", files };
    await writeCache(target.output, { complete: key, manifest: hashText(manifest), referenced, report: entry });
  }
  return done;
}

/** What a run says about the output as it found it: the next one has nothing of it to say. */
const aboutThisRun: ReadonlySet<string> = new Set<DiagnosticCode>([
  "file-edited",
  "orphan-edited",
  "output-recovered",
  "journal-discarded",
]);

/** Generates a target, type-checks it, and compares it with what is there. Writes nothing. */
export async function runCheck(target: Target, options: RunOptions): Promise<RunReport> {
  const before = await fingerprint(target, templateSources(target.templates, options.cwd));
  const { diagnostics, files, generated } = await runPipeline(target, options, true);
  const output = displayFolder(target.output, options.cwd);
  const base = {
    command: "check",
    output,
    contents: generated && contentsOf(generated, diagnostics),
    files: null,
  } as const;
  const failed = generated === null || diagnostics.hasErrors() || !(await recover(target.output, diagnostics));
  if (failed)
    return { ...base, outcome: "failed", diagnostics: locateAll(diagnostics, files), differences: [], diff: "" };
  const { compare } = await import("./output/compare.js");
  const { differences, diff } = await compare(
    target.output,
    generated.files,
    withReferenced(before?.inputs ?? "", generated.referenced),
  );
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
    { cwd: options.cwd, templates: templateSources(target.templates, options.cwd), verify },
    diagnostics,
    (document) => {
      files = document.files;
      const local = [...files.keys()].filter((uri) => !/^https?:/i.test(uri));
      options.onFiles?.(local.map((uri) => resolve(options.cwd, uri)));
    },
  );
  return { diagnostics, files, generated };
}

/** What `emit` would do, without doing it. */
async function dryRun(
  target: Target,
  generated: Generated,
  inputs: string,
  diagnostics: Diagnostics,
  report: (outcome: RunReport["outcome"], changes: Changes | null) => RunReport,
): Promise<RunReport> {
  const plan = await planChanges(target.output, generated.files, inputs, diagnostics);
  if (plan === null || diagnostics.hasErrors()) return report("failed", null);
  const { writes, unchanged, removals, edited } = plan;
  const written = writes.map(({ path }) => path).filter((path) => path !== manifestPath);
  const removed = removals.map(({ path }) => path);
  const outcome = writes.length + removals.length > 0 ? "would-write" : "unchanged";
  return report(outcome, { written, unchanged, removed, edited });
}

/** The last run's report, where its output is still there and nothing that it depends on has changed. */
async function unchangedReport(
  target: Target,
  keyOf: (referenced: readonly ReferencedText[]) => string | null,
  { onFiles }: RunOptions,
): Promise<RunReport | null> {
  const cached = await readCache(target.output);
  if (cached === null || cached.complete !== keyOf(await readReferenced(cached.referenced))) return null;
  if (!(await isUntouched(target.output, cached.manifest))) return null;
  onFiles?.(cached.referenced.map(({ path }) => path));
  // Written by `runGenerate` of this very version: its modules are part of the key.
  return cached.report as RunReport;
}

/** With what changes the report or the checks, not the files: options, and the folder that paths are relative to. */
function cacheKey(complete: string, target: Target, cwd: string): string {
  return hashText(JSON.stringify([complete, target.strict, target.verify, target.refs, cwd]));
}

/** A schema that cannot be understood stands for any value. */
const aboutSchemas: ReadonlySet<string> = new Set<DiagnosticCode>([
  "schema-invalid",
  "schema-type-unknown",
  "schema-circular",
]);

function contentsOf({ model }: Generated, diagnostics: Diagnostics): Contents {
  const codes = diagnostics.list().map(({ code }) => code);
  const bodies = model.operations.flatMap(({ requestBody, responses }) => [
    requestBody,
    ...responses.flatMap(({ contents }) => contents),
  ]);
  return {
    operations: model.operations.length,
    webhooks: model.webhooks.length,
    schemas: model.schemas.length,
    leftOut: {
      operations: codes.filter((code) => code === "operation-left-out").length,
      schemas: codes.filter((code) => aboutSchemas.has(code)).length,
    },
    inferred: bodies.filter((body) => body !== null && body.inferredFrom !== null).length,
  };
}
