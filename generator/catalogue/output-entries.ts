/** Writing the output. */
import { entry } from "./entry.js";
import { quotePath, shorten } from "./message-text.js";

export const outputEntries = {
  "output-not-writable": entry<{ path: string; reason: string }>({
    severity: "error",
    message: ({ path, reason }) => `The output cannot be written: ${quotePath(path)}: ${reason}.`,
    help: () => "Nothing was changed. Remove the cause, or choose another output folder, and run the command again.",
    explanation:
      "A file or folder of the output cannot be made or replaced: it is read-only, the disk is full, or something else stands at its path. This was found before the first file was replaced, so the output is as it was.",
  }),
  "output-not-ours": entry<{ path: string; others: number }>({
    severity: "error",
    message: ({ path, others }) =>
      `${quotePath(path)}${others === 0 ? "" : ` (and ${others} more)`} would be overwritten, but was not written by exemplar: the manifest does not list it.`,
    help: () =>
      "Delete or move it, or choose another output folder. If it was generated, restore .exemplar/manifest.json from version control.",
    explanation:
      "A file with other content stands where a generated one belongs, and .exemplar/manifest.json in the output folder does not list it (or is missing or malformed, as after a merge conflict). exemplar only overwrites what it wrote itself. Nothing was changed.",
  }),
  "output-symlink": entry<{ path: string }>({
    severity: "error",
    message: ({ path }) =>
      `${quotePath(path)} is a symbolic link; the output is written to real folders and files only.`,
    help: () => "Replace the link by what it leads to, or delete it. The output folder itself may be a link.",
    explanation:
      "Something in the output folder is a symbolic link where a generated file or its folder belongs. Links there are not followed, as they may lead out of the folder. Nothing was changed.",
  }),
  "output-locked": entry<{ path: string; lock: string }>({
    severity: "error",
    message: ({ path }) => `Another run of exemplar is writing to ${quotePath(path)}.`,
    help: ({ lock }) => `Wait until it has ended. If there is none, delete ${quotePath(lock)}.`,
    explanation:
      "Two runs at once on one output folder would mix their files, so the second waits some seconds for the first, and then gives up. The lock of a run that was interrupted is recognised and taken over; where that run was on another machine, after five minutes.",
  }),
  "output-incomplete": entry<{ path: string; reason: string }>({
    severity: "error",
    message: ({ path, reason }) => `The output was written only in part: ${quotePath(path)}: ${reason}.`,
    help: () => "Remove the cause and run the command again: it completes the output before it does anything else.",
    explanation:
      "All files had been prepared, and then one could not be moved to its place, for instance as another program has it open. What is left to do stands in .exemplar/journal.json; the next generate or check completes it.",
  }),
  "output-recovered": entry<{ path: string }>({
    severity: "info",
    message: ({ path }) => `An earlier run on ${quotePath(path)} was interrupted; its output has been completed.`,
    help: () => "Nothing needs to be done.",
    explanation:
      "A run ended after it had prepared all files and before it had moved all of them to their places. This run has moved the rest.",
  }),
  "journal-discarded": entry<{ reason: string }>({
    severity: "warning",
    message: ({ reason }) =>
      `What an interrupted run left in .exemplar/journal.json cannot be completed: ${shorten(reason)}.`,
    help: () => "It was deleted. Run generate (again): it replaces whatever is not up to date.",
    explanation:
      "A journal says which prepared files an interrupted run had still to move. This one is malformed, its files are lost, or it would touch files that are not ours; so it was not followed.",
  }),
  "file-edited": entry<{ path: string }>({
    severity: "warning",
    message: ({ path }) => `${quotePath(path)} was edited by hand since it was generated, and is overwritten.`,
    help: () => "Change the document, an overlay or a template instead; version control has what was overwritten.",
    explanation:
      "Generated files are replaced when they are generated again. To change what they say, correct the document with an overlay, or override a template. Under --strict nothing is written.",
  }),
  "orphan-edited": entry<{ path: string }>({
    severity: "warning",
    message: ({ path }) => `${quotePath(path)} is no longer generated, but was edited by hand, and is left alone.`,
    help: () => "Delete it, or move it out of the output folder.",
    explanation:
      "A file of an earlier run that is not generated any more is deleted, unless it was edited since. From now on it is not ours: check reports it where it lies below src/.",
  }),
};
