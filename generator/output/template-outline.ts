/** A template seen from far: its own text, and where tags stand in it, but not what they print. */
import { type Program, type Statement, statementsOf } from "./template-syntax.js";

/** A name that is nowhere in the text, so that a made-up name is never one that the template wrote. */
export function unusedName(text: string): string {
  const runs = text.match(/hole_+/g) ?? [];
  return "hole_".padEnd(runs.reduce((most, run) => Math.max(most, run.length), 0) + 1, "_");
}

/** A program as one text, with a made-up name where each tag stands. */
export interface Outline {
  readonly text: string;
  /** The tags whose names are in a part of the text, in order, with the offset of the name in the part. */
  readonly tagsIn: (part: string) => readonly { readonly tag: Statement; readonly at: number }[];
  /** The tag whose name this is. */
  readonly tagNamed: (name: string) => Statement | undefined;
  /** Where in the template an offset of the text stands. */
  readonly positionAt: (offset: number) => hbs.AST.Position;
}

/**
 * Outlines a program, without what is inside its blocks.
 * @param prefix what no name in the template begins with: see `unusedName`
 * @param lines true to keep the line ends after tags that have a line of their own; they do not print, but what such a
 *   tag prints are whole lines, and so what follows begins one
 */
export function outlineOf(program: Program, prefix: string, lines: boolean): Outline {
  const tags = new Map<string, Statement>();
  const pieces: { readonly start: number; readonly statement: Statement }[] = [];
  let text = "";
  for (const statement of statementsOf(program)) {
    if (statement.type === "CommentStatement") continue;
    pieces.push({ start: text.length, statement });
    if (statement.type === "ContentStatement") {
      text += lines ? originalText(statement) : statement.value;
      continue;
    }
    const name = `${prefix}${tags.size}_`;
    tags.set(name, statement);
    // Blocks and partials are set apart by blanks when they print, too: see wrapTemplate.
    text += statement.type === "MustacheStatement" ? name : ` ${name} `;
  }
  const names = new RegExp(`${prefix}\\d+_`, "g");
  return {
    text,
    tagsIn: (part) =>
      [...part.matchAll(names)].flatMap((match) => {
        const tag = tags.get(match[0]);
        return tag === undefined ? [] : [{ tag, at: match.index }];
      }),
    tagNamed: (name) => tags.get(name),
    positionAt(offset) {
      const piece = pieces.findLast(({ start }) => start <= offset);
      return piece === undefined ? { line: 1, column: 0 } : positionIn(piece.statement, offset - piece.start, lines);
    },
  };
}

/** The text before white space around tags was taken away; Handlebars declares it wrongly. */
export function originalText(content: hbs.AST.ContentStatement): string {
  const original: unknown = content.original;
  return typeof original === "string" ? original : content.value;
}

function positionIn(statement: Statement, offset: number, lines: boolean): hbs.AST.Position {
  const { start } = statement.loc;
  if (statement.type !== "ContentStatement") return start;
  const original = originalText(statement);
  const skipped = lines ? 0 : Math.max(0, original.indexOf(statement.value));
  const before = original.slice(0, skipped + offset).split("\n");
  const last = before.at(-1)?.length ?? 0;
  return { line: start.line + before.length - 1, column: before.length === 1 ? start.column + last : last };
}
