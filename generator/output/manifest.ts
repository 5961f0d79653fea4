/** `.exemplar/manifest.json`: which files of an output folder are ours, and what we wrote into them. */
import { createHash } from "node:crypto";
import { lstat, readFile } from "node:fs/promises";
import { join } from "node:path";
import { isJsonObject, jsonObject } from "../document/json.js";
import type { OutputFile } from "./output-file.js";
import { isSafePath, workFolder } from "./safe-path.js";

export interface Manifest {
  /** A hash of all that the output was made from. */
  readonly inputs: string;
  /** The hash of each file's text, by path. */
  readonly files: Readonly<Record<string, string>>;
}

/** Where the manifest lies, relative to the output folder. */
export const manifestPath = `${workFolder}/manifest.json`;

/** SHA-256 of a text as UTF-8, in hex. CRLF counts as LF: a checkout by Git on Windows is not an edit. */
export function hashText(text: string): string {
  return createHash("sha256").update(text.replaceAll("\r\n", "\n"), "utf8").digest("hex");
}

/** What `hashText` gives for the text that these bytes are, without decoding them: invalid UTF-8 stays a difference. */
export function hashBytes(bytes: Buffer): string {
  const lines = bytes.includes("\r\n")
    ? Buffer.from(bytes.toString("latin1").replaceAll("\r\n", "\n"), "latin1")
    : bytes;
  return createHash("sha256").update(lines).digest("hex");
}

/**
 * The manifest of a list of files.
 * @param inputs a hash of all that the files were made from
 */
export function buildManifest(files: readonly OutputFile[], inputs: string): Manifest {
  return { inputs, files: jsonObject(files.map(({ path, text }) => [path, hashText(text)])) };
}

/** The manifest as JSON text; paths in code-unit order (by hand, as `JSON.stringify` moves integer-like keys to the front). */
export function formatManifest(manifest: Manifest): string {
  const files = Object.entries(manifest.files)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([path, hash]) => `\n    ${JSON.stringify(path)}: ${JSON.stringify(hash)}`);
  const list = files.length === 0 ? "{}" : `{${files.join(",")}\n  }`;
  return `{\n  "inputs": ${JSON.stringify(manifest.inputs)},\n  "files": ${list}\n}\n`;
}

/**
 * Reads the manifest of an output folder.
 * @param out the folder's absolute path
 * @returns null for a manifest that is missing, unreadable or malformed, or that lists a path that is not safe
 */
export async function readManifest(out: string): Promise<Manifest | null> {
  try {
    // Links are not followed: what they lead to is not ours.
    const folder = await lstat(join(out, workFolder));
    const file = await lstat(join(out, manifestPath));
    if (!folder.isDirectory() || !file.isFile()) return null;
    return parseManifest(await readFile(join(out, manifestPath), "utf8"));
  } catch {
    return null;
  }
}

/** @throws SyntaxError for text that is not JSON */
function parseManifest(text: string): Manifest | null {
  const value: unknown = JSON.parse(text);
  if (!isJsonObject(value)) return null;
  const { inputs, files } = value;
  if (typeof inputs !== "string" || !isJsonObject(files)) return null;
  const entries: [string, string][] = [];
  for (const [path, hash] of Object.entries(files)) {
    if (!isSafePath(path) || !isHash(hash)) return null;
    entries.push([path, hash]);
  }
  return { inputs, files: jsonObject(entries) };
}

/** True for text that `hashText` may have returned. */
export function isHash(value: unknown): value is string {
  return typeof value === "string" && /^[0-9a-f]{64}$/.test(value);
}
