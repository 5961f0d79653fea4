/** JSON Pointer, RFC 6901: the only place where pointers are taken apart and put together. */
import { type JsonValue, member } from "./json.js";

/**
 * Splits a pointer into its unescaped tokens.
 * @param pointer `""`, or text that begins with `/` (RFC 6901, section 3); not percent-encoded
 * @returns the tokens, or null where the text is no pointer
 */
export function parsePointer(pointer: string): readonly string[] | null {
  if (pointer === "") return [];
  if (!pointer.startsWith("/") || /~(?![01])/.test(pointer)) return null;
  // `~1` before `~0`, so that `~01` means `~1` (RFC 6901, section 4).
  return pointer
    .slice(1)
    .split("/")
    .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/**
 * The tokens of a pointer in a URI fragment, which is percent-encoded (RFC 6901, section 6); many documents leave it plain.
 * @param reference text that begins with `#`
 */
export function parseFragment(reference: string): readonly string[] | null {
  const fragment = reference.slice(1);
  try {
    return parsePointer(decodeURIComponent(fragment));
  } catch {
    return parsePointer(fragment);
  }
}

/** Joins unescaped tokens to a pointer. */
export function formatPointer(tokens: readonly (string | number)[]): string {
  return tokens.map((token) => appendToken("", token)).join("");
}

/** The pointer of the member `token` of what `pointer` points to. */
export function appendToken(pointer: string, token: string | number): string {
  return `${pointer}/${String(token).replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

/** The value at a pointer, or undefined where there is none (or the pointer is malformed). */
export function valueAt(root: JsonValue, pointer: string): JsonValue | undefined {
  const tokens = parsePointer(pointer);
  if (tokens === null) return undefined;
  return tokens.reduce<JsonValue | undefined>(member, root);
}
