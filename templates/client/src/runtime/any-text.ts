/** Values of which only the run shows whether they are text. */
import { jsonText } from "./json-text.js";

/** A list or an object as JSON text; anything else as it is. */
export function anyText(value: unknown, field: string): unknown {
  return typeof value === "object" && value !== null && !(value instanceof Date) ? jsonText(value, field) : value;
}
