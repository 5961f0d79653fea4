/**
 * Prose from a document as plain lines: what comments and Markdown start from. Nothing invisible is left in it that
 * could hide or reorder what a reviewer reads (CVE-2021-42574).
 */

/** Everything that some tool takes for the end of a line; VT, FF and NEL included. */
const LINE_END = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/;
const UNWRITABLE = /[\u202a-\u202e\u2066-\u2069]|\p{Cs}/gu;
/** Controls and format characters; not the tab, the soft hyphen, and the joiners that scripts and emoji need. */
const INVISIBLE = /(?![\t\u00ad\u200c\u200d])[\p{Cc}\p{Cf}]/gu;

/**
 * Splits text into lines without trailing white space. Bidi embeddings and overrides, and lone surrogates, which UTF-8
 * cannot hold, become visible (`\u202e`); other control and format characters are dropped.
 * @returns at least one line; an empty text is one empty line
 */
export function plainLines(text: string): readonly string[] {
  return text.split(LINE_END).map((line) =>
    line
      .replace(UNWRITABLE, (char) => `\\u${char.charCodeAt(0).toString(16)}`)
      .replace(INVISIBLE, () => "")
      .trimEnd(),
  );
}
