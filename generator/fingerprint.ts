/**
 * Hashes that tell whether anything changed: of a target's inputs (it goes into the manifest, so it has nothing about
 * this machine or version in it), and of the generator itself (kept in a cache beside node_modules, never in the output).
 */
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { Target } from "./config.js";
import { findUp } from "./find-up.js";
import { prettierConfigFiles } from "./output/prettier-options.js";

/** The folder with the generator's modules, and that with the package. */
const ownFolder = fileURLToPath(new URL(".", import.meta.url));
export const packageFolder = dirname(ownFolder.replace(/[/\\]$/, ""));

export const builtinTemplates = join(packageFolder, "templates");

export interface Fingerprint {
  /** SHA-256 of document, overlays, options and the user's templates. The same on every machine. */
  readonly inputs: string;
  /** SHA-256 of `inputs` and all that may change the output beside it: generator, built-in templates, libraries, Prettier's options. */
  readonly complete: string;
}

/** Computes both, or returns null where an input cannot be read: the pipeline says why. */
export async function fingerprint(
  target: Target,
  templateFolders: readonly { readonly name: string; readonly folder: string }[],
): Promise<Fingerprint | null> {
  try {
    const { packageName, packageVersion, required, templates } = target;
    const inputs = createHash("sha256").update(
      JSON.stringify({ packageName, packageVersion, required, sets: templates.map(setName) }),
    );
    for (const path of [target.document, ...target.overlays]) await addText(inputs, path);
    const own = templateFolders.filter(({ folder }) => !folder.startsWith(builtinTemplates));
    for (const { folder } of own) await addFolder(inputs, folder);
    const digest = inputs.digest("hex");
    const complete = createHash("sha256").update(digest);
    await addFolder(complete, ownFolder);
    for (const { folder } of templateFolders) await addFolder(complete, folder);
    for (const library of ["handlebars", "openapi-typescript", "prettier", "typescript", "yaml"]) {
      const manifest = findUp(packageFolder, join("node_modules", library, "package.json"));
      if (manifest !== null) await addText(complete, manifest);
    }
    for (const path of prettierConfigFiles(target.output)) await addText(complete, path);
    return { inputs: digest, complete: complete.digest("hex") };
  } catch {
    return null;
  }
}

/** The name of a set without the folder that it lies in, which differs between machines. */
function setName(template: string): string {
  return template.split(/[/\\]/).at(-1) ?? template;
}

/** Adds a text file, whatever its line ends: a checkout on Windows is the same input. */
async function addText(hash: ReturnType<typeof createHash>, path: string): Promise<void> {
  const text = (await readFile(path, "utf8")).replace(/^\uFEFF/, "").replaceAll("\r\n", "\n");
  hash.update(`${String(text.length)}\n`).update(text);
}

async function addFolder(hash: ReturnType<typeof createHash>, folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
  for (const path of paths.sort()) {
    hash.update(`${path.split(sep).join("/")}\n`);
    await addText(hash, join(folder, path));
  }
}
