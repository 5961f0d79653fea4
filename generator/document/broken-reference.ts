/** What stands in for what a reference could not bring, so that later stages know it from something empty. */
import { isJsonObject, type JsonObject, type JsonValue, member } from "./json.js";

/** The one key of a stand-in; its value is the reference as text. Whatever needs the object is left out. */
export const brokenKey = "x-exemplar-broken";

/** A stand-in for what `reference` should have brought. */
export function brokenReference(reference: string): JsonObject {
  return { [brokenKey]: reference };
}

/** The reference that a stand-in stands for, or null for anything else. The reference has been reported. */
export function brokenReferenceOf(value: JsonValue | undefined): string | null {
  const reference = isJsonObject(value) ? member(value, brokenKey) : undefined;
  return typeof reference === "string" ? reference : null;
}
