/** An application as a browser would get it: bundled and minified by esbuild, then compressed by gzip. */
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

export interface Built {
  readonly code: string;
  /** Bytes of `code`, compressed. */
  readonly gzip: number;
  /** Bytes in `code` of each module that has any, by its path; not compressed, the largest first. */
  readonly modules: readonly (readonly [path: string, bytes: number])[];
}

/**
 * Builds one application.
 * @param client the folder that it imports from as `client`, if any
 * @param packages a `node_modules` for what the folder imports, if any
 * @throws where a module or an export is not there
 */
export async function buildApplication(source: string, client: string | null, packages: string | null): Promise<Built> {
  const result = await build({
    stdin: { contents: source, loader: "js", sourcefile: "application.js", resolveDir: client ?? process.cwd() },
    alias: client === null ? {} : { client },
    nodePaths: packages === null ? [] : [packages],
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    write: false,
    metafile: true,
    logLevel: "silent",
  });
  const code = result.outputFiles[0]?.text ?? "";
  const inputs = Object.values(result.metafile.outputs).flatMap((output) => Object.entries(output.inputs));
  const modules = inputs
    .map(([path, { bytesInOutput }]) => [path, bytesInOutput] as const)
    .filter(([, bytes]) => bytes > 0)
    .sort(([, a], [, b]) => b - a);
  return { code, gzip: gzipSync(code, { level: 9 }).length, modules };
}
