/**
 * Hashes that tell whether anything changed: of a target's inputs (it goes into the manifest, so it has nothing about
 * this machine or version in it), and of the generator itself (kept in a cache beside node_modules, never in the output).
 */
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Target } from "./config.js";
import { findUp } from "./find-up.js";
import { prettierConfigFiles } from "./output/prettier-options.js";
import { listSetFiles } from "./output/template-set.js";

/** The folder with the generator's modules, and that with the package. */
const ownFolder = fileURLToPath(new URL(".", import.meta.url));
export const packageFolder = dirname(ownFolder.replace(/[/\\]$/, ""));

export const builtinTemplates = join(packageFolder, "templates");

export interface Fingerprint {
  /** SHA-256 of document, overlays, options and the user's templates. The same on every machine. */
  readonly inputs: string;
  /**
   * SHA-256 of `inputs` and all that may change the output beside it: generator, built-in templates, libraries, Prettier's
   * options. Null where something of that cannot be read.
   */
  readonly complete: string | null;
}

/** Computes both, or returns null where an input cannot be read: the pipeline says why. */
export async function fingerprint(
  target: Target,
  templateFolders: readonly { readonly name: string; readonly folder: string }[],
): Promise<Fingerprint | null> {
  const own = templateFolders.filter(({ folder }) => !folder.startsWith(builtinTemplates));
  try {
    const inputs = await hashInputs(target, own);
    return { inputs, complete: await hashSurroundings(inputs, target, templateFolders).catch(() => null) };
  } catch {
    return null;
  }
}

type TemplateFolders = Parameters<typeof fingerprint>[1];

async function hashInputs(target: Target, own: TemplateFolders): Promise<string> {
  const { packageName, packageVersion, required, forms, templates } = target;
  const hash = createHash("sha256").update(
    JSON.stringify({ packageName, packageVersion, required, forms, sets: templates.map(setName) }),
  );
  for (const path of [target.document, ...target.overlays]) await addText(hash, path);
  for (const { folder } of own) await addFiles(hash, folder, (await listSetFiles(folder)) ?? []);
  return hash.digest("hex");
}

async function hashSurroundings(inputs: string, target: Target, templateFolders: TemplateFolders): Promise<string> {
  const hash = createHash("sha256").update(inputs);
  await addFiles(hash, ownFolder, (await readdir(ownFolder, { recursive: true })).filter(isModule).sort());
  for (const { folder } of templateFolders) await addFiles(hash, folder, (await listSetFiles(folder)) ?? []);
  for (const library of ["handlebars", "openapi-typescript", "prettier", "typescript", "yaml"]) {
    const manifest = findUp(packageFolder, join("node_modules", library, "package.json"));
    if (manifest !== null) await addText(hash, manifest);
  }
  for (const path of prettierConfigFiles(target.output)) await addText(hash.update(`${path}\n`), path);
  return hash.digest("hex");
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

async function addFiles(hash: ReturnType<typeof createHash>, folder: string, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    hash.update(`${path}\n`);
    await addText(hash, join(folder, path));
  }
}

function isModule(path: string): boolean {
  return /\.[jt]s$/.test(path);
}
