/**
 * Text between double quotes: the only place that puts it there. What is printed means exactly the text, on one line of
 * visible characters; emoji and letters of any script stay readable.
 */

/** What `JSON.stringify` leaves as it is, although it ends lines (U+2028, U+2029) or cannot be seen. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/**
 * What means something to the comment, template literal, HTML page or source map reader that the literal may stand in,
 * with a spelling that means the same in a string, and nothing there.
 */
const SPELLING: ReadonlyMap<string, string> = new Map([
  ["*/", "*\\/"],
  ["</", "<\\/"],
  ["<!--", "<\\u0021--"],
  ["`", "\\u0060"],
  ["${", "$\\u007b"],
  ["#", "\\u0023"],
  ["@", "\\u0040"],
]);
const BREAKOUT = /\*\/|<\/|<!--|`|\$\{|[#@](?=\s*source(?:Mapping)?URL=)/g;

/** A JSON string. It is a TypeScript string literal, too, but not one that may stand anywhere: see `stringLiteral`. */
export function jsonString(text: string): string {
  // Lone surrogates are escaped by JSON.stringify itself (well-formed JSON.stringify, ES2019).
  return JSON.stringify(text).replace(INVISIBLE, escapeUnits);
}

/** A TypeScript string literal in double quotes; evaluates to `text`, whatever that is. */
export function stringLiteral(text: string): string {
  return jsonString(text).replace(BREAKOUT, (match) => SPELLING.get(match) ?? match);
}

/** Each UTF-16 unit as `\uXXXX`. */
function escapeUnits(text: string): string {
  return [...Array(text.length).keys()].map((at) => `\\u${text.charCodeAt(at).toString(16).padStart(4, "0")}`).join("");
}
