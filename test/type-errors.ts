/** Type-checking generated packages in memory, under the flags that the design promises they compile with. */
import { ModuleKind, ModuleResolutionKind, Project, ScriptTarget } from "ts-morph";

/**
 * Type-checks files as one program; nothing but the standard libraries is around them.
 * @param files absolute paths, which need not exist
 * @returns `path:line: message` for each error
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
  for (const { path, text } of files) {
    if (/\.ts$|(^|\/)package\.json$/.test(path)) project.createSourceFile(path, text);
  }
  return project.getPreEmitDiagnostics().map((problem) => {
    const message = problem.getMessageText();
    const place = `${problem.getSourceFile()?.getFilePath() ?? ""}:${String(problem.getLineNumber() ?? 0)}`;
    return `${place}: ${typeof message === "string" ? message : message.getMessageText()}`;
  });
}
