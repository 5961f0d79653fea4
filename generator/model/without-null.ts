/** A schema of what stands where null cannot be written: a form has pairs, or it has none. */
import { isJsonArray, isJsonObject, type JsonValue, jsonObject } from "../document/json.js";
import type { Schema } from "../document/normal-document.js";
import { dereference, type SchemaTable } from "./schema-shape.js";
import { isNullable } from "./wire-structure.js";

/** The schema, of values other than null; one that allows nothing else stays as it is. */
export function withoutNull(schema: Schema, table: SchemaTable): Schema {
  // What says nothing is no null in particular.
  const says = ["type", "enum", "oneOf", "anyOf", "allOf", "$ref"].some((key) => Object.hasOwn(schema, key));
  if (!says || !isNullable(schema, table)) return schema;
  const resolved = dereference(schema, table);
  const entries = Object.entries(resolved).map(([key, value]) => [key, narrowed(key, value, table)] as const);
  const narrow = jsonObject(entries);
  // One alternative that is left is the schema.
  const keys = ["oneOf", "anyOf"].filter((key) => Object.hasOwn(narrow, key));
  const [only, ...others] = keys.flatMap((key) => narrow[key] ?? []).filter(isJsonObject);
  const isAlone = only !== undefined && others.length === 0 && Object.keys(narrow).length === 1;
  return isAlone ? only : narrow;
}

function narrowed(key: string, value: JsonValue, table: SchemaTable): JsonValue {
  if (!isJsonArray(value)) return value;
  if (key === "type") {
    const types = value.filter((type) => type !== "null");
    return types.length === 1 ? (types[0] ?? value) : types.length > 0 ? types : value;
  }
  const isSchema = key === "oneOf" || key === "anyOf" || key === "allOf";
  const rest = isSchema
    ? value.filter((part) => !isNull(part))
    : key === "enum"
      ? value.filter((each) => each !== null)
      : value;
  const kept = rest.length > 0 ? rest : value;
  return isSchema ? kept.map((part) => (isJsonObject(part) ? withoutNull(part, table) : part)) : kept;
}

function isNull(part: JsonValue): boolean {
  return isJsonObject(part) && (part["type"] === "null" || part["const"] === null);
}
