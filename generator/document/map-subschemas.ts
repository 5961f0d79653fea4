/** The schemas that stand directly in a schema. */
import { isJsonArray, isJsonObject, type JsonValue, jsonObject } from "./json.js";
import type { Schema } from "./normal-document.js";
import { slotOf } from "./openapi-structure.js";

/**
 * The schema with each schema that stands directly in it changed; values that look like schemas stay (an example, an
 * enum).
 * @param change is told the keys that lead from the schema to the child
 * @returns the schema itself where nothing is changed
 */
export function mapSubschemas(schema: Schema, change: (child: Schema, keys: readonly string[]) => Schema): Schema {
  const inner = (child: JsonValue, ...keys: readonly string[]): JsonValue =>
    isJsonObject(child) ? change(child, keys) : child;
  const entries = Object.entries(schema).map(([key, value]): readonly [string, JsonValue] => {
    const slot = slotOf("schema", key);
    if (slot === undefined) return [key, value];
    if (slot.holds === "one") return [key, inner(value, key)];
    if (isJsonArray(value)) {
      const items = value.map((item, index) => inner(item, key, String(index)));
      return [key, items.every((item, index) => item === value[index]) ? value : items];
    }
    return [key, isJsonObject(value) ? mapMembers(value, (child, name) => inner(child, key, name)) : value];
  });
  return entries.every(([key, left]) => left === schema[key]) ? schema : jsonObject(entries);
}

function mapMembers(value: Schema, change: (child: JsonValue, name: string) => JsonValue): Schema {
  const entries = Object.entries(value).map(([name, child]) => [name, change(child, name)] as const);
  return entries.every(([name, child]) => child === value[name]) ? value : jsonObject(entries);
}
