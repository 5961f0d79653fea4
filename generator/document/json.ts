/** JSON values as the pipeline passes them on: plain, readonly, own keys only. */

export type JsonValue = JsonPrimitive | JsonArray | JsonObject;
/** A bigint is an integer that a number does not hold exactly; any other is a number. */
export type JsonPrimitive = string | number | bigint | boolean | null;
export type JsonArray = readonly JsonValue[];
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/** JSON text on one line, with every digit. */
export function writeJson(value: JsonValue): string {
  if (typeof value === "bigint") return String(value);
  if (isJsonArray(value)) return `[${value.map(writeJson).join(",")}]`;
  if (!isJsonObject(value)) return JSON.stringify(value);
  const members = Object.entries(value).map(([key, inner]) => `${JSON.stringify(key)}:${writeJson(inner)}`);
  return `{${members.join(",")}}`;
}

/** True for an object that is neither an array nor null. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** True for an array; `Array.isArray` alone widens a readonly array to `any[]`. */
export function isJsonArray(value: unknown): value is JsonArray {
  return Array.isArray(value);
}

/** The own member `key` of an object or array, or `undefined`; never one that is inherited. */
export function member(value: JsonValue | undefined, key: string): JsonValue | undefined {
  if (isJsonArray(value)) return /^(0|[1-9]\d*)$/.test(key) ? value[Number(key)] : undefined;
  return isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/**
 * An object with these entries, in this order, as own properties: `__proto__` is an ordinary key here.
 * @param entries pairs of key and value; of two with one key the later wins
 */
export function jsonObject<T>(entries: Iterable<readonly [string, T]>): { readonly [key: string]: T } {
  return Object.fromEntries(entries);
}
