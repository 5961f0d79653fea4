/** Heirs that extend what their base has in common with the others, in the place of the base. */
import { isJsonArray, isJsonObject, type JsonValue, member } from "./json.js";
import type { Schema } from "./normal-document.js";
import { referencedName } from "./referenced-name.js";
import { referenceTo } from "./schema-names.js";

/** @param bases for a base, the name of what it has in common with its heirs */
export function extendBases(schema: Schema, bases: ReadonlyMap<string, string>): Schema {
  const parts = member(schema, "allOf");
  if (!isJsonArray(parts)) return schema;
  const extended = parts.map((part): JsonValue => {
    const base = bases.get(referencedName(part) ?? "");
    return base === undefined || !isJsonObject(part) ? part : { ...part, $ref: referenceTo(base) };
  });
  return extended.every((part, index) => part === parts[index]) ? schema : { ...schema, allOf: extended };
}
