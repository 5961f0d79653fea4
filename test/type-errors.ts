/** Type-checking generated packages in memory, under the flags that the design promises they compile with. */
import { posix } from "node:path";
import { ModuleKind, ModuleResolutionKind, Project, ScriptTarget, ts } from "ts-morph";

/**
 * Type-checks files as one program; nothing but the standard libraries is around them.
 * @param files absolute paths, which need not exist
 * @returns `path:line: message` for each error, the message with all of its lines
 */
export function typeErrors(files: readonly { readonly path: string; readonly text: string }[]): readonly string[] {
  const project = new Project({
    useInMemoryFileSystem: true,
    skipLoadingLibFiles: false,
    compilerOptions: {
      target: ScriptTarget.ES2022,
      lib: ["lib.es2022.d.ts", "lib.dom.d.ts"],
      types: [],
      module: ModuleKind.NodeNext,
      moduleResolution: ModuleResolutionKind.NodeNext,
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
      noUnusedLocals: true,
      noImplicitOverride: true,
      noFallthroughCasesInSwitch: true,
    },
  });
  const paths = new Set(files.map(({ path }) => path));
  for (const { path, text } of files) {
    if (/\.ts$|(^|\/)package\.json$/.test(path)) project.createSourceFile(path, text);
  }
  const program = project.getProgram().compilerObject;
  const checked = new Set<string>();
  const problems = program.getSourceFiles().flatMap((file) => {
    const { fileName, text } = file;
    if (!paths.has(fileName)) return [];
    // Packages have modules of the runtime in common: once is enough, where they find what they import.
    const isShared =
      fileName.includes("/src/runtime/") && importsOf(text).every((name) => paths.has(beside(fileName, name)));
    if (isShared && checked.has(text)) return [];
    checked.add(text);
    return [
      ...program.getSyntacticDiagnostics(file),
      ...program.getSemanticDiagnostics(file),
      ...program.getDeclarationDiagnostics(file),
    ];
  });
  return [...program.getOptionsDiagnostics(), ...program.getGlobalDiagnostics(), ...problems].map(
    ({ file, start, messageText }) => {
      const line = file === undefined ? 0 : file.getLineAndCharacterOfPosition(start ?? 0).line + 1;
      return `${file?.fileName ?? ""}:${String(line)}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
    },
  );
}

function importsOf(text: string): readonly string[] {
  return [...text.matchAll(/ from "(\.[^"]*)\.js"/g)].map(([, name = ""]) => name);
}

function beside(path: string, name: string): string {
  return `${posix.join(posix.dirname(path), name)}.ts`;
}
