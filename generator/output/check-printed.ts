/**
 * What templates of users' sets printed is read with the parsers of its language, before anything is written. The places
 * of tags are checked in templates, too (template-places.ts), but there from their text alone, a block at a time; here
 * nothing is left to guess.
 */
import type { Diagnostics, TextPosition } from "../diagnostics.js";
import type { RenderedFile } from "./render-files.js";

const SCRIPT = /\.[cm]?[jt]sx?$/i;

/**
 * Checks files; those that come from the generator's own templates alone are left out.
 * @returns whether all that was printed is what it was printed as; if not, after a diagnostic at each tag
 */
export async function checkPrinted(files: readonly RenderedFile[], diagnostics: Diagnostics): Promise<boolean> {
  const results: boolean[] = [];
  for (const file of files) results.push(await checkFile(file, diagnostics));
  return results.every(Boolean);
}

async function checkFile(file: RenderedFile, diagnostics: Diagnostics): Promise<boolean> {
  const { path, text, printed, template } = file;
  if (printed === null) return true;
  const isScript = SCRIPT.test(path);
  if (!isScript && !/\.md$/i.test(path)) return true;
  const read = isScript
    ? (await import("./printed-in-script.js")).readScript(path, text, printed)
    : { error: null, problems: await (await import("./printed-in-markdown.js")).readMarkdown(text, printed) };
  for (const { range, where } of read.problems)
    diagnostics.add("template-place-refused", range.place, { construct: tagAt(range.place), where });
  const { error } = read;
  if (error !== null && read.problems.length === 0) {
    const before = text.slice(0, error.offset).split("\n");
    const at = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
    const output = `${path}:${at.line}:${at.column}`;
    const source = file.sourceOf(at.line, at.column);
    const line = text.split("\n")[at.line - 1] ?? "";
    diagnostics.add("output-syntax", source ?? { uri: path, ...at, sourceLine: line }, {
      template,
      reason: error.reason.replace(/\.$/, ""),
      output,
      printed: source === null ? "" : line,
    });
  }
  return error === null && read.problems.length === 0;
}

/** The tag that begins at a place, as it is written. */
function tagAt({ sourceLine = "", column }: TextPosition): string {
  const rest = sourceLine.slice(column - 1);
  return /^\{\{.*?\}\}/.exec(rest)?.[0] ?? rest;
}
