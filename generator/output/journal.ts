/**
 * How the output gets into place: every new file is staged first, then a journal says what is to be done, then it is
 * done. What an interrupted run left can be done again: each step checks whether it has been done.
 */
import { copyFile, mkdir, open, readdir, readFile, rename, rm, rmdir, unlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { isJsonArray, isJsonObject, type JsonValue } from "../document/json.js";
import { entryType, inspectOutput, isClearedBy } from "./inspect-output.js";
import { isHash, manifestPath, readManifest } from "./manifest.js";
import { mapConcurrently } from "./map-concurrently.js";
import type { Removal, Write } from "./plan-changes.js";
import { isSafePath, parentPaths, workFolder } from "./safe-path.js";
import { isSystemError } from "./system-error.js";

export interface Journal {
  /** Files to be deleted, before anything is moved: a file may make room for a folder, or a folder for a file. */
  readonly removals: readonly Entry[];
  /** Staged files, named by their index, and the paths that they are moved to; the manifest is last. */
  readonly moves: readonly Entry[];
}

interface Entry {
  readonly path: string;
  readonly hash: string;
}

/** Where the journal and the staged files lie, relative to the output folder. */
export const journalPath = `${workFolder}/journal.json`;
export const stageFolder = `${workFolder}/stage`;

/** The path of the staged file of the move with this index, relative to the output folder. */
export function stagedPath(index: number): string {
  return `${stageFolder}/${index}`;
}

/**
 * Writes all new files next to the output, in the order of the journal's moves.
 * @throws SystemError where one cannot be written
 */
export async function stageFiles(out: string, writes: readonly Write[]): Promise<void> {
  await mkdir(join(out, stageFolder));
  await mapConcurrently(writes, ({ text }, index) =>
    writeFile(join(out, stagedPath(index)), text, { flag: "wx", mode: 0o644 }),
  );
}

/** Writes the journal of a plan, whole or not at all. From then on the plan is carried out, if not by this run then by the next. */
export async function writeJournal(
  out: string,
  writes: readonly Write[],
  removals: readonly Removal[],
): Promise<Journal> {
  const moves = writes.map(({ path, hash }) => ({ path, hash }));
  const temporary = join(out, stageFolder, "journal.json");
  const file = await open(temporary, "wx", 0o644);
  try {
    await file.writeFile(JSON.stringify({ removals, moves }));
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, join(out, journalPath));
  return { removals, moves };
}

/**
 * Does what a journal says. Doing it again, or after a part of it, comes to the same.
 * @throws SystemError where something cannot be done; the rest is then left for the next time
 */
export async function applyJournal(out: string, journal: Journal): Promise<void> {
  for (const entry of journal.removals) await removeFile(out, entry);
  const folders = new Set<string>();
  for (const [index, { path }] of journal.moves.entries()) {
    const [staged, target] = [join(out, stagedPath(index)), join(out, path)];
    if ((await entryType(staged)) !== "file") continue; // It has been moved.
    if (!folders.has(dirname(target))) await mkdir(dirname(target), { recursive: true });
    folders.add(dirname(target));
    await moveFile(staged, target);
  }
}

async function moveFile(staged: string, target: string): Promise<void> {
  if ((await entryType(target)) === "folder") await removeEmptyFolders(target);
  try {
    await rename(staged, target);
  } catch (error) {
    if (!isSystemError(error) || error.code !== "EXDEV") throw error;
    // A folder of the output is a mount of its own.
    await copyFile(staged, target);
    await unlink(staged);
  }
}

/**
 * Removes a folder of nothing but folders, which stands where a file is needed.
 * @throws SystemError where there is something else in it
 */
async function removeEmptyFolders(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) await removeEmptyFolders(join(folder, entry.name));
  }
  await rmdir(folder);
}

/** Deletes a file, if it is still as we wrote it, and the folders that this leaves empty. */
async function removeFile(out: string, { path, hash }: Entry): Promise<void> {
  const found = await inspectOutput(out)(path);
  if (found.kind === "obstacle" || (found.kind === "file" && found.hash !== hash)) return;
  if (found.kind === "file") await unlink(join(out, path));
  for (const folder of parentPaths(path)) {
    try {
      await rmdir(join(out, folder));
    } catch (error) {
      if (!isSystemError(error)) throw error;
      if (error.code !== "ENOENT") return; // Not empty, or not ours to remove.
    }
  }
}

/** Removes the journal and what is staged. The journal first: a stage without a journal is of no consequence. */
export async function clearJournal(out: string): Promise<void> {
  await rm(join(out, journalPath), { force: true, recursive: true });
  await rm(join(out, stageFolder), { force: true, recursive: true });
}

/**
 * Reads the journal that an interrupted run left. Anyone may have put it there.
 * @returns null where there is none; `malformed` where it is not one of ours or names an unsafe path
 */
export async function readJournal(out: string): Promise<Journal | "malformed" | null> {
  const found = await inspectOutput(out)(journalPath);
  if (found.kind === "missing") return null;
  if (found.kind !== "file") return "malformed";
  try {
    // The cast only names what JSON.parse returns.
    const value = JSON.parse(await readFile(join(out, journalPath), "utf8")) as JsonValue;
    return parseJournal(value) ?? "malformed";
  } catch (error) {
    if (error instanceof SyntaxError) return "malformed";
    throw error;
  }
}

function parseJournal(value: JsonValue): Journal | null {
  if (!isJsonObject(value)) return null;
  const removals = parseEntries(value["removals"]);
  const moves = parseEntries(value["moves"]);
  if (removals === null || moves === null) return null;
  // The manifest's own path is not a safe one for a file; it may be moved, and only last.
  const files = moves.at(-1)?.path === manifestPath ? moves.slice(0, -1) : moves;
  const paths = [...files, ...removals].map(({ path }) => path);
  return paths.every(isSafePath) && new Set(paths).size === paths.length ? { removals, moves } : null;
}

function parseEntries(value: JsonValue | undefined): readonly Entry[] | null {
  if (!isJsonArray(value)) return null;
  const entries: Entry[] = [];
  for (const item of value) {
    if (!isJsonObject(item)) return null;
    const { path, hash } = item;
    if (typeof path !== "string" || !isHash(hash)) return null;
    entries.push({ path, hash });
  }
  return entries;
}

/** What keeps a journal from being carried out (part of a sentence), and the files that would lose a user's changes. */
export interface JournalCheck {
  readonly problem: string | null;
  /** Paths of files that the manifest lists and that were edited since. */
  readonly edited: readonly string[];
}

/**
 * Checks a journal against the disk, by the rules for a new output: only what the manifest lists is deleted or overwritten,
 * no link is followed, and every staged file is as the journal says.
 */
export async function checkJournal(out: string, { removals, moves }: Journal): Promise<JournalCheck> {
  const inspect = inspectOutput(out);
  const listed = new Map(Object.entries((await readManifest(out))?.files ?? {}));
  const removed = new Set<string>();
  const edited: string[] = [];
  for (const { path, hash } of removals) {
    const found = await inspect(path);
    if (found.kind !== "file" || found.hash !== hash) continue; // Done, or edited since and left alone.
    if (listed.get(path) !== hash) return { problem: `it deletes ${path}, which the manifest does not list`, edited };
    removed.add(path);
  }
  for (const [index, { path, hash }] of moves.entries()) {
    const [staged, found] = [await inspect(stagedPath(index)), await inspect(path)];
    const isDone = found.kind === "file" && found.hash === hash;
    if (staged.kind === "missing" && isDone) continue;
    if (staged.kind !== "file" || staged.hash !== hash)
      return { problem: `the staged copy of ${path} is lost or damaged`, edited };
    if (found.kind === "obstacle" && !(await isClearedBy(out, found, removed))) {
      return { problem: `${found.at} is in the way`, edited };
    }
    if (found.kind !== "file" || isDone || path === manifestPath) continue;
    if (!listed.has(path)) return { problem: `it overwrites ${path}, which the manifest does not list`, edited };
    if (listed.get(path) !== found.hash) edited.push(path);
  }
  return { problem: null, edited };
}
