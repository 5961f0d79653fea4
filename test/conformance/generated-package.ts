/** A package generated from a document given as a value, transpiled and imported: what its user would have. */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { transform } from "esbuild";
import type { TargetConfig } from "../../generator/config.js";
import { templateSources } from "../../generator/template-sources.js";
import { collectDiagnostics, type Diagnostic } from "../../generator/diagnostics.js";
import { type JsonObject, isJsonObject, writeJson } from "../../generator/document/json.js";
import { generate } from "../../generator/generate.js";
import { toTarget } from "../../generator/load-config.js";
import type { OutputFile } from "../../generator/output/output-file.js";
import { verifyTypes } from "../../generator/output/verify.js";

/** Below node_modules, so that the test runner leaves the modules to Node as they are. */
const cache = fileURLToPath(new URL("../../node_modules/.cache/openapi-exemplar-tests/", import.meta.url));

/** What a module exports. */
export type Module = Readonly<Record<string, unknown>>;

export interface GeneratedPackage {
  readonly files: readonly OutputFile[];
  /** What the generator had to say, without what it said of paths that it refused. */
  readonly diagnostics: readonly Diagnostic[];
  /** Path templates that the generator refused, each with its reason; the package is made of the others. */
  readonly refused: ReadonlyMap<string, string>;
  readonly has: (module: string) => boolean;
  /** Imports a module: `forms/index` is `src/forms/index.ts`. */
  readonly load: (module: string) => Promise<Module>;
  /** Problems of types under the strictest flags. */
  readonly typeProblems: () => Promise<readonly string[]>;
  readonly remove: () => Promise<void>;
}

/**
 * Generates a package with the built-in templates and writes it, transpiled, into a folder of its own.
 * @param config options of the target beside document and output
 * @throws Error where the document as a whole is refused
 */
export async function generatePackage(
  document: JsonObject,
  config: Partial<TargetConfig> = {},
): Promise<GeneratedPackage> {
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(join(cache, "package-"));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const refused = new Map<string, string>();
    let accepted = await generateFiles(document, folder, config);
    while (accepted.files === null) {
      const errors = accepted.diagnostics.filter(({ severity }) => severity === "error");
      const culprits = errors.map((error) => [pathOf(error), error.message] as const);
      const found = culprits.filter((culprit): culprit is readonly [string, string] => culprit[0] !== null);
      if (found.every(([path]) => refused.has(path)))
        throw new Error(`not generated: ${errors.map(describe).join("\n")}`);
      for (const [path, message] of found) refused.set(path, message);
      accepted = await generateFiles(withoutPaths(document, refused), folder, config);
    }
    const { files, diagnostics } = accepted;
    await writeTranspiled(folder, files);
    const source = join(folder, "src");
    return {
      files,
      diagnostics,
      refused,
      has: (module) => files.some(({ path }) => path === `src/${module}.ts`),
      load: async (module) => (await import(pathToFileURL(join(source, `${module}.js`)).href)) as Module,
      typeProblems: async () => {
        const problems = collectDiagnostics();
        await verifyTypes(folder, files, new Map(), problems);
        return problems.list().map(describe);
      },
      remove,
    };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function generateFiles(
  document: JsonObject,
  folder: string,
  config: Partial<TargetConfig>,
): Promise<{ readonly files: readonly OutputFile[] | null; readonly diagnostics: readonly Diagnostic[] }> {
  await writeFile(join(folder, "openapi.json"), writeJson(document));
  const target = toTarget({
    config: { document: "openapi.json", output: ".", package: { name: "conformance" }, ...config },
    base: folder,
  });
  const templates = templateSources(target.templates, "");
  const diagnostics = collectDiagnostics();
  const generated = await generate(target, { cwd: folder, templates, verify: false }, diagnostics, () => {});
  return { files: generated?.files ?? null, diagnostics: diagnostics.list() };
}

async function writeTranspiled(folder: string, files: readonly OutputFile[]): Promise<void> {
  await writeFile(join(folder, "package.json"), '{ "type": "module" }\n');
  const modules = files.filter(({ path }) => path.startsWith("src/") && path.endsWith(".ts"));
  const folders = new Set(modules.map(({ path }) => dirname(join(folder, path))));
  await Promise.all([...folders].map((each) => mkdir(each, { recursive: true })));
  await Promise.all(
    modules.map(async ({ path, text }) => {
      const { code } = await transform(text, { loader: "ts", format: "esm", target: "es2022", sourcefile: path });
      await writeFile(join(folder, path.replace(/\.ts$/, ".js")), code);
    }),
  );
}

/** The path template that a problem is in, from its pointer. */
function pathOf({ place }: Diagnostic): string | null {
  const pointer = place !== null && "pointer" in place ? place.pointer : "";
  const path = /^\/paths\/([^/]+)/.exec(pointer)?.[1];
  return path === undefined ? null : path.replaceAll("~1", "/").replaceAll("~0", "~");
}

function withoutPaths(document: JsonObject, refused: ReadonlyMap<string, string>): JsonObject {
  const { paths } = document;
  if (!isJsonObject(paths)) return document;
  return { ...document, paths: Object.fromEntries(Object.entries(paths).filter(([path]) => !refused.has(path))) };
}

function describe({ code, message, place }: Diagnostic): string {
  const where = place === null ? "" : "pointer" in place ? place.pointer : `${place.uri}:${place.line}: `;
  const line = place !== null && "sourceLine" in place ? `\n    ${place.sourceLine ?? ""}` : "";
  return `${where} ${code}: ${message}${line}`;
}
