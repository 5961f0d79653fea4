import { basename } from "node:path";
import ts from "typescript";

/** The strictest flags that a consumer may have (design.md, section 3). */
const strictest: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  isolatedDeclarations: true,
  declaration: true,
  erasableSyntaxOnly: true,
  skipLibCheck: false,
  skipDefaultLibCheck: true,
  noEmit: true,
};

const modules = {
  nodenext: { module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext },
  bundler: { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler },
} as const;

const platforms = {
  browser: { lib: ["lib.es2022.d.ts", "lib.dom.d.ts"], types: [] },
  node: { lib: ["lib.es2022.d.ts"], types: ["node"] },
} as const;

export type Resolution = keyof typeof modules;
export type Platform = keyof typeof platforms;

/** Where a file is wrong; line and column count from 1. */
export interface CompileError {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly code: number;
  readonly message: string;
}

/**
 * Compiles files of an application under the strictest flags.
 * @param folder the application; its `node_modules` has the packages
 * @param files absolute paths
 * @param looser flags that the files cannot have
 */
export function compile(
  folder: string,
  files: readonly string[],
  resolution: Resolution,
  platform: Platform,
  looser: ts.CompilerOptions = {},
): readonly CompileError[] {
  const { lib, types } = platforms[platform];
  const options = { ...strictest, ...modules[resolution], lib: [...lib], types: [...types], ...looser };
  const host = ts.createCompilerHost(options);
  host.getCurrentDirectory = () => folder;
  const program = ts.createProgram({ rootNames: files, options, host });
  return ts.getPreEmitDiagnostics(program).map((diagnostic) => {
    const { file, start = 0, code } = diagnostic;
    const position = file?.getLineAndCharacterOfPosition(start) ?? { line: 0, character: 0 };
    return {
      file: file === undefined ? "" : basename(file.fileName),
      line: position.line + 1,
      column: position.character + 1,
      code,
      message: ts.flattenDiagnosticMessageText(diagnostic.messageText, "\n"),
    };
  });
}
