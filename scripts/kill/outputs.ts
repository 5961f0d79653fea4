/** Two outputs of one folder, and which of them is there. */
import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import type { OutputFile } from "../../generator/output/output-file.js";
import { buildManifest, formatManifest, manifestPath } from "../../generator/output/manifest.js";

export interface Output {
  readonly name: string;
  readonly files: readonly OutputFile[];
}

/** Files of one size and two versions; some are in one version alone, a folder takes the place of a file, and the reverse. */
export function twoOutputs(count: number): readonly [Output, Output] {
  const text = (version: string, index: number) =>
    `export const v = "${version} ${index}";\n`.repeat(20 + (index % 7) * 40);
  const shared = Array.from({ length: count }, (_, index) => index);
  const make = (name: string, own: string): Output => ({
    name,
    files: [
      ...shared.map((index) => ({
        path: `src/folder-${index % 9}/file-${index}.ts`,
        // Every fifth is the same in both.
        text: text(index % 5 === 0 ? "same" : name, index),
      })),
      ...shared.slice(0, 10).map((index) => ({ path: `src/${own}/own-${index}.ts`, text: text(name, index) })),
      name === "a" ? { path: "place/inner.ts", text: "a\n" } : { path: "place", text: "b\n" },
    ],
  });
  return [make("a", "left"), make("b", "right")];
}

/**
 * What a folder holds.
 * @returns the name of one of the outputs, which is there as it would be after an undisturbed run; "nothing"; or what is
 *   wrong, with the paths
 */
export async function whichOutput(out: string, outputs: readonly Output[]): Promise<string> {
  const found = await readFiles(out);
  if (found.size === 0) return "nothing";
  const differences = outputs.map(({ name, files }): readonly [string, readonly string[]] => {
    const manifest = { path: manifestPath, text: formatManifest(buildManifest(files, name)) };
    const wanted = new Map([...files, manifest].map(({ path, text }) => [path, text]));
    const paths = new Set([...found.keys(), ...wanted.keys()]);
    return [name, [...paths].filter((path) => found.get(path) !== wanted.get(path))];
  });
  const whole = differences.find(([, paths]) => paths.length === 0);
  if (whole !== undefined) return whole[0];
  return `a mixture: ${differences.map(([name, paths]) => `${paths.length} files are not those of ${name} (${paths.slice(0, 3).join(", ")})`).join("; ")}`;
}

async function readFiles(folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => !entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name));
  const texts = await Promise.all(
    files.map(async (path) => [relative(folder, path).replaceAll(sep, "/"), await readFile(path, "utf8")] as const),
  );
  return new Map(texts);
}
