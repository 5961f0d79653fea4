/** One run at a time on an output folder, across processes. */
import { lstat, mkdir, open, readFile, rm, rmdir } from "node:fs/promises";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
import { kill, pid } from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { isJsonObject } from "../document/json.js";
import { workFolder } from "./safe-path.js";
import { isSystemError } from "./system-error.js";

/** The files that a run makes beside the manifest; where one is left, a run was interrupted or is under way. */
export const lockFiles: readonly string[] = ["lock", "lock-takeover"];

export type Locked<T> = { readonly locked: true; readonly value: T } | { readonly locked: false };

/** A run takes seconds; a lock this old (in milliseconds) was left behind, whatever now has its process id. */
const staleAge = 5 * 60_000;

/** Creating a lock takes no time; one without its text this old (in milliseconds) is not going to get it. */
const creationAge = 2_000;

/** The locks of this process: one with our process id that is not among them was left by an earlier process. */
const held = new Set<string>();

/**
 * Runs `body` while no other run does on the same folder. Makes the folder, and removes it afterwards if `body` put
 * nothing there.
 * @param out the folder's absolute path
 * @param patience how long to wait for another run, in milliseconds
 * @returns `locked: false` where another run still had the lock after that time
 * @throws SystemError where the lock cannot be made; and what `body` throws
 */
export async function withLock<T>(out: string, patience: number, body: () => Promise<T>): Promise<Locked<T>> {
  const lock = join(out, workFolder, "lock");
  const deadline = Date.now() + patience;
  const created: string[] = [];
  try {
    while (!(await tryLock(lock, created))) {
      if (await isStale(lock)) await removeStale(lock);
      else if (Date.now() >= deadline) return { locked: false };
      else await sleep(50);
    }
    try {
      return { locked: true, value: await body() };
    } finally {
      // What was done is done: a lock that stays is stale, and the next run takes it over.
      await rm(lock, { force: true }).catch(() => undefined);
      held.delete(lock);
    }
  } finally {
    await removeEmpty(created);
  }
}

/**
 * Makes a folder and those that it lies in, one by one, so that each is known even if a later one fails.
 * @param created the new folders are put in front of these
 */
async function makeFolders(folder: string, created: string[]): Promise<void> {
  try {
    await makeFolder(folder, created);
  } catch (error) {
    if (!isSystemError(error) || error.code !== "ENOENT" || dirname(folder) === folder) throw error;
    await makeFolders(dirname(folder), created);
    await makeFolder(folder, created);
  }
}

async function makeFolder(folder: string, created: string[]): Promise<void> {
  try {
    await mkdir(folder);
    created.unshift(folder);
  } catch (error) {
    // A file in its place comes out with what is made in the folder.
    if (!isSystemError(error) || error.code !== "EEXIST") throw error;
  }
}

async function removeEmpty(folders: readonly string[]): Promise<void> {
  for (const folder of folders) {
    try {
      await rmdir(folder);
    } catch {
      return; // Not empty: the output is there.
    }
  }
}

async function tryLock(lock: string, created: string[]): Promise<boolean> {
  if (held.has(lock)) return false;
  // Before the file is there, so that another call in this process does not take it for one that was left.
  held.add(lock);
  let isLocked = false;
  try {
    await makeFolders(dirname(lock), created);
    isLocked = await createFile(lock, JSON.stringify({ pid, host: hostname() }));
    return isLocked;
  } finally {
    if (!isLocked) held.delete(lock);
  }
}

/** Creates a file; false where there is one, or where another run has just removed the folder. */
async function createFile(path: string, text: string): Promise<boolean> {
  const file = await open(path, "wx").catch((error: unknown) => {
    if (isSystemError(error) && (error.code === "EEXIST" || error.code === "ENOENT")) return null;
    throw error;
  });
  if (file === null) return false;
  try {
    await file.writeFile(text);
    return true;
  } catch (error) {
    await rm(path, { force: true }).catch(() => undefined);
    throw error;
  } finally {
    await file.close();
  }
}

/** Removes a stale lock under a lock of its own, so that nobody removes the lock of one who took over just before. */
async function removeStale(lock: string): Promise<void> {
  const takeover = `${lock}-takeover`;
  if (!(await createFile(takeover, ""))) {
    if ((await ageOf(takeover)) > creationAge) await rm(takeover, { force: true });
    await sleep(50);
    return;
  }
  try {
    // Its owner may have come to an end in the meantime.
    if (await isStale(lock)) await rm(lock, { force: true });
  } finally {
    await rm(takeover, { force: true });
  }
}

async function isStale(lock: string): Promise<boolean> {
  const age = await ageOf(lock);
  if (age === -1) return false;
  const owner = await readOwner(lock);
  if (age > (owner === null ? creationAge : staleAge)) return true;
  if (owner?.host !== hostname()) return false;
  return owner.pid === pid ? !held.has(lock) : !isAlive(owner.pid);
}

/** Milliseconds since a file was written; -1 where it is missing. */
async function ageOf(path: string): Promise<number> {
  try {
    return Math.max(0, Date.now() - (await lstat(path)).mtimeMs);
  } catch {
    return -1;
  }
}

/** Who made a lock; null for one that is being written, or is not ours. */
async function readOwner(lock: string): Promise<{ readonly pid: number; readonly host: string } | null> {
  try {
    if (!(await lstat(lock)).isFile()) return null;
    const value: unknown = JSON.parse(await readFile(lock, "utf8"));
    if (!isJsonObject(value)) return null;
    const { pid, host } = value;
    if (typeof pid !== "number" || !Number.isSafeInteger(pid) || pid <= 0) return null;
    return typeof host === "string" ? { pid, host } : null;
  } catch {
    return null;
  }
}

function isAlive(process: number): boolean {
  try {
    return kill(process, 0);
  } catch (error) {
    return isSystemError(error) && error.code === "EPERM"; // It is there, and another user's.
  }
}
