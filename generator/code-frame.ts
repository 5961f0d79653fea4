/** A line of a source as a terminal can show it: cut to a width, harmless, with a mark under what is meant. */

export interface CodeFrame {
  /** The line, or the part of it around the column, with `…` where it was cut. */
  readonly text: string;
  /** Where the mark begins below `text`, in columns of a terminal. */
  readonly indent: number;
  /** Of the mark; at least 1. */
  readonly width: number;
}

/** At most this much of a line is shown: documents may be one line of a megabyte. */
const maximumWidth = 100;
/** What is shown before the column, where the line is cut there. */
const lead = 35;

/**
 * The frame of a line.
 * @param column from 1, in UTF-16 units; one behind the end of the line is as good as its end
 */
export function frameLine(line: string, column: number): CodeFrame {
  const at = Math.min(column - 1, line.length);
  const start = at <= maximumWidth - lead ? 0 : at - lead;
  const end = Math.min(line.length, start + maximumWidth);
  const before = `${start > 0 ? "…" : ""}${visible(line.slice(start, at))}`;
  const after = `${visible(line.slice(at, end))}${end < line.length ? "…" : ""}`;
  const marked = visible(token.exec(line.slice(at, end))?.[0] ?? "");
  return {
    text: (before + after).trimEnd(),
    indent: columns(before),
    width: Math.max(1, columns(marked)),
  };
}

/** What is underlined: a tag of a template, text in quotes, or a word up to what ends one in YAML, JSON and TypeScript. */
const token =
  /^(?:\{\{.*?\}\}|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|(?:\{[^\s{}]*\}|[^\s"'{}[\],;()])+?(?=:?(?:\s|$)|[\],;}()]))/u;

/**
 * Text from outside, safe to print: controls (which could rewrite the screen) and what has no form of its own are shown by
 * signs. Of the same length, in UTF-16 units.
 */
export function visible(text: string): string {
  return text
    .replaceAll("\t", " ")
    .replace(/[\u0000-\u001f]/g, (char) => String.fromCharCode(0x2400 + char.charCodeAt(0)))
    .replaceAll("\u007f", "\u2421")
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, (char) => "\uFFFD".repeat(char.length));
}

/** How many columns of a terminal a text takes: characters of East Asian scripts and emoji take two, marks none. */
function columns(text: string): number {
  const wide =
    /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}\p{Emoji_Presentation}]/gu;
  const narrow = text.replace(/[\p{Mn}\p{Me}]/gu, "").replace(wide, "  ");
  return Array.from(narrow).length;
}
