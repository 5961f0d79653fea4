/** Generated code in a bundle. */
import { build } from "esbuild";
import type { OutputFile } from "../generator/output/output-file.js";

/**
 * Bundles an application with esbuild: what of a package is in it shows what can be left out.
 * @param files of the package
 * @param entry the application's only module, beside the package's root
 */
export async function bundlePackage(files: readonly OutputFile[], entry: string): Promise<string> {
  const texts = new Map(files.map(({ path, text }) => [`/${path}`, text]));
  const result = await build({
    stdin: { contents: entry, loader: "ts", sourcefile: "/entry.ts", resolveDir: "/" },
    bundle: true,
    write: false,
    format: "esm",
    plugins: [
      {
        name: "memory",
        setup(builder) {
          builder.onResolve({ filter: /^\./ }, ({ path, importer }) => ({
            path: new URL(path, `file://${importer}`).pathname.replace(/\.js$/, ".ts"),
            namespace: "memory",
            sideEffects: false,
          }));
          builder.onLoad({ filter: /./, namespace: "memory" }, ({ path }) => ({
            contents: texts.get(path) ?? "",
            loader: "ts",
          }));
        },
      },
    ],
  });
  return result.outputFiles.map(({ text }) => text).join("");
}
