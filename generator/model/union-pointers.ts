/** Where in a value an object may be of several kinds. */
import { isJsonArray, isJsonObject, type JsonValue } from "../document/json.js";
import { appendToken } from "../document/json-pointer.js";
import type { Schema } from "../document/normal-document.js";
import { memberSchemas, partsOf, type SchemaTable } from "./schema-shape.js";

/**
 * Pointers to the objects of a value whose schema is a union: what takes the place of one may be of another kind. What
 * stands in a list is not looked at, nor what stands in such an object.
 */
export function unionPointers(value: JsonValue, schema: Schema, table: SchemaTable): readonly string[] {
  const find = (inner: JsonValue, schemas: readonly Schema[], at: string): readonly string[] => {
    if (!isJsonObject(inner)) return [];
    const parts = schemas.flatMap((each) => [...partsOf(each, table)]);
    if (parts.some(({ oneOf, anyOf }) => kindsOf(oneOf) > 1 || kindsOf(anyOf) > 1)) return [at];
    const others = parts.flatMap(({ additionalProperties }) => additionalProperties ?? []).filter(isJsonObject);
    return Object.entries(inner).flatMap(([name, child]) => {
      const said = memberSchemas(name, parts);
      return find(child, said.length > 0 ? said : others, appendToken(at, name));
    });
  };
  return find(value, [schema], "");
}

/** Alternatives that are no null. */
function kindsOf(alternatives: JsonValue | undefined): number {
  return isJsonArray(alternatives) ? alternatives.filter((each) => !isNull(each)).length : 0;
}

function isNull(schema: JsonValue): boolean {
  return isJsonObject(schema) && schema["type"] === "null";
}
