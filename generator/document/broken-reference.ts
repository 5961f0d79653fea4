/** What stands in for a reference that leads nowhere: an object that nobody takes for what was referred to. */
import { isJsonObject, type JsonValue, member } from "./json.js";

/** The one key of the stand-in; its value is the reference as it was written. */
export const brokenKey = "x-exemplar-broken";

/** The reference that a stand-in stands for, or null for anything else. */
export function brokenReference(value: JsonValue | undefined): string | null {
  const reference = isJsonObject(value) ? member(value, brokenKey) : undefined;
  return typeof reference === "string" ? reference : null;
}
