/** The scenarios in one file, for whatever is to play them. */
import { build } from "esbuild";

/**
 * Bundles an entry beside this module.
 * @param entry for a process a module, for a page a script that sets the global `scenarios`
 */
export async function bundleScenarios(entry: "in-process" | "in-page"): Promise<string> {
  const isPage = entry === "in-page";
  const { outputFiles } = await build({
    entryPoints: [new URL(`${entry}.ts`, import.meta.url).pathname],
    bundle: true,
    write: false,
    target: "es2022",
    sourcemap: "inline",
    // A module of Node in a scenario is an error for a page.
    platform: isPage ? "browser" : "node",
    format: isPage ? "iife" : "esm",
    ...(isPage && { globalName: "scenarios" }),
  });
  return outputFiles.map(({ text }) => text).join("");
}
