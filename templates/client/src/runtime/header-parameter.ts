/** Parameters in headers: never escaped. https://spec.openapis.org/oas/v3.2.0.html#percent-encoding-and-cookies */
import { anyText } from "./any-text.js";
import { FieldError } from "./field-error.js";
import { itemText } from "./item-text.js";
import { jsonText } from "./json-text.js";
import { scalarText } from "./scalar-text.js";
import { objectOf } from "./structure.js";

/**
 * A header's value in the style `simple`; undefined where there is nothing to send.
 * @throws FieldError for what cannot stand in a header: bytes, line breaks, characters beyond Latin-1
 */
export function headerParameter(name: string, value: unknown, explode: boolean): string | undefined {
  if (value === undefined || value === null) return undefined;
  const text = (item: unknown) => scalarText(anyText(item, name), name);
  const isStructured = typeof value === "object" && !(value instanceof Date);
  const entries: readonly (readonly [string, unknown])[] = isStructured
    ? Object.entries(Array.isArray(value) ? value : objectOf(value, name))
    : [];
  const parts = entries.flatMap(([member, item]) => {
    if (item === undefined || item === null) return [];
    // A member's value with a comma in it would be read as two members.
    return [Array.isArray(value) ? text(item) : `${member}${explode ? "=" : ","}${itemText(text(item), ",", name)}`];
  });
  if (isStructured && parts.length === 0) return undefined;
  const joined = isStructured ? parts.join(",") : text(value);
  if (/[^\t\x20-\x7e\x80-\xff]/.test(joined)) throw new FieldError(name, "has a character that a header cannot carry");
  return joined;
}

/** JSON text of a header with `content`: characters beyond ASCII are written as `\u` escapes. */
export function jsonHeader(name: string, value: unknown): string | undefined {
  if (value === undefined) return undefined;
  return jsonText(value, name).replace(
    /[^\x20-\x7e]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
