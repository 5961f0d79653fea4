/** Type-checking what is about to be written, in memory, under the flags that the package is built with. */
import { join } from "node:path";
import type { Diagnostic, Project, SourceFile } from "ts-morph";
import type { Diagnostics, TextPosition } from "../diagnostics.js";
import { isJsonObject } from "../document/json.js";
import { parseJsonText } from "../document/parse-json-text.js";
import { displayPath } from "./display-path.js";
import type { OutputFile } from "./output-file.js";

/** What a file comes from: a template, or a file that was copied. */
export interface FileSource {
  readonly template: string;
  /** As it was printed, not formatted. */
  readonly text: string;
  /** Where what stands at a line and column of the text comes from. */
  readonly sourceOf: (line: number, column: number) => TextPosition | null;
}

/**
 * Checks the TypeScript of a package; each error is a diagnostic at the place of the template that printed it. Where a peer
 * dependency is not installed, nothing is said of the files that import it: what is wrong in them may come from that alone.
 * @param out the package's folder
 * @param files formatted
 * @param sources of these files, by path
 */
export async function verifyTypes(
  out: string,
  files: readonly OutputFile[],
  sources: ReadonlyMap<string, FileSource>,
  diagnostics: Diagnostics,
): Promise<boolean> {
  const project = await createProject();
  const paths = new Map<SourceFile, string>();
  for (const { path, text } of files) {
    if (!/\.tsx?$/.test(path)) continue;
    paths.set(project.createSourceFile(join(out, path), text, { overwrite: true }), path);
  }
  const peers = peersOf(files);
  const found = problemsIn(project, peers);
  // Once more as it was printed, where a place in the text is one in a template.
  const printed = new Map<SourceFile, FileSource>();
  for (const file of new Set(found.map((problem) => problem.getSourceFile()))) {
    const source = file && sources.get(paths.get(file) ?? "");
    if (file === undefined || source === undefined) continue;
    file.replaceWithText(source.text);
    printed.set(file, source);
  }
  for (const problem of printed.size > 0 ? problemsIn(project, peers) : found) {
    const file = problem.getSourceFile();
    const message = problem.getMessageText();
    const reason = typeof message === "string" ? message : message.getMessageText();
    const place = file === undefined ? null : placeOf(file, problem.getStart() ?? 0);
    const source = file && printed.get(file);
    const origin = (place && source?.sourceOf(place.line, place.column)) ?? null;
    const path = file && paths.get(file);
    diagnostics.add("output-types", origin ?? place, {
      template: source?.template ?? null,
      reason,
      output: place === null || path === undefined ? null : `${path}:${String(place.line)}:${String(place.column)}`,
    });
  }
  return found.length === 0;
}

async function createProject(): Promise<Project> {
  const { Project, ts } = await import("ts-morph");
  return new Project({
    skipAddingFilesFromTsConfig: true,
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
      types: [],
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      noEmit: true,
      skipLibCheck: true,
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      noPropertyAccessFromIndexSignature: true,
      verbatimModuleSyntax: true,
      isolatedModules: true,
      declaration: true,
      isolatedDeclarations: true,
      erasableSyntaxOnly: true,
    },
  });
}

/** What is wrong, but in files that import a peer that is not there. */
function problemsIn(project: Project, peers: readonly string[]): readonly Diagnostic[] {
  const all = project.getPreEmitDiagnostics();
  const unchecked = new Set(
    all.filter((problem) => lacksPeer(problem, peers)).map((problem) => problem.getSourceFile()),
  );
  return all.filter((problem) => !unchecked.has(problem.getSourceFile()));
}

/** The packages that the package needs beside. */
function peersOf(files: readonly OutputFile[]): readonly string[] {
  const manifest = files.find(({ path }) => path === "package.json");
  const value = manifest === undefined ? undefined : parseJsonText(manifest.text);
  const peers = isJsonObject(value) ? value["peerDependencies"] : undefined;
  return isJsonObject(peers) ? Object.keys(peers) : [];
}

/** TypeScript's number for a module that it does not find. */
const CANNOT_FIND_MODULE = 2307;

function lacksPeer(problem: Diagnostic, peers: readonly string[]): boolean {
  if (problem.getCode() !== CANNOT_FIND_MODULE) return false;
  const start = problem.getStart() ?? 0;
  const quoted =
    problem
      .getSourceFile()
      ?.getFullText()
      .slice(start, start + (problem.getLength() ?? 0)) ?? "";
  const specifier = quoted.slice(1, -1);
  return peers.some((peer) => specifier === peer || specifier.startsWith(`${peer}/`));
}

function placeOf(file: SourceFile, start: number): TextPosition {
  const { line, column } = file.getLineAndColumnAtPos(start);
  const sourceLine = file.getFullText().split("\n")[line - 1] ?? "";
  return { uri: displayPath(file.getFilePath()), line, column, sourceLine };
}
