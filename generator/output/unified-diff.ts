/** Unified diffs as `git diff` prints them. */
import type { StructuredPatch, StructuredPatchHunk } from "diff";

export interface TextChange {
  readonly path: string;
  /** Null where there is no file. */
  readonly before: string | null;
  readonly after: string | null;
}

/** With more lines deleted and added than this a file's change is shown as a whole: the search takes time in their square. */
const maxEditLength = 1_000;
/** The sum of these squares for all files, about two seconds; from then on every change is shown as a whole. */
const maxEffort = 50_000_000;

/** The changes as one text, in the order given; empty where there are none. */
export async function formatUnifiedDiff(changes: readonly TextChange[]): Promise<string> {
  if (changes.length === 0) return "";
  // Only here, as most runs find no difference.
  const { FILE_HEADERS_ONLY, formatPatch, structuredPatch } = await import("diff");
  let effort = maxEffort;
  const compareLines = (names: FileNames, before: string, after: string): StructuredPatch | undefined => {
    const limit = Math.min(maxEditLength, Math.floor(Math.sqrt(effort)));
    const options = { context: 3, maxEditLength: limit };
    const patch = structuredPatch(names.old, names.new, before, after, undefined, undefined, options);
    effort -= (patch === undefined ? limit : countEdits(patch)) ** 2;
    return patch;
  };
  const format = ({ path, before, after }: TextChange): string => {
    const names = {
      old: before === null ? "/dev/null" : `a/${path}`,
      new: after === null ? "/dev/null" : `b/${path}`,
    };
    const isPartial = before !== null && before !== "" && after !== null && after !== "";
    const patch = isPartial ? compareLines(names, before, after) : undefined;
    return formatPatch(patch ?? replaceAll(names, before ?? "", after ?? ""), FILE_HEADERS_ONLY);
  };
  return changes.map(format).join("");
}

interface FileNames {
  readonly old: string;
  readonly new: string;
}

function countEdits({ hunks }: StructuredPatch): number {
  return hunks.flatMap(({ lines }) => lines).filter((line) => /^[-+]/.test(line)).length;
}

function replaceAll(names: FileNames, oldText: string, newText: string): StructuredPatch {
  const [before, after] = [splitLines(oldText), splitLines(newText)];
  const lines = [...markLines("-", before, oldText), ...markLines("+", after, newText)];
  const hunk: StructuredPatchHunk = {
    oldStart: 1,
    oldLines: before.length,
    newStart: 1,
    newLines: after.length,
    lines,
  };
  return {
    oldFileName: names.old,
    newFileName: names.new,
    oldHeader: undefined,
    newHeader: undefined,
    hunks: lines.length === 0 ? [] : [hunk],
  };
}

function splitLines(text: string): readonly string[] {
  const lines = text.split("\n");
  return lines.at(-1) === "" ? lines.slice(0, -1) : lines;
}

function markLines(mark: string, lines: readonly string[], text: string): readonly string[] {
  const marked = lines.map((line) => mark + line);
  return text === "" || text.endsWith("\n") ? marked : [...marked, "\\ No newline at end of file"];
}
