/** Writes the output: all of it or nothing, and nothing over what is not ours. */
import { access, constants, readdir, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Diagnostics } from "../diagnostics.js";
import { completeJournal, finishInterrupted } from "./complete-journal.js";
import { displayPath } from "./display-path.js";
import { entryType } from "./inspect-output.js";
import { journalPath, stageFiles, stageFolder, writeJournal } from "./journal.js";
import { manifestPath } from "./manifest.js";
import { mapConcurrently } from "./map-concurrently.js";
import type { OutputFile } from "./output-file.js";
import { type Plan, planChanges } from "./plan-changes.js";
import { assertSafePaths, workFolder } from "./safe-path.js";
import { describeSystemError, failedPath, isSystemError } from "./system-error.js";
import { lockFiles, withLock } from "./with-lock.js";

/** Paths, in the order of the files that were given (the removed: in code-unit order); without the manifest. */
export interface EmitResult {
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  readonly removed: readonly string[];
  /** Those of `written` that had been edited by hand since they were last generated. */
  readonly edited: readonly string[];
}

/** How long to wait for another run on the same folder, in milliseconds. */
const patience = 5_000;

/**
 * Makes the output folder hold these files: writes those that differ, deletes those of an earlier run that are no longer
 * generated, and leaves everything else alone. Writes nothing if the collector has errors, its own or earlier ones.
 * @param out the folder's absolute path; made if it is missing
 * @param files the whole output, in any order, without the manifest
 * @param inputs a hash of what the files were made from
 * @returns null, with an error reported, where nothing was written (or, after `output-incomplete`, not everything)
 * @throws Error for paths that are unsafe or clash: our bug
 */
export async function emit(
  out: string,
  files: readonly OutputFile[],
  inputs: string,
  diagnostics: Diagnostics,
): Promise<EmitResult | null> {
  assertSafePaths(files.map(({ path }) => path));
  if (!(await recover(out, diagnostics))) return null;
  const outlook = await planChanges(out, files, inputs, diagnostics);
  if (outlook === null || diagnostics.hasErrors()) return null;
  if (isEmpty(outlook)) return toResult(outlook); // Not even a lock is written.
  return locked(out, diagnostics, async () => {
    // Once more: another run may have been at it until now.
    if (!(await finishInterrupted(out, diagnostics))) return null;
    const plan = await planChanges(out, files, inputs, diagnostics);
    if (plan === null || diagnostics.hasErrors()) return null;
    return isEmpty(plan) || (await carryOut(out, plan, diagnostics)) ? toResult(plan) : null;
  });
}

/**
 * Completes what an interrupted run left in the output folder, or discards it where it cannot be completed. To be called before
 * the folder is read; writes nothing where no run was interrupted.
 * @param out the folder's absolute path
 * @returns false, with an error reported, where something is left to do or the folder is not one
 */
export async function recover(out: string, diagnostics: Diagnostics): Promise<boolean> {
  if (!(await checkFolder(out, diagnostics))) return false;
  if (!(await hasLeftovers(out))) return true;
  return (await locked(out, diagnostics, () => finishInterrupted(out, diagnostics))) ?? false;
}

function isEmpty(plan: Plan): boolean {
  return plan.writes.length === 0 && plan.removals.length === 0;
}

function toResult({ writes, unchanged, removals, edited }: Plan): EmitResult {
  const written = writes.map(({ path }) => path).filter((path) => path !== manifestPath);
  return { written, unchanged, removed: removals.map(({ path }) => path), edited };
}

/** Reports an output folder that is a file, and a `.exemplar` in it that leads elsewhere. */
async function checkFolder(out: string, diagnostics: Diagnostics): Promise<boolean> {
  const isFolder = await stat(out).then(
    (status) => status.isDirectory(),
    () => true, // Missing, or it cannot be told: making it says what is wrong.
  );
  if (!isFolder) diagnostics.add("output-not-writable", null, { path: displayPath(out), reason: "it is not a folder" });
  const path = join(out, workFolder);
  const isLink = (await entryType(path)) === "symlink";
  if (isLink) diagnostics.add("output-symlink", null, { path: displayPath(path) });
  return isFolder && !isLink;
}

/** True where a run is under way or was interrupted. */
async function hasLeftovers(out: string): Promise<boolean> {
  const names = new Set([...lockFiles, basename(stageFolder), basename(journalPath)]);
  const present = await readdir(join(out, workFolder)).catch(() => []);
  return present.some((name) => names.has(name));
}

/** Runs `body` as the only run on this folder; null, with an error reported, where that or something in `body` fails. */
async function locked<T>(out: string, diagnostics: Diagnostics, body: () => Promise<T>): Promise<T | null> {
  try {
    const outcome = await withLock(out, patience, body);
    if (outcome.locked) return outcome.value;
    diagnostics.add("output-locked", null, {
      path: displayPath(out),
      lock: displayPath(join(out, workFolder, "lock")),
    });
  } catch (error) {
    if (!isSystemError(error)) throw error;
    diagnostics.add("output-not-writable", null, { path: failedPath(error, out), reason: describeSystemError(error) });
  }
  return null;
}

/**
 * Carries out a plan.
 * @returns false, with an error reported, where it was begun and could not be ended
 * @throws SystemError where it could not be begun; the output is then as it was
 */
async function carryOut(out: string, plan: Plan, diagnostics: Diagnostics): Promise<boolean> {
  await checkAccess(out, plan);
  try {
    await stageFiles(out, plan.writes);
    await writeJournal(out, plan.writes, plan.removals);
  } catch (error) {
    await rm(join(out, stageFolder), { force: true, recursive: true }).catch(() => undefined);
    throw error;
  }
  return completeJournal(out, { removals: plan.removals, moves: plan.writes }, diagnostics);
}

/**
 * Finds before the first move what would stop a later one.
 * @throws SystemError for a file that is read-only, and for a folder that is
 */
async function checkAccess(out: string, { writes, removals }: Plan): Promise<void> {
  const targets = [...writes, ...removals].map(({ path }) => join(out, path));
  await mapConcurrently(targets, (target) => checkWritable(target, false));
  const folders = new Set(targets.map(dirname));
  await mapConcurrently([...folders], (folder) => checkWritable(folder, true));
}

/** @param upwards where the path is missing, the nearest folder that is there must be writable */
async function checkWritable(path: string, upwards: boolean): Promise<void> {
  try {
    await access(path, constants.W_OK);
  } catch (error) {
    if (!isSystemError(error) || (error.code !== "ENOENT" && error.code !== "ENOTDIR")) throw error;
    if (upwards && dirname(path) !== path) await checkWritable(dirname(path), upwards);
  }
}
