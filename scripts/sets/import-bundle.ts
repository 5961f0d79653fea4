/** A generated package with the libraries that its template sets need, bundled and imported. */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import type { OutputFile } from "../../generator/output/output-file.js";

/**
 * Bundles a module, and imports the bundle.
 * @param lines of the module, which stands beside the package's `src`
 * @returns what it exports
 */
export async function importBundle(files: readonly OutputFile[], lines: readonly string[]): Promise<unknown> {
  const folder = await mkdtemp(join(tmpdir(), "exemplar-bundle-"));
  try {
    const paths = files.map(({ path }) => join(folder, path));
    for (const parent of new Set(paths.map((path) => dirname(path)))) await mkdir(parent, { recursive: true });
    for (const { path, text } of files) await writeFile(join(folder, path), text);
    await build({
      stdin: { contents: lines.join("\n"), resolveDir: folder, loader: "ts" },
      bundle: true,
      outfile: join(folder, "bundle.mjs"),
      format: "esm",
      platform: "neutral",
      mainFields: ["module", "main"],
      target: "es2022",
      charset: "utf8",
      logLevel: "silent",
      // What surrounds the folder is none of its business, but for the libraries.
      tsconfigRaw: {},
      nodePaths: [join(import.meta.dirname, "../../node_modules")],
    });
    return (await import(pathToFileURL(join(folder, "bundle.mjs")).href)) as unknown;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
