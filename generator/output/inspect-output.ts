/** What stands at a path of an output folder, without following any symbolic link below the folder. */
import { lstat, readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { hashBytes } from "./manifest.js";
import { parentPaths } from "./safe-path.js";
import { isSystemError } from "./system-error.js";

export type Found = { readonly kind: "missing" } | FoundFile | Obstacle;

export interface FoundFile {
  readonly kind: "file";
  readonly hash: string;
}

/** Something that keeps a file from being read or written. */
export interface Obstacle {
  readonly kind: "obstacle";
  /** Where it is: the path itself, or a folder that the path lies in. */
  readonly at: string;
  /** `file`: where a folder is needed; `folder`: where a file is needed; `special`: a device, a socket, a pipe. */
  readonly what: "symlink" | "file" | "folder" | "special" | "unreadable";
}

/** Looks at one path, relative to the output folder. Never rejects for what is on the disk. */
export type Inspect = (path: string) => Promise<Found>;

/**
 * Looks at the files of an output folder. What it learns of folders is kept, so it is for one pass over unchanging files.
 * @param out the folder's absolute path; it may be missing, and may itself be a link
 */
export function inspectOutput(out: string): Inspect {
  const folders = new Map<string, Promise<Found | null>>();

  /** Null where the folder that `path` lies in is there. */
  function inspectParent(path: string): Promise<Found | null> {
    const [folder] = parentPaths(path);
    if (folder === undefined) return Promise.resolve(null);
    const known = folders.get(folder) ?? inspectFolder(folder);
    folders.set(folder, known);
    return known;
  }

  async function inspectFolder(folder: string): Promise<Found | null> {
    const above = await inspectParent(folder);
    if (above !== null) return above;
    const what = await entryType(join(out, folder));
    if (what === "folder") return null;
    return what === "missing" ? { kind: "missing" } : { kind: "obstacle", at: folder, what };
  }

  return async (path) => {
    const above = await inspectParent(path);
    if (above !== null) return above;
    const what = await entryType(join(out, path));
    if (what === "missing") return { kind: "missing" };
    if (what !== "file") return { kind: "obstacle", at: path, what };
    try {
      return { kind: "file", hash: hashBytes(await readFile(join(out, path))) };
    } catch (error) {
      if (isSystemError(error)) return { kind: "obstacle", at: path, what: "unreadable" };
      throw error;
    }
  };
}

/** What stands at an absolute path; a link is a link, whatever it leads to. */
export async function entryType(path: string): Promise<"missing" | Obstacle["what"]> {
  try {
    const status = await lstat(path);
    if (status.isSymbolicLink()) return "symlink";
    if (status.isDirectory()) return "folder";
    return status.isFile() ? "file" : "special";
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return error.code === "ENOENT" || error.code === "ENOTDIR" ? "missing" : "unreadable";
  }
}

/** What is wrong with a path where an obstacle stands, as part of a sentence. */
export function describeObstacle(obstacle: Obstacle): string {
  switch (obstacle.what) {
    case "symlink":
      return "it is a symbolic link";
    case "file":
      return "it is a file where a folder is needed";
    case "folder":
      return "it is a folder where a file is needed";
    case "special":
      return "it is neither a file nor a folder";
    case "unreadable":
      return "it cannot be read";
  }
}

/**
 * True where an obstacle is gone once these files are removed, and the folders that this leaves empty.
 * @param removed paths relative to `out`
 */
export async function isClearedBy(out: string, obstacle: Obstacle, removed: ReadonlySet<string>): Promise<boolean> {
  if (obstacle.what === "file") return removed.has(obstacle.at);
  if (obstacle.what !== "folder") return false;
  return (await listFiles(out, obstacle.at)).every((path) => removed.has(path));
}

/**
 * All that is in a folder but folders, at any depth; links are listed and not followed.
 * @returns paths relative to `out`, in code-unit order; none where the folder is missing or cannot be read
 */
export async function listFiles(out: string, folder: string): Promise<readonly string[]> {
  if ((await entryType(join(out, folder))) !== "folder") return [];
  try {
    const entries = await readdir(join(out, folder), { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => !entry.isDirectory())
      .map((entry) => relative(out, join(entry.parentPath, entry.name)).replaceAll(sep, "/"))
      .sort();
  } catch (error) {
    if (isSystemError(error)) return [];
    throw error;
  }
}

/** True where two paths are one file: names that differ in case only may be, as the file system decides. */
export async function isSameFile(out: string, one: string, other: string): Promise<boolean> {
  try {
    const [first, second] = await Promise.all([lstat(join(out, one)), lstat(join(out, other))]);
    return first.ino === second.ino && first.dev === second.dev;
  } catch {
    return false;
  }
}
