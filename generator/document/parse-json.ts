/** The fast path for JSON: `JSON.parse`, where nothing would be lost by it. */
import type { JsonValue } from "./json.js";

/**
 * Parses JSON, unless the text has something that `JSON.parse` would silently change or refuses.
 * @returns the value, or null where the positioned parser has to look: syntax errors, a key twice in one object, a
 * number of 16 digits or more
 */
export function parseJson(text: string): { readonly value: JsonValue } | null {
  if (!isFaithful(text)) return null;
  try {
    // JSON.parse is typed `any`; what it returns is a JsonValue by definition.
    return { value: JSON.parse(text) as JsonValue };
  } catch {
    return null;
  }
}

/** One linear pass: false for duplicate keys, long numbers, and nesting that recursion should not meet. */
function isFaithful(text: string): boolean {
  const objects: (Set<string> | null)[] = [];
  const tokens = /"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\]]|-?\d[\d.eE+-]*/g;
  for (const [token, colon] of text.matchAll(tokens)) {
    if (token === "{") objects.push(new Set());
    else if (token === "[") objects.push(null);
    else if (token === "}" || token === "]") objects.pop();
    else if (colon !== undefined) {
      const keys = objects.at(-1);
      // Two spellings of one key (`"a"` and `"\u0061"`) are rare enough to be left to the positioned parser.
      const key = token.slice(0, -colon.length);
      if (key.includes("\\") || keys?.has(key) === true) return false;
      keys?.add(key);
    } else if (!token.startsWith('"') && (token.replace(/\D/g, "").length >= 16 || /e\+?\d{3}/i.test(token)))
      return false;
    if (objects.length > 256) return false;
  }
  return true;
}
