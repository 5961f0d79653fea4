/** A schema and all schemas that stand in it. */
import { isJsonObject, type JsonValue } from "./json.js";
import type { Schema } from "./normal-document.js";
import { slotOf } from "./openapi-structure.js";

/**
 * Calls `see` for a schema, and then for each schema in it; references are not followed. Data that looks like a schema (an
 * example, an enum) is none; a property may be called `default`, and is one.
 * @param keywords those to look into; default: all that hold schemas
 */
export function visitSchemas(schema: Schema, see: (schema: Schema) => void, keywords?: ReadonlySet<string>): void {
  see(schema);
  for (const [key, value] of Object.entries(schema)) {
    const slot = keywords?.has(key) === false ? undefined : slotOf("schema", key);
    if (slot === undefined || typeof value !== "object" || value === null) continue;
    const children: readonly JsonValue[] = slot.holds === "one" ? [value] : Object.values<JsonValue>(value);
    for (const child of children) if (isJsonObject(child)) visitSchemas(child, see, keywords);
  }
}
