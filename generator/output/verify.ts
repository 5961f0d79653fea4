/** Type-checking what is about to be written, in memory, under the flags that the package is built with. */
import { join, relative } from "node:path";
import type { SourceFile } from "ts-morph";
import type { Diagnostics, TextPosition } from "../diagnostics.js";
import { displayPath } from "./display-path.js";
import type { OutputFile } from "./output-file.js";

/**
 * Checks the TypeScript of a package; each error is a diagnostic at its place in the output.
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
  const found = project.getPreEmitDiagnostics();
  for (const problem of found) {
    const file = problem.getSourceFile();
    const message = problem.getMessageText();
    diagnostics.add("output-types", file === undefined ? null : placeOf(file, problem.getStart() ?? 0), {
      template: (file && templates.get(relative(out, file.getFilePath()).replaceAll("\\", "/"))) ?? null,
      reason: typeof message === "string" ? message : message.getMessageText(),
    });
  }
  return found.length === 0;
}

function placeOf(file: SourceFile, start: number): TextPosition {
  const { line, column } = file.getLineAndColumnAtPos(start);
  const sourceLine = file.getFullText().split("\n")[line - 1] ?? "";
  return { uri: displayPath(file.getFilePath()), line, column, sourceLine };
}
