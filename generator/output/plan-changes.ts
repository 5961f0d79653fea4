/** What has to change on disk for an output folder to hold a list of files; reads only. */
import { join } from "node:path";
import type { Diagnostics } from "../diagnostics.js";
import { displayPath } from "./display-path.js";
import {
  describeObstacle,
  type Found,
  type Inspect,
  inspectOutput,
  isClearedBy,
  isSameFile,
} from "./inspect-output.js";
import { buildManifest, formatManifest, hashText, manifestPath, readManifest } from "./manifest.js";
import { mapConcurrently } from "./map-concurrently.js";
import type { OutputFile } from "./output-file.js";
import { foldPath } from "./safe-path.js";

/** A file to be put in place, over what stands there. */
export interface Write extends OutputFile {
  readonly hash: string;
}

/** A file to be deleted, where it still has this hash. */
export interface Removal {
  readonly path: string;
  readonly hash: string;
}

export interface Plan {
  /** The manifest is last, and is there only if it changes. */
  readonly writes: readonly Write[];
  readonly removals: readonly Removal[];
  /** Paths of files that are as they should be. */
  readonly unchanged: readonly string[];
  /** Paths of files to be overwritten though they are not as we wrote them. */
  readonly edited: readonly string[];
}

/** A generated file beside what stands at its path. */
interface Comparison {
  readonly file: Write;
  readonly found: Found;
  /** The hash of what we last wrote there; undefined if nothing. */
  readonly listed: string | undefined;
}

/**
 * Compares the folder with the files that it should hold.
 * @param out the folder's absolute path
 * @param files all files of the output, without the manifest
 * @param inputs a hash of what they were made from
 * @returns null, with an error reported, where a file must not or cannot be written
 */
export async function planChanges(
  out: string,
  files: readonly OutputFile[],
  inputs: string,
  diagnostics: Diagnostics,
): Promise<Plan | null> {
  const inspect = inspectOutput(out);
  const { listed, orphans } = await findOrphans(out, files);
  const removals = await planRemovals(out, inspect, orphans, diagnostics);
  const compared = await mapConcurrently(files, async ({ path, text }): Promise<Comparison> => ({
    file: { path, text, hash: hashText(text) },
    found: await inspect(path),
    listed: listed.get(path),
  }));
  const text = formatManifest(buildManifest(files, inputs));
  const manifest = { file: { path: manifestPath, text, hash: hashText(text) }, found: await inspect(manifestPath) };

  const removed = new Set(removals.map(({ path }) => path));
  const refusals = await mapConcurrently([...compared, manifest], ({ file, found }) =>
    checkObstacle(out, file.path, found, removed, diagnostics),
  );
  const foreign = compared.filter(isForeign).map(({ file }) => displayPath(join(out, file.path)));
  const [path, ...others] = foreign;
  if (path !== undefined) diagnostics.add("output-not-ours", null, { path, others: others.length });
  if (path !== undefined || refusals.includes(false)) return null;

  const edited = compared.filter(isEdited).map(({ file }) => file.path);
  for (const path of edited) diagnostics.add("file-edited", null, { path: displayPath(join(out, path)) });
  return {
    writes: [...compared, manifest].filter(isDifferent).map(({ file }) => file),
    removals,
    unchanged: compared.filter((comparison) => !isDifferent(comparison)).map(({ file }) => file.path),
    edited,
  };
}

function isDifferent({ file, found }: { readonly file: Write; readonly found: Found }): boolean {
  return found.kind !== "file" || found.hash !== file.hash;
}

/** True for a file that we would overwrite though we never wrote it. */
function isForeign({ file, found, listed }: Comparison): boolean {
  return found.kind === "file" && found.hash !== file.hash && listed === undefined;
}

function isEdited({ file, found, listed }: Comparison): boolean {
  return found.kind === "file" && found.hash !== file.hash && found.hash !== listed;
}

/** Reports what stands in the way of a file; false where something does that the removals do not clear. */
async function checkObstacle(
  out: string,
  path: string,
  found: Found,
  removed: ReadonlySet<string>,
  diagnostics: Diagnostics,
): Promise<boolean> {
  if (found.kind !== "obstacle" || (await isClearedBy(out, found, removed))) return true;
  const at = displayPath(join(out, found.at));
  if (found.what === "symlink") diagnostics.add("output-symlink", null, { path: at });
  else diagnostics.add("output-not-writable", null, { path: at, reason: describeObstacle(found) });
  return false;
}

/**
 * Sorts what the manifest lists.
 * @returns `listed`: the hash of each file that we wrote; `orphans`: those of them that are no longer generated
 */
export async function findOrphans(
  out: string,
  files: readonly OutputFile[],
): Promise<{ readonly listed: ReadonlyMap<string, string>; readonly orphans: readonly Removal[] }> {
  const manifest = await readManifest(out);
  const listed = new Map(Object.entries(manifest?.files ?? {}));
  const generated = new Map(files.map(({ path }) => [foldPath(path), path]));
  const orphans: Removal[] = [];
  for (const [path, hash] of [...listed].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const current = generated.get(foldPath(path));
    if (current === path) continue;
    // Renamed in case only: where the file system ignores case it is the new file, and must not be deleted.
    if (current !== undefined && (await isSameFile(out, path, current))) listed.set(current, hash);
    else orphans.push({ path, hash });
  }
  return { listed, orphans };
}

/** The orphans that may be deleted; one that is not as we wrote it stays, with a warning. */
async function planRemovals(
  out: string,
  inspect: Inspect,
  orphans: readonly Removal[],
  diagnostics: Diagnostics,
): Promise<readonly Removal[]> {
  const found = await mapConcurrently(orphans, ({ path }) => inspect(path));
  return orphans.filter(({ path, hash }, index) => {
    const state = orphanState(hash, found[index]);
    if (state === "edited") diagnostics.add("orphan-edited", null, { path: displayPath(join(out, path)) });
    return state === "ours";
  });
}

/**
 * Tells whether a file that the manifest lists and that is no longer generated may be deleted.
 * @param hash what the manifest says of it
 */
export function orphanState(hash: string, found: Found | undefined): "gone" | "ours" | "edited" {
  if (found === undefined || found.kind === "missing") return "gone";
  if (found.kind === "obstacle") return found.what === "file" ? "gone" : "edited";
  return found.hash === hash ? "ours" : "edited";
}
