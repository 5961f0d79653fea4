/** What a value may be that does not fit a schema. */
import { isJsonArray, isJsonObject, jsonObject, type JsonValue } from "../document/json.js";
import type { Schema } from "../document/normal-document.js";
import { dereference, type SchemaTable } from "./schema-shape.js";

const opposites: Readonly<Record<string, (limit: number) => Schema>> = {
  minimum: (limit) => ({ exclusiveMaximum: limit }),
  maximum: (limit) => ({ exclusiveMinimum: limit }),
  exclusiveMinimum: (limit) => ({ maximum: limit }),
  exclusiveMaximum: (limit) => ({ minimum: limit }),
  minLength: (limit) => ({ maxLength: limit - 1 }),
  maxLength: (limit) => ({ minLength: limit + 1 }),
  minItems: (limit) => ({ maxItems: limit - 1 }),
  maxItems: (limit) => ({ minItems: limit + 1 }),
  minProperties: (limit) => ({ maxProperties: limit - 1 }),
  maxProperties: (limit) => ({ minProperties: limit + 1 }),
};

const mostDepth = 8;

/**
 * Schemas of which each excludes what the given one allows, by one of its keywords. Keywords that have no opposite, such
 * as `pattern`, give none.
 */
export function negations(schema: Schema, table: SchemaTable, depth = 0): readonly Schema[] {
  if (depth > mostDepth) return [];
  const ofInner = (inner: Schema) => negations(inner, table, depth + 1);
  return Object.entries(dereference(schema, table)).flatMap(([key, value]): readonly Schema[] => {
    const opposite = opposites[key];
    if (opposite !== undefined) return typeof value === "number" ? [opposite(value)] : [];
    if (key === "not") return isJsonObject(value) ? [value] : [];
    if (key === "allOf") return schemasOf(value).flatMap(ofInner);
    if (key === "anyOf" || key === "oneOf")
      return [{ allOf: schemasOf(value).map((inner): Schema => ofInner(inner)[0] ?? { not: inner }) }];
    if (key === "items" && isJsonObject(value)) return [{ minItems: 1, items: { not: value } }];
    if (key !== "properties" || !isJsonObject(value)) return [];
    return Object.entries(value).map(([name, inner]): Schema => {
      return { required: [name], properties: jsonObject<JsonValue>([[name, { not: inner }]]) };
    });
  });
}

function schemasOf(value: JsonValue): readonly Schema[] {
  return isJsonArray(value) ? value.filter(isJsonObject) : [];
}
