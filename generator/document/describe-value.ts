/** A value of the document as part of a sentence. */
import { maskSecrets } from "../mask-secrets.js";
import { isJsonArray, isJsonObject, type JsonValue, writeJson } from "./json.js";

/**
 * What stands there: "the string \"x\"", "a list", "nothing".
 * @param written a number or boolean as the document spells it
 */
export function describeValue(value: JsonValue, written: string | null = null): string {
  if (value === null) return "nothing";
  if (isJsonArray(value)) return value.length === 0 ? "an empty list" : "a list";
  if (isJsonObject(value)) return "an object";
  return `the ${typeof value === "bigint" ? "number" : typeof value} ${maskSecrets(written ?? writeJson(value)).slice(0, 60)}`;
}
