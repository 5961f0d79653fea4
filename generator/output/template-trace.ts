/**
 * Where printed text comes from. A template is rendered a second time with marks in it, once something is wrong with
 * what it printed: nobody pays for it before.
 */
import type { TextPosition } from "../diagnostics.js";
import type { TemplateLanguage } from "./template-source.js";

/**
 * From a block for private use, so that no language gives them a meaning; and with a number that no document knows, so
 * that no text of one is taken for a mark.
 */
const OPEN = `\uF8F0${crypto.randomUUID()}:`;
const CLOSE = "\uF8F1";
const MARK = new RegExp(`${OPEN}([^${CLOSE}]*)${CLOSE}`, "g");

/**
 * The mark that says what follows it: the template's own text, what a tag prints, what is printed in a block or partial.
 * The end of what a tag prints is marked, too.
 */
export type TraceKind = "text" | "print" | "block" | "end";

/** The mark of a place in a template. @param language in which a tag prints */
export function traceMark({ uri, line, column }: TextPosition, kind: TraceKind, language: TemplateLanguage): string {
  return `${OPEN}${kind}:${language}:${line}:${column}:${uri}${CLOSE}`;
}

/** What a tag printed: where it stands in the text, and the tag's place in its template. */
export interface TracedPrint {
  readonly start: number;
  readonly end: number;
  readonly language: TemplateLanguage;
  readonly place: TextPosition;
}

/** What was printed, told by its marks. */
export interface Trace {
  /** Without the marks. */
  readonly text: string;
  /** Where what stands at an offset of the text comes from; null before the first mark. */
  readonly placeAt: (offset: number) => TextPosition | null;
  /** What tags printed, in order. */
  readonly printed: readonly TracedPrint[];
}

/** Reads what was rendered with marks. */
export function readTrace(marked: string): Trace {
  const marks: { readonly at: number; readonly isText: boolean; readonly place: TextPosition }[] = [];
  const printed: TracedPrint[] = [];
  let text = "";
  let end = 0;
  for (const match of marked.matchAll(MARK)) {
    text += marked.slice(end, match.index);
    end = match.index + match[0].length;
    const [, kind, language, line, column, uri] = /^(\w+):(\w+):(\d+):(\d+):(.*)$/s.exec(match[1] ?? "") ?? [];
    if (uri === undefined) continue;
    const last = marks.at(-1);
    if (kind !== "end") {
      const place = { uri, line: Number(line), column: Number(column) };
      marks.push({ at: text.length, isText: kind === "text", place });
    } else if (last !== undefined) {
      // What `traceMark` wrote.
      const printedIn = language as TemplateLanguage;
      printed.push({ start: last.at, end: text.length, language: printedIn, place: last.place });
    }
  }
  text += marked.slice(end);
  return {
    text,
    printed,
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
