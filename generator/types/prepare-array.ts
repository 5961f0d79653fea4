/** The type of a list, or of a tuple. https://json-schema.org/draft/2020-12/json-schema-core#section-10.3.1 */
import { isJsonArray, isJsonObject, type JsonValue } from "../document/json.js";
import type { Schema } from "../document/normal-document.js";
import { tupleNode, unknownNode } from "./type-nodes.js";

/** Prepares a list. @param prepare prepares a schema in it */
export function prepareArray(schema: Schema, prepare: (schema: Schema) => Schema): Schema {
  const { prefixItems, items } = schema;
  const places = isJsonArray(prefixItems) ? prefixItems.filter(isJsonObject) : [];
  if (places.length === 0) {
    if (items === false) return tupleNode([], 0, null);
    const item = isJsonObject(items) ? prepare(items) : unknownNode;
    // openapi-typescript would print a list of tuples as one tuple.
    return item["type"] === "tuple" ? { type: "list", items: item } : { type: "array", items: item };
  }
  // Fewer items than there are places are valid, unless `minItems` says otherwise, and so are more.
  const most = countOf(schema["maxItems"]) ?? Number.POSITIVE_INFINITY;
  const rest = items === false || schema["unevaluatedItems"] === false || most <= places.length ? null : (items ?? {});
  return tupleNode(
    places.slice(0, most).map(prepare),
    countOf(schema["minItems"]) ?? 0,
    rest === null ? null : isJsonObject(rest) ? prepare(rest) : unknownNode,
  );
}

function countOf(value: JsonValue | undefined): number | null {
  return typeof value === "number" && value >= 0 ? value : null;
}
