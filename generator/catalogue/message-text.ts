/** Text from outside as it stands in messages. */

/** The rest of a sentence on a name that is not there. */
export function whatThereIs(known: readonly string[], nearest: string | null): string {
  if (nearest !== null) return `; perhaps ${quote(nearest)} was meant`;
  const shown = known.slice(0, 12).map(quote).join(", ");
  return known.length === 0 ? "" : `; there are ${shown}${known.length > 12 ? ", …" : ""}`;
}

/** Text from outside on one line, controls escaped, text over `limit` characters cut; without quotes of its own. */
export function shorten(text: string, limit = 200): string {
  return escapeControls(text.length > limit ? `${text.slice(0, limit - 3)}...` : text);
}

/** Text of a document as it stands in a message: in double quotes, controls escaped, long text cut. */
export function quote(text: string): string {
  return escapeControls(JSON.stringify(text.length > 80 ? `${text.slice(0, 77)}...` : text));
}

/** A path as it stands in a message; of a long one the end is shown, as it names the file. */
export function quotePath(path: string): string {
  return quote(path.length > 80 ? `...${path.slice(-77)}` : path);
}

/** Characters that would rewrite a terminal, or that nobody sees, as `\uXXXX`. */
function escapeControls(text: string): string {
  return text.replace(
    /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
