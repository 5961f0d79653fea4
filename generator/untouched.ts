/** Whether an output folder is exactly what the last run wrote: manifest, files, and no journal left over. */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { journalPath } from "./output/journal.js";
import { hashText, manifestPath, readManifest } from "./output/manifest.js";

/** The manifest of an output folder as text, or null. */
export async function readManifestText(output: string): Promise<string | null> {
  try {
    return await readFile(join(output, manifestPath), "utf8");
  } catch {
    return null;
  }
}

/**
 * Compares the output with its manifest, and the manifest with a hash.
 * @param manifestHash SHA-256 of the manifest that the last run wrote
 */
export async function isUntouched(output: string, manifestHash: string): Promise<boolean> {
  const text = await readManifestText(output);
  if (text === null || hashText(text) !== manifestHash || existsSync(join(output, journalPath))) return false;
  const manifest = await readManifest(output);
  if (manifest === null) return false;
  const checks = Object.entries(manifest.files).map(async ([path, hash]) => {
    try {
      return hashText(await readFile(join(output, path), "utf8")) === hash;
    } catch {
      return false;
    }
  });
  return (await Promise.all(checks)).every(Boolean);
}
