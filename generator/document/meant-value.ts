/**
 * What a value was meant to be that is of another type than it must be: YAML 1.1 has more words for booleans than 1.2,
 * quotes make text of numbers, and a lack of them numbers of text. https://yaml.org/type/bool.html
 */
import { isJsonArray, isJsonObject, type JsonValue } from "./json.js";

/** The boolean that a text spells, or null. */
export function meantBoolean(value: JsonValue | undefined): boolean | null {
  if (typeof value !== "string") return null;
  if (/^(?:true|yes|on)$/i.test(value.trim())) return true;
  return /^(?:false|no|off)$/i.test(value.trim()) ? false : null;
}

/** The number that a text spells, with all of its digits, or null. One with zeros before it is a code, not a number. */
export function meantNumber(value: JsonValue | undefined): number | bigint | null {
  if (typeof value !== "string" || !/^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[-+]?\d+)?$/i.test(value.trim())) return null;
  const number = Number(value);
  const isRounded = /^-?\d+$/.test(value.trim()) && !Number.isSafeInteger(number);
  if (isRounded) return BigInt(value.trim());
  return Number.isFinite(number) ? number : null;
}

/** Whether a value is of one of the types. */
export function isOfType(value: JsonValue, types: readonly JsonValue[]): boolean {
  const isNumber = typeof value === "number" || typeof value === "bigint";
  const kind = value === null ? "null" : isJsonArray(value) ? "array" : isNumber ? "number" : typeof value;
  return types.some((type) => (type === "integer" ? isNumber : type === kind));
}

/**
 * The value of one of the types that is written in the same way; the value itself where there is none.
 * @param written a number or boolean as the document spells it, which is more than its value says: `1.10`, `0777`
 */
export function valueOfType(value: JsonValue, types: readonly JsonValue[], written: string | null): JsonValue {
  if (value === null || isJsonArray(value) || isJsonObject(value) || isOfType(value, types)) return value;
  if (typeof value !== "string") return types.includes("string") ? (written ?? String(value)) : value;
  const number = meantNumber(value);
  const isWhole = typeof number === "bigint" || Number.isInteger(number);
  if (number !== null && (types.includes("number") || (types.includes("integer") && isWhole))) return number;
  return types.includes("boolean") ? (meantBoolean(value) ?? value) : value;
}
