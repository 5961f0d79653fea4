/** The child as a script: to load TypeScript takes a process longer than all that it is to do. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** Compiles it into a folder; returns its path. */
export async function compiledChild(folder: string): Promise<string> {
  const outfile = join(folder, "emit-child.mjs");
  const entryPoints = [fileURLToPath(new URL("emit-child.ts", import.meta.url))];
  await build({ entryPoints, outfile, bundle: true, platform: "node", format: "esm" });
  return outfile;
}
