/** Front matter: YAML between two lines of three hyphens at the very beginning of a Markdown file. */
import type { Outline } from "./template-outline.js";
import { type Program, type Statement, statementsOf } from "./template-syntax.js";

const OPEN = "---\n";
const END = /^---[ \t]*$/m;

/** Where in an outline its YAML begins and ends, and where the line after it does. */
export interface FrontMatter {
  readonly start: number;
  readonly end: number;
  readonly after: number;
}

/** Finds the front matter of a template; null where what it prints does not begin with the line of hyphens. */
export function frontMatterOf(program: Program, whole: Outline): FrontMatter | null {
  // As it prints: a comment that has a line of its own takes its line end with it, and leaves nothing between two.
  const first = statementsOf(program).find(
    (statement) =>
      statement.type !== "CommentStatement" && !(statement.type === "ContentStatement" && statement.value === ""),
  );
  if (first?.type !== "ContentStatement" || !first.value.startsWith(OPEN)) return null;
  const start = whole.text.indexOf(OPEN) + OPEN.length;
  const match = END.exec(whole.text.slice(start));
  if (match === null) return null;
  const end = start + match.index;
  return { start, end, after: end + match[0].length + 1 };
}

/** What may stand before a value in its line: hyphens of lists, a key. */
const BEFORE = /^ *(?:- +)*(?:[\w$.-]+: +)?$/;

/**
 * The tags of a piece of YAML that are not the whole value of a key or of an item: beside other text, in quotes or in a
 * comment, what they print would mean something else. Blocks and partials print whole lines.
 */
export function misplacedInYaml(text: string, outline: Outline): readonly Statement[] {
  return text.split("\n").flatMap((line) =>
    outline
      .tagsIn(line)
      .filter(({ tag, at }) => {
        const [before, after] = [line.slice(0, at), line.slice(at).replace(/^\w+/, "")];
        const isValue = tag.type === "MustacheStatement" && BEFORE.test(before);
        return after.trim() !== "" || !(isValue || before.trim() === "");
      })
      .map(({ tag }) => tag),
  );
}

/** The YAML of a Markdown file, and the offset behind the line that ends it; null where it has none. */
export function frontMatterIn(text: string): { readonly yaml: string; readonly after: number } | null {
  if (!text.startsWith(OPEN)) return null;
  const rest = text.slice(OPEN.length);
  const end = END.exec(rest);
  return end && { yaml: rest.slice(0, end.index), after: OPEN.length + end.index + end[0].length };
}
