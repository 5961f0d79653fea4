/** What a run of the generator would change in an output folder; reads only. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Found, inspectOutput, isSameFile, listFiles } from "./inspect-output.js";
import { buildManifest, formatManifest, hashText, manifestPath, readManifest } from "./manifest.js";
import { mapConcurrently } from "./map-concurrently.js";
import type { OutputFile } from "./output-file.js";
import { findOrphans, orphanState, type Removal } from "./plan-changes.js";
import { assertSafePaths, foldPath } from "./safe-path.js";
import { formatUnifiedDiff, type TextChange } from "./unified-diff.js";

/**
 * - `missing`: generated, and not there.
 * - `stale`: as it was last generated, and the new text differs.
 * - `edited`: neither as it was last generated nor as it would be now (or not a file at all).
 * - `orphan`: generated once, and no longer; the next run deletes it, unless it was edited since.
 * - `unlisted`: below `src/`, and never generated; the next run leaves it alone.
 */
export type Difference =
  | { readonly kind: "missing" | "stale" | "edited" | "unlisted"; readonly path: string }
  | { readonly kind: "orphan"; readonly path: string; readonly edited: boolean };

export interface OutputComparison {
  /** In the order of the files; then orphans, then unlisted files, each in code-unit order. */
  readonly differences: readonly Difference[];
  /** What the next run would change, as a unified diff; empty where that is nothing. */
  readonly diff: string;
}

/**
 * Compares an output folder with the files that it should hold. To be called after `recover`.
 * @param out the folder's absolute path; a missing one is an empty one
 * @param files the whole output, without the manifest
 * @param inputs a hash of what the files were made from; where nothing but that changed, the manifest is the one difference
 * @throws Error for paths that are unsafe or clash: our bug
 */
export async function compare(out: string, files: readonly OutputFile[], inputs: string): Promise<OutputComparison> {
  assertSafePaths(files.map(({ path }) => path));
  const inspect = inspectOutput(out);
  const { listed, orphans } = await findOrphans(out, files);
  const states = await mapConcurrently(files, async (file) =>
    classify(file, await inspect(file.path), listed.get(file.path)),
  );
  const changed = files.flatMap((file, index) => {
    const kind = states[index] ?? null;
    return kind === null ? [] : [{ kind, file }];
  });
  const leftOver = (
    await mapConcurrently(orphans, async (orphan) => classifyOrphan(orphan, await inspect(orphan.path)))
  ).flat();
  const manifest = changed.length + leftOver.length === 0 ? await compareManifest(out, files, inputs) : [];
  const unlisted = await findUnlisted(out, files, listed);

  const differences = [
    ...[...changed, ...manifest].map(({ kind, file }) => ({ kind, path: file.path })),
    ...leftOver,
    ...unlisted,
  ];
  const changes = await mapConcurrently([...changed, ...manifest], async ({ file }) =>
    readChange(out, file.path, file.text),
  );
  const removed = leftOver.filter(({ edited }) => !edited);
  const removals = await mapConcurrently(removed, ({ path }) => readChange(out, path, null));
  return { differences, diff: await formatUnifiedDiff([...changes, ...removals]) };
}

type ChangedKind = "missing" | "stale" | "edited";

/** @param listed the hash of what was last generated; undefined if nothing */
function classify(file: OutputFile, found: Found, listed: string | undefined): ChangedKind | null {
  if (found.kind === "missing") return "missing";
  if (found.kind === "obstacle") return found.at === file.path && found.what !== "folder" ? "edited" : "missing";
  if (found.hash === hashText(file.text)) return null;
  return found.hash === listed ? "stale" : "edited";
}

function classifyOrphan({ path, hash }: Removal, found: Found): readonly (Difference & { readonly kind: "orphan" })[] {
  const state = orphanState(hash, found);
  return state === "gone" ? [] : [{ kind: "orphan", path, edited: state === "edited" }];
}

/** The manifest is compared only where all else is equal: a changed file always changes it as well, which tells nobody more. */
async function compareManifest(
  out: string,
  files: readonly OutputFile[],
  inputs: string,
): Promise<readonly { readonly kind: ChangedKind; readonly file: OutputFile }[]> {
  const file = { path: manifestPath, text: formatManifest(buildManifest(files, inputs)) };
  const found = await inspectOutput(out)(manifestPath);
  const known = await readManifest(out);
  const kind = classify(file, found, known === null ? undefined : hashText(formatManifest(known)));
  return kind === null ? [] : [{ kind, file }];
}

async function findUnlisted(
  out: string,
  files: readonly OutputFile[],
  listed: ReadonlyMap<string, string>,
): Promise<readonly Difference[]> {
  const generated = new Map(files.map(({ path }) => [foldPath(path), path]));
  const unlisted: Difference[] = [];
  for (const path of await listFiles(out, "src")) {
    const file = generated.get(foldPath(path));
    const isGenerated = file === path || (file !== undefined && (await isSameFile(out, path, file)));
    if (!isGenerated && !listed.has(path)) unlisted.push({ kind: "unlisted", path });
  }
  return unlisted;
}

async function readChange(out: string, path: string, after: string | null): Promise<TextChange> {
  const found = await inspectOutput(out)(path);
  if (found.kind !== "file") return { path, before: null, after };
  const text = await readFile(join(out, path), "utf8");
  return { path, before: text.replaceAll("\r\n", "\n"), after };
}
