/**
 * Where printed text comes from. A template is rendered a second time with marks in it, once something is wrong with
 * what it printed: nobody pays for it before.
 */
import type { TextPosition } from "../diagnostics.js";

/** From a block for private use, so that no language gives them a meaning. */
const OPEN = "\uF8F0";
const CLOSE = "\uF8F1";
const MARK = new RegExp(`${OPEN}([^${CLOSE}]*)${CLOSE}`, "g");

/** The mark that says that what follows it comes from here: the template's own text, or what a tag prints. */
export function traceMark({ uri, line, column }: TextPosition, kind: "text" | "tag"): string {
  return `${OPEN}${kind}:${line}:${column}:${uri}${CLOSE}`;
}

/** What was printed, told by its marks. */
export interface Trace {
  /** Without the marks. */
  readonly text: string;
  /** Where what stands at an offset of the text comes from; null before the first mark. */
  readonly placeAt: (offset: number) => TextPosition | null;
}

/** Reads what was rendered with marks. */
export function readTrace(marked: string): Trace {
  const marks: { readonly at: number; readonly isText: boolean; readonly place: TextPosition }[] = [];
  let text = "";
  let end = 0;
  for (const match of marked.matchAll(MARK)) {
    text += marked.slice(end, match.index);
    end = match.index + match[0].length;
    const [, kind, line, column, uri] = /^(text|tag):(\d+):(\d+):(.*)$/s.exec(match[1] ?? "") ?? [];
    if (uri === undefined) continue;
    marks.push({
      at: text.length,
      isText: kind === "text",
      place: { uri, line: Number(line), column: Number(column) },
    });
  }
  text += marked.slice(end);
  return {
    text,
    placeAt(offset) {
      const mark = marks.findLast(({ at }) => at <= offset);
      if (mark === undefined) return null;
      // All that a tag prints comes from one place; text goes on over lines, as in its template.
      const lines = mark.isText ? text.slice(mark.at, offset).split("\n") : [""];
      const last = lines.at(-1)?.length ?? 0;
      const { uri, line, column } = mark.place;
      return { uri, line: line + lines.length - 1, column: lines.length === 1 ? column + last : last + 1 };
    },
  };
}
