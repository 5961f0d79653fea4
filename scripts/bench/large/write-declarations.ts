/** The types of a generated package as `npm run build` writes them, without checking: what an application reads. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "typescript";

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  strict: true,
  exactOptionalPropertyTypes: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  isolatedDeclarations: true,
};

/** Writes `dist/esm/**.d.ts` for all of `src`. */
export function writeDeclarations(folder: string): void {
  const source = join(folder, "src");
  for (const path of readdirSync(source, { recursive: true, encoding: "utf8" })) {
    if (!path.endsWith(".ts")) continue;
    const text = readFileSync(join(source, path), "utf8");
    const { outputText } = ts.transpileDeclaration(text, { fileName: path, compilerOptions: options });
    const target = join(folder, "dist", "esm", path.replace(/\.ts$/, ".d.ts"));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, outputText);
  }
}
