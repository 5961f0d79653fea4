/** Carries journals out: this run's, and one that an interrupted run left. */
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Diagnostics } from "../diagnostics.js";
import { jsonObject } from "../document/json.js";
import { displayPath } from "./display-path.js";
import { inspectOutput } from "./inspect-output.js";
import {
  applyJournal,
  checkJournal,
  clearJournal,
  type Journal,
  readJournal,
  stagedPath,
  stageFolder,
} from "./journal.js";
import { formatManifest, manifestPath, readManifest } from "./manifest.js";
import { describeSystemError, failedPath, isSystemError } from "./system-error.js";

/**
 * Does what the journal on disk says, and removes it. What fails is tried again for a moment: on Windows a file that a virus
 * scanner or an editor has open cannot be replaced.
 * @param journal what stands in `.exemplar/journal.json`
 * @returns false, with an error reported, where something could not be done; the journal then stays for the next run
 */
export async function completeJournal(out: string, journal: Journal, diagnostics: Diagnostics): Promise<boolean> {
  for (const pause of [50, 200, null]) {
    try {
      await applyJournal(out, journal);
      await clearJournal(out);
      return true;
    } catch (error) {
      if (!isSystemError(error)) throw error;
      if (pause !== null) await sleep(pause);
      else
        diagnostics.add("output-incomplete", null, {
          path: failedPath(error, out),
          reason: describeSystemError(error),
        });
    }
  }
  return false;
}

/**
 * Completes what an interrupted run left, or discards it: with a warning where it had begun to move files and cannot go on. To be
 * called under the lock.
 * @returns false, with an error reported, where it could not be completed now
 * @throws SystemError where it can be neither completed nor discarded
 */
export async function finishInterrupted(out: string, diagnostics: Diagnostics): Promise<boolean> {
  const journal = await readJournal(out);
  if (journal === "malformed") diagnostics.add("journal-discarded", null, { reason: "it is malformed" });
  if (journal !== null && journal !== "malformed") {
    const { problem, edited } = await checkJournal(out, journal);
    if (problem === null) {
      for (const path of edited) diagnostics.add("file-edited", null, { path: displayPath(join(out, path)) });
      if (!(await completeJournal(out, journal, diagnostics))) return false;
      diagnostics.add("output-recovered", null, { path: displayPath(out) });
      return true;
    }
    diagnostics.add("journal-discarded", null, { reason: problem });
    await adoptMoved(out, journal);
  }
  await clearJournal(out);
  return true;
}

/** Lists in the manifest what a discarded journal has already moved, so that the next run knows these files for ours. */
async function adoptMoved(out: string, { moves }: Journal): Promise<void> {
  const inspect = inspectOutput(out);
  const moved: [string, string][] = [];
  for (const [index, { path, hash }] of moves.entries()) {
    const [staged, found] = [await inspect(stagedPath(index)), await inspect(path)];
    const isMoved = staged.kind === "missing" && found.kind === "file" && found.hash === hash;
    if (isMoved && path !== manifestPath) moved.push([path, hash]);
  }
  if (moved.length === 0) return;
  const files = jsonObject([...Object.entries((await readManifest(out))?.files ?? {}), ...moved]);
  // Made anew: what stands there may be a link.
  await rm(join(out, stageFolder), { force: true, recursive: true });
  await mkdir(join(out, stageFolder));
  const temporary = join(out, stageFolder, "manifest.json");
  // No inputs have this hash, so the output counts as stale.
  await writeFile(temporary, formatManifest({ inputs: "", files }));
  await rename(temporary, join(out, manifestPath));
}
