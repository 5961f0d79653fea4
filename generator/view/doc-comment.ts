/**
 * The only place that writes comments with text of a document in them. Whatever the text, the result is one block
 * comment: it does not end early, holds no tags but those asked for, and no tool takes a word of it for a directive.
 */
import { createCode, type DocComment } from "./code.js";
import { plainLines } from "./plain-text.js";

/** A block tag: `{ name: "deprecated", text: "Use createPet." }`. Text that begins with a line end starts on its own line. */
export interface DocTag {
  readonly name: string;
  readonly text: string;
}

/**
 * A `/** … *\/` block, without a line end after it.
 * @param paragraphs text of the document, Markdown, of any number of lines each; a blank line is put between them
 * @param tags in the order in which they are to stand; their text may be the document's, their name is ours
 * @returns a code value; one that prints nothing, where there is no text and no tag
 * @throws where the name of a tag is none
 */
export function docComment(paragraphs: readonly string[], tags: readonly DocTag[] = []): DocComment {
  const prose = paragraphs.map(commentLines).filter((lines) => lines.length > 0);
  const tagged = tags.flatMap(tagLines);
  const blocks = tagged.length > 0 ? [...prose, tagged] : prose;
  const lines = blocks.flatMap((block, at) => (at === 0 ? block : ["", ...block]));
  if (lines.length === 0) return createCode("doc-comment", "");
  if (lines.length === 1) return createCode("doc-comment", `/** ${lines.join("")} */`);
  const starred = lines.map((line) => (line === "" ? " *" : ` * ${line}`));
  return createCode("doc-comment", ["/**", ...starred, " */"].join("\n"));
}

function tagLines({ name, text }: DocTag): readonly string[] {
  if (!/^[A-Za-z]\w*$/.test(name)) throw new Error(`"${name}" is no name of a tag`);
  const [first, ...rest] = commentLines(text);
  if (first === undefined) return [`@${name}`];
  return /^[\n\r]/.test(text) ? [`@${name}`, first, ...rest] : [`@${name} ${first}`, ...rest];
}

/** The lines of a text that may stand in a comment, without blank ones at either end. */
function commentLines(text: string): readonly string[] {
  const lines = plainLines(text);
  const first = lines.findIndex((line) => line !== "");
  const last = lines.findLastIndex((line) => line !== "");
  return first === -1 ? [] : lines.slice(first, last + 1).map(neutralise);
}

/** Pragmas that are found anywhere in a comment, so that a backslash before the at sign is not enough. */
const PRAGMA = /@(?=(?:ts|jest|vitest)-|(?:no)?(?:format|prettier|flow)\b|jsx)/gi;
/** `@__PURE__`, `#__NO_SIDE_EFFECTS__` and the like: bundlers drop the calls of what follows. */
const ANNOTATION = /[@#](?=__[A-Z])/g;
const SOURCE_MAP = /source(?:Mapping)?URL(?==)/g;
const TRIPLE_SLASH = /^(\s*\/+\s*)(?=<(?:reference|amd-))/;
const LINT_DIRECTIVE =
  /\b((?:es|ts|ox|style|deno-)lint|biome|prettier|deno-fmt|istanbul|c8|v8)([-: ])(?=(?:disable|enable|ignore|env)\b)/gi;
/** What begins a JSDoc tag: an at sign at the start of a line, or within it after white space; `{@` begins an inline one. */
const TAG = /(^|[\s{])@/g;

/** One line, changed as little as makes it harmless. */
function neutralise(line: string): string {
  return (
    line
      .replace(PRAGMA, () => "@ ")
      .replace(ANNOTATION, (sign) => `${sign} `)
      .replace(SOURCE_MAP, (word) => `${word} `)
      .replace(TRIPLE_SLASH, (slashes) => `${slashes}\\`)
      .replace(LINT_DIRECTIVE, (_, tool: string, sign: string) => `${tool}\\${sign}`)
      .replace(TAG, (_, before: string) => `${before}\\@`)
      // Last, and by insertion: nothing after it removes a character, so no new end can form (CVE-2026-105796).
      .replaceAll("*/", () => "*\\/")
  );
}
