/** Code of an application, type-checked against a generated package under strict flags. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ModuleKind, ModuleResolutionKind, Project, ScriptTarget, ts } from "ts-morph";
import type { GeneratedPackage } from "../conformance/generated-package.js";
import { repository } from "../packaging/pack.js";

/** Nothing is written there; what the package and its users import is found from there. */
const folder = join(repository, "test/sets/checked");

/**
 * Type-checks modules, each for itself; the package is `library`.
 * @param uses texts by file name
 * @returns `file:line: message` for each error; an expectation of an error that is not met is one
 */
export function problemsOfUses({ files }: GeneratedPackage, uses: Readonly<Record<string, string>>): readonly string[] {
  const project = new Project({
    skipAddingFilesFromTsConfig: true,
    compilerOptions: {
      target: ScriptTarget.ES2022,
      lib: ["lib.es2022.d.ts", "lib.dom.d.ts"],
      types: [],
      module: ModuleKind.ESNext,
      moduleResolution: ModuleResolutionKind.Bundler,
      jsx: ts.JsxEmit.ReactJSX,
      noEmit: true,
      skipLibCheck: true,
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      paths: {
        library: [join(folder, "src/index.ts")],
        "library/*": [join(folder, "src/*.ts"), join(folder, "src/*/index.ts")],
      },
    },
  });
  for (const { path, text } of files) if (path.endsWith(".ts")) project.createSourceFile(join(folder, path), text);
  return Object.entries(uses).flatMap(([name, text]) => {
    const file = project.createSourceFile(join(folder, name), `${text}\nexport {};\n`, { overwrite: true });
    return file.getPreEmitDiagnostics().map((problem) => {
      const message = problem.getMessageText();
      const said = typeof message === "string" ? message : message.getMessageText();
      return `${name}:${problem.getLineNumber() ?? 0}: ${said}`;
    });
  });
}

/** The blocks of TypeScript in a Markdown text, by names to check them under. */
export function codeBlocks(markdown: string, name: string): Readonly<Record<string, string>> {
  const blocks = [...markdown.matchAll(/^```(tsx?)\n([^]*?)^```$/gm)];
  return Object.fromEntries(blocks.map(([, ending = "ts", text = ""], at) => [`${name}-${at}.${ending}`, text]));
}

/** Those of a set's README. */
export async function readmeBlocks(set: string): Promise<Readonly<Record<string, string>>> {
  return codeBlocks(await readFile(join(repository, `templates/${set}/README.md`), "utf8"), "readme");
}
