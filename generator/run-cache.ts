/** What a run leaves for the next one beside node_modules: the proof that nothing has to be done. */
import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { findUp } from "./find-up.js";
import { packageFolder } from "./fingerprint.js";

/** What a run left for the next one, for an output folder. */
export interface CacheEntry {
  readonly complete: string;
  /** SHA-256 of the manifest that was written. */
  readonly manifest: string;
  /** The files that references led to, or would have; they are part of `complete`. */
  readonly referenced: readonly { readonly label: string; readonly path: string }[];
  /** What the run said, to be said again. */
  readonly report: unknown;
}

/** The last run's entry for an output folder, or null. */
export async function readCache(output: string): Promise<CacheEntry | null> {
  try {
    const entry: unknown = JSON.parse(await readFile(cacheFile(output), "utf8"));
    const isEntry =
      typeof entry === "object" &&
      entry !== null &&
      "complete" in entry &&
      "manifest" in entry &&
      "referenced" in entry &&
      Array.isArray(entry.referenced) &&
      "report" in entry;
    if (!isEntry || typeof entry.complete !== "string" || typeof entry.manifest !== "string") return null;
    const { complete, manifest, report } = entry;
    // A file of ours, by `writeCache`.
    return { complete, manifest, report, referenced: entry.referenced as CacheEntry["referenced"] };
  } catch {
    return null;
  }
}

/** Leaves an entry. A cache that cannot be written is none. */
export async function writeCache(output: string, entry: CacheEntry): Promise<void> {
  const file = cacheFile(output);
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, JSON.stringify(entry));
  } catch {
    // The next run is slower, that is all.
  }
}

function cacheFile(output: string): string {
  const modules = findUp(dirname(output), "node_modules") ?? join(packageFolder, "node_modules");
  const name = createHash("sha256").update(output).digest("hex").slice(0, 16);
  return join(modules, ".cache", "openapi-exemplar", `${name}.json`);
}
