/** Type-checking whole packages, one after the other, with the standard libraries and the runtime parsed once. */
import { join, posix, resolve } from "node:path";
import ts from "typescript";
import type { OutputFile } from "../../generator/output/output-file.js";

/** Where packages stand, each in its turn, in a file system of their own. */
const root = "/package";

/** What design.md, section 3 promises. */
const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2022.d.ts", "lib.dom.d.ts"],
  types: [],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  noEmit: true,
  skipLibCheck: true,
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  noImplicitOverride: true,
  noFallthroughCasesInSwitch: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  declaration: true,
  isolatedDeclarations: true,
  erasableSyntaxOnly: true,
  noUnusedLocals: true,
};

/** The same text at the same path is the same syntax tree: libraries, and the modules that are copied. */
const parsed = new Map<string, ts.SourceFile>();
const libraries = posix.dirname(ts.sys.resolvePath(ts.getDefaultLibFilePath(options)));

/**
 * Type-checks a package under all flags, its declarations included.
 * @param files relative to the package
 * @returns `path:line` and the message of each error
 */
export function typeErrors(files: readonly OutputFile[]): readonly { readonly where: string; readonly what: string }[] {
  const texts = new Map(files.map(({ path, text }) => [`${root}/${path}`, text]));
  const names = [...texts.keys()].filter((path) => /\.tsx?$/.test(path));
  const program = ts.createProgram(names, options, hostOf(texts));
  return ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
    const line = file === undefined ? 0 : file.getLineAndCharacterOfPosition(start ?? 0).line + 1;
    const path = file === undefined ? "" : posix.relative(root, file.fileName);
    return { where: `${path}:${line}`, what: ts.flattenDiagnosticMessageText(messageText, " ").slice(0, 400) };
  });
}

/** Libraries that template sets need: as if they were installed in the package. */
const installed = resolve(import.meta.dirname, "../../node_modules");
const peers = ["zod", "openapi-fetch", "openapi-typescript-helpers"].map((name) => `${root}/node_modules/${name}`);

/** Where a file of such a library lies; null for any other path. */
function peerPath(path: string): string | null {
  const isPeer = peers.some((peer) => path === peer || path.startsWith(`${peer}/`));
  return isPeer ? join(installed, path.slice(`${root}/node_modules/`.length)) : null;
}

/** A compiler host that sees one package, the libraries that it may need, and the standard libraries. */
function hostOf(texts: ReadonlyMap<string, string>): ts.CompilerHost {
  const folders = new Set([...texts.keys()].flatMap((path) => [path.replace(/\/[^/]*$/, "")]));
  const read = (path: string) => {
    if (path.startsWith(`${libraries}/`)) return ts.sys.readFile(path);
    const peer = peerPath(path);
    return peer === null ? texts.get(path) : ts.sys.readFile(peer);
  };
  return {
    fileExists: (path) => {
      const peer = path.startsWith(`${libraries}/`) ? path : peerPath(path);
      return peer === null ? texts.has(path) : ts.sys.fileExists(peer);
    },
    readFile: read,
    directoryExists: (path) =>
      path === root ||
      path === `${root}/node_modules` ||
      ts.sys.directoryExists(peerPath(path) ?? "") ||
      folders.has(path) ||
      [...folders].some((one) => one.startsWith(`${path}/`)),
    getDirectories: () => [],
    getSourceFile: (path, languageVersion) => {
      const known = parsed.get(path);
      const isLibrary = path.startsWith(`${libraries}/`) || peerPath(path) !== null;
      if (known !== undefined && (isLibrary || known.text === texts.get(path))) return known;
      const text = read(path);
      if (text === undefined) return undefined;
      const file = ts.createSourceFile(path, text, languageVersion);
      if (isLibrary || path.includes("/src/runtime/")) parsed.set(path, file);
      return file;
    },
    getDefaultLibFileName: (wanted) => `${libraries}/${ts.getDefaultLibFileName(wanted)}`,
    getDefaultLibLocation: () => libraries,
    getCurrentDirectory: () => root,
    getCanonicalFileName: (path) => path,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => "\n",
    writeFile: () => undefined,
  };
}
