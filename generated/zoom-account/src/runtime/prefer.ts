/** What a request prefers (RFC 7240), or says in its query as Prism has it: `__code=404`. */

/** By name, in lower case; a preference without a value has an empty one. */
export type Preferences = ReadonlyMap<string, string>;

/** A token or a quoted text, and what may follow it. */
const part = /\s*([\w!#$%&'*+.^`|~-]+)\s*(?:=\s*(?:"((?:[^"\\]|\\.)*)"|([^",;]*)))?\s*([,;]|$)/y;

/**
 * Reads a `Prefer` header; several are one, with commas between them.
 * @returns each preference, and each parameter of one, once: the first counts (section 2)
 */
export function parsePrefer(header: string | null): Preferences {
  const found = new Map<string, string>();
  const text = header ?? "";
  let position = 0;
  while (position < text.length) {
    part.lastIndex = position;
    const match = part.exec(text);
    if (match === null) {
      // What is no preference says nothing; the next may.
      const end = text.slice(position).search(/[,;]/);
      position = end < 0 ? text.length : position + end + 1;
      continue;
    }
    const [whole, name = "", quoted, bare = ""] = match;
    position += whole.length;
    const key = name.toLowerCase();
    if (!found.has(key)) found.set(key, quoted === undefined ? bare.trim() : quoted.replace(/\\(.)/g, "$1"));
  }
  return found;
}

const none: Preferences = new Map();

const names = ["code", "example", "dynamic", "echo"];

/**
 * What a request prefers.
 * @param search its query, with a question mark
 * @param isParameter whether the operation itself has a query parameter of a name
 */
export function preferencesOf(headers: Headers, search: string, isParameter: (name: string) => boolean): Preferences {
  const header = headers.get("prefer");
  if (header === null && !search.includes("__")) return none;
  const preferences = new Map(parsePrefer(header));
  if (!search.includes("__")) return preferences;
  const query = new URLSearchParams(search);
  for (const name of names) {
    const value = query.get(`__${name}`);
    if (value !== null && !preferences.has(name) && !isParameter(`__${name}`)) preferences.set(name, value);
  }
  return preferences;
}

/** Whether a preference that needs no value is there. */
export function isPreferred(preferences: Preferences, name: string): boolean | undefined {
  const value = preferences.get(name);
  return value === undefined ? undefined : value !== "false";
}

/** The value of `Preference-Applied` (section 3). */
export function preferenceApplied(applied: Preferences): string {
  return [...applied]
    .map(([name, value]) => {
      if (/^[\w.+-]+$/.test(value)) return `${name}=${value}`;
      // A header has no other characters than these; what they stood for was found all the same.
      return `${name}="${value.replace(/[^ -~]/g, "?").replace(/["\\]/g, "\\$&")}"`;
    })
    .join(", ");
}
