/** The types of texts, numbers and flags. */
import { isDate } from "../document/dates.js";
import type { Schema } from "../document/normal-document.js";
import { integerNode } from "./int64-nodes.js";
import { referenceNode } from "./type-nodes.js";

/** The type of a schema's values of one JSON type. */
export function scalarNode(type: string, schema: Schema): Schema {
  if (type === "integer" || type === "number") return integerNode(schema);
  // A reference prints its last segment, whatever that is.
  return type === "string" && isDate(schema) ? referenceNode("Date") : { type };
}
