/** Modules of this folder as scripts: to load TypeScript takes a process longer than all that it is to do. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const outdir = mkdtempSync(join(tmpdir(), "exemplar-hostile-modules-"));
process.once("exit", () => {
  rmSync(outdir, { recursive: true, force: true });
});
const ready = build({
  entryPoints: ["watch-network", "exercise-package"].map((name) =>
    fileURLToPath(new URL(`${name}.ts`, import.meta.url)),
  ),
  outdir,
  bundle: true,
  platform: "node",
  format: "esm",
  outExtension: { ".js": ".mjs" },
});

/** The path of a module that node runs as it is. */
export async function compiledModule(name: "watch-network" | "exercise-package"): Promise<string> {
  await ready;
  return join(outdir, `${name}.mjs`);
}
