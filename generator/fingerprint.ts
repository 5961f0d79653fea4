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
import { listFiles, type SetSource } from "./output/template-set.js";

/** Those that have a say in the output. */
const libraries = [
  "@eslint-community/regexpp",
  "ajv",
  "ajv-formats",
  "handlebars",
  "json-p3",
  "openapi-typescript",
  "prettier",
  "re2js",
  "typescript",
  "yaml",
];

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
export async function fingerprint(target: Target, templates: readonly SetSource[]): Promise<Fingerprint | null> {
  const own = templates.filter(({ isBuiltIn }) => !isBuiltIn);
  try {
    const inputs = await hashInputs(target, own);
    return { inputs, complete: await hashSurroundings(inputs, target, templates).catch(() => null) };
  } catch {
    return null;
  }
}

/** A file that references led to; `text` is null where it could not be read. */
export interface ReferencedText {
  /** Relative to the document's folder. */
  readonly label: string;
  readonly text: string | null;
}

/**
 * A hash of inputs, extended by the files that references led to; the same where there are none.
 * @param hash of the inputs that are known before the document is read
 */
export function withReferenced(hash: string, files: readonly ReferencedText[]): string {
  if (files.length === 0) return hash;
  const extended = createHash("sha256").update(hash);
  const sorted = [...files].sort((a, b) => (a.label < b.label ? -1 : 1));
  for (const { label, text } of sorted) {
    extended.update(JSON.stringify([label, text === null ? null : plainText(text)]));
  }
  return extended.digest("hex");
}

/** Reads files again that an earlier run was led to by references. */
export function readReferenced(
  files: readonly { readonly label: string; readonly path: string }[],
): Promise<readonly ReferencedText[]> {
  return Promise.all(
    files.map(async ({ label, path }) => ({ label, text: await readFile(path, "utf8").catch(() => null) })),
  );
}

async function hashInputs(target: Target, own: readonly SetSource[]): Promise<string> {
  const { packageName, packageVersion, infer, forms, pagination, int64, dates, templates } = target;
  const sets = templates.map(({ set, options }) => [setName(set), options]);
  const hash = createHash("sha256").update(
    JSON.stringify({ packageName, packageVersion, infer, forms, pagination, int64, dates, sets }),
  );
  for (const path of [target.document, ...target.overlays]) await addText(hash, path);
  for (const { folder } of own) await addFiles(hash, folder, (await listFiles(folder)) ?? []);
  return hash.digest("hex");
}

async function hashSurroundings(inputs: string, target: Target, sets: readonly SetSource[]): Promise<string> {
  const hash = createHash("sha256").update(inputs);
  await addFiles(hash, ownFolder, (await readdir(ownFolder, { recursive: true })).filter(isModule).sort());
  for (const { folder } of sets) await addFiles(hash, folder, (await listFiles(folder)) ?? []);
  for (const { folder, isBuiltIn } of sets) if (!isBuiltIn) await refuseElsewhere(folder);
  for (const library of libraries) {
    const manifest = findUp(packageFolder, join("node_modules", library, "package.json"));
    if (manifest !== null) await addText(hash, manifest);
  }
  for (const path of prettierConfigFiles(target.output)) await addText(hash.update(`${path}\n`), path);
  return hash.digest("hex");
}

/**
 * Helpers that import modules from outside of their set may change what they return without any change of the set.
 * @throws where there are such: no cache is to be trusted
 */
async function refuseElsewhere(folder: string): Promise<void> {
  for (const path of (await listFiles(folder)) ?? []) {
    if (!/^(?:helpers\.|_)/.test(path) || !/\.[cm]?[jt]s$/.test(path)) continue;
    const text = await readFile(join(folder, path), "utf8");
    const depth = path.split("/").length - 1;
    const elsewhere = [...text.matchAll(/(?:from|import|require)\s*\(?\s*["']([^"']+)["']/g)]
      .map(([, specifier = ""]) => specifier)
      .find((specifier) => !isWithin(specifier, depth));
    if (elsewhere !== undefined) throw new Error(`${path} imports ${elsewhere}`);
  }
}

function isWithin(specifier: string, depth: number): boolean {
  if (specifier.startsWith(".")) return specifier.split("../").length - 1 <= depth;
  return specifier.startsWith("openapi-exemplar") || specifier.startsWith("node:");
}

/** The name of a set without the folder that it lies in, which differs between machines. */
function setName(template: string): string {
  return template.split(/[/\\]/).at(-1) ?? template;
}

/** A checkout on Windows is the same input. */
function plainText(text: string): string {
  return text.replace(/^\uFEFF/, "").replaceAll("\r\n", "\n");
}

/** Adds a text file, whatever its line ends. */
async function addText(hash: ReturnType<typeof createHash>, path: string): Promise<void> {
  addTextOf(hash, await readFile(path, "utf8"));
}

function addTextOf(hash: ReturnType<typeof createHash>, read: string): void {
  const text = plainText(read);
  hash.update(`${String(text.length)}\n`).update(text);
}

async function addFiles(hash: ReturnType<typeof createHash>, folder: string, paths: readonly string[]): Promise<void> {
  const texts = await Promise.all(paths.map((path) => readFile(join(folder, path), "utf8")));
  for (const [index, path] of paths.entries()) addTextOf(hash.update(`${path}\n`), texts[index] ?? "");
}

/** A module of the generator. What serves a mock writes nothing. */
function isModule(path: string): boolean {
  return /\.[jt]s$/.test(path) && !path.endsWith(".d.ts") && !/^mock[/\\]/.test(path);
}
