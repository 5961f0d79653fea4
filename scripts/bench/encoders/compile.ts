/** What our generator makes of the benchmark's document, and the hand-written limit, as plain JavaScript in a folder. */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { collectDiagnostics } from "../../../generator/diagnostics.js";
import { templateSources } from "../../../generator/template-sources.js";
import { generate } from "../../../generator/generate.js";
import { toTarget } from "../../../generator/load-config.js";

const here = fileURLToPath(new URL(".", import.meta.url));

/**
 * Writes `ours/src/…`, `limit.js` and `loop.js` below `folder`, all compiled in the same way.
 * @throws Error where the generator refuses the document
 */
export async function compileContenders(folder: string): Promise<void> {
  const config = { document: "openapi.yml", output: join(folder, "ours"), templates: ["client"] };
  const target = toTarget({ config, base: here });
  const templates = templateSources(target.templates, "");
  const diagnostics = collectDiagnostics();
  const generated = await generate(target, { cwd: here, templates, verify: false }, diagnostics, () => undefined);
  if (generated === null) throw new Error(`openapi.yml: ${JSON.stringify(diagnostics.list(), null, 2)}`);
  const sources = generated.files.filter(({ path }) => path.endsWith(".ts"));
  for (const { path, text } of sources) await compile(text, join(folder, "ours", path));
  for (const name of ["limit", "loop"]) {
    await compile(await readFile(join(here, `${name}.ts`), "utf8"), join(folder, `${name}.ts`));
  }
  await writeFile(join(folder, "package.json"), JSON.stringify({ type: "module" }));
}

async function compile(source: string, file: string): Promise<void> {
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022, verbatimModuleSyntax: true },
  });
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file.replace(/\.ts$/, ".js"), outputText);
}
