/** Type-checking what is about to be written, in memory, under the flags that the package is built with. */
import { join, relative, sep } from "node:path";
import type { Diagnostic, SourceFile } from "ts-morph";
import type { Diagnostics, TextPosition } from "../diagnostics.js";
import { isJsonObject } from "../document/json.js";
import { parseJsonText } from "../document/parse-json-text.js";
import { displayPath } from "./display-path.js";
import type { OutputFile } from "./output-file.js";

/**
 * Checks the TypeScript of a package; each error is a diagnostic at its place in the output. Where a peer dependency is
 * not installed, nothing is said of the files that import it: what is wrong in them may come from that alone.
 * @param out the package's folder
 * @param templates the names of those that printed the files, by path
 */
export async function verifyTypes(
  out: string,
  files: readonly OutputFile[],
  templates: ReadonlyMap<string, string>,
  diagnostics: Diagnostics,
): Promise<boolean> {
  const { Project, ts } = await import("ts-morph");
  const project = new Project({
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
  for (const { path, text } of files) {
    if (/\.tsx?$/.test(path)) project.createSourceFile(join(out, path), text, { overwrite: true });
  }
  const all = project.getPreEmitDiagnostics();
  const peers = peersOf(files);
  const unchecked = new Set(
    all.filter((problem) => lacksPeer(problem, peers)).map((problem) => problem.getSourceFile()),
  );
  const found = all.filter((problem) => !unchecked.has(problem.getSourceFile()));
  for (const problem of found) {
    const file = problem.getSourceFile();
    const message = problem.getMessageText();
    diagnostics.add("output-types", file === undefined ? null : placeOf(file, problem.getStart() ?? 0), {
      template: (file && templates.get(relative(out, file.getFilePath()).split(sep).join("/"))) ?? null,
      reason: typeof message === "string" ? message : message.getMessageText(),
    });
  }
  return found.length === 0;
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
