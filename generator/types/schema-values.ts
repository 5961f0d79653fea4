/** The values that a schema lists. */
import { isJsonArray, type JsonValue } from "../document/json.js";
import type { Schema } from "../document/normal-document.js";

/** `const`, or `enum`; null where there is neither. */
export function valuesOf(schema: Schema): readonly JsonValue[] | null {
  const { const: only, enum: values } = schema;
  if (only !== undefined) return [only];
  return isJsonArray(values) ? values : null;
}
