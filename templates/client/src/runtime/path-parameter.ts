/** Parameters in the path. https://spec.openapis.org/oas/v3.1.1.html#style-values, RFC 6570, sections 3.2.2 to 3.2.7 */
import { anyText } from "./any-text.js";
import { FieldError } from "./field-error.js";
import { objectOf } from "./structure.js";
import { reservedText, uriText } from "./uri-text.js";

/**
 * A value with the `.` or `;name=` of its style; lists and objects as their style says.
 * @param style `simple`, `label` or `matrix`
 * @param escape what escapes a text; names are always escaped whole
 * @throws FieldError for what cannot be sent, and for an absent value: a path has no place for nothing
 */
export function pathParameter(
  name: string,
  value: unknown,
  style: string,
  explode: boolean,
  escape: (value: unknown, field: string) => string = uriText,
): string {
  if (value === undefined || value === null) throw new FieldError(name, `must not be ${String(value)}`);
  const isMatrix = style === "matrix";
  const separator = !explode ? "," : isMatrix ? ";" : style === "label" ? "." : ",";
  const key = uriText(name, name);
  const text = (item: unknown) => escape(anyText(item, name), name);
  // RFC 6570, section 3.2.7: no equals sign where there is no value.
  const pair = (before: string, after: string) => (isMatrix && after === "" ? before : `${before}=${after}`);
  const parts = partsOf(name, value, (item, member) => {
    if (member === null) return isMatrix && explode ? pair(key, text(item)) : text(item);
    return explode ? pair(uriText(member, name), text(item)) : `${uriText(member, name)},${text(item)}`;
  });
  // An empty list or object is undefined (RFC 6570, section 2.3): a hole in the path.
  if (parts.length === 0) throw new FieldError(name, "must not be empty in a path");
  const joined = parts.join(separator);
  if (isMatrix) return `;${explode ? joined : pair(key, joined)}`;
  // An empty label is a dot, as the style table has it; any other that URL parsers take for a step is none.
  if (style === "label") return joined === "" ? "." : pathSegment(`.${joined}`, name);
  return joined;
}

/**
 * A whole segment of the path.
 * @throws FieldError for what URL parsers take for a step between folders: the request would go elsewhere
 */
export function pathSegment(text: string, name: string): string {
  // They take `%2e` for a dot (https://url.spec.whatwg.org/#double-dot-path-segment); `allowReserved` leaves it as it is.
  if (["", ".", ".."].includes(text.replace(/%2e/gi, ".")))
    throw new FieldError(name, `must not be ${JSON.stringify(text)} in a path`);
  return text;
}

/** `allowReserved` in a path (3.2): what would end the path or the segment is escaped all the same. */
export function pathReservedText(value: unknown, field: string): string {
  return reservedText(value, field).replace(/[/?]/g, (char) => (char === "/" ? "%2F" : "%3F"));
}

function partsOf(
  name: string,
  value: unknown,
  part: (item: unknown, member: string | null) => string,
): readonly string[] {
  if (typeof value !== "object" || value === null || value instanceof Date) return [part(value, null)];
  const entries: readonly (readonly [string | null, unknown])[] = Array.isArray(value)
    ? value.map((item: unknown) => [null, item] as const)
    : Object.entries(objectOf(value, name));
  return entries.flatMap(([member, item]) => (item === undefined || item === null ? [] : [part(item, member)]));
}
