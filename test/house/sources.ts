/** The files that the house rules are about. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { SourceText } from "./imports.js";

export const repository = fileURLToPath(new URL("../..", import.meta.url));

/** All files below a folder of the repository whose name ends so, by path. */
export async function sourcesBelow(folder: string, ending: string): Promise<readonly SourceText[]> {
  const entries = await readdir(join(repository, folder), { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(
    paths.sort().map(async (path) => ({
      path: path.slice(repository.length).replaceAll("\\", "/"),
      text: await readFile(path, "utf8"),
    })),
  );
}
