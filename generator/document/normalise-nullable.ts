/**
 * What may be null, in the words of JSON Schema. `nullable` counts in all versions and in all places that documents use
 * it in, also where the specification gives it no effect: who writes it means it.
 * https://spec.openapis.org/oas/v3.0.4.html#fixed-fields-20 (`nullable`)
 */
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue, jsonObject, member } from "./json.js";
import { meantBoolean } from "./meant-value.js";
import type { Schema } from "./normal-document.js";
import { isNote } from "./schema-notes.js";

const compositions = ["$ref", "allOf", "anyOf", "oneOf"];
const alternatives: ReadonlySet<string> = new Set(["anyOf", "oneOf"]);

/**
 * Writes out that a schema may be null.
 * @param written the schema as the document has it
 * @param schema the same with the schemas in it normalised
 */
export function writeNullable(written: JsonObject, schema: Schema): Schema {
  const { nullable, ...rest } = withNullAlternatives(written, schema);
  const type = member(rest, "type");
  const isComposed = compositions.some((key) => Object.hasOwn(rest, key));
  const hasNullType = isJsonArray(type) && type.includes("null");
  if (nullable === true || isNullableByPart(written) || (isComposed && hasNullType)) return withNull(rest, isComposed);
  return hasNullType ? withNullValue(rest) : rest;
}

/** The schema, or null. */
function withNull(schema: Schema, isComposed: boolean): Schema {
  const type = member(schema, "type");
  const types = isJsonArray(type) ? type : type === undefined ? impliedTypes(schema) : [type];
  if (isComposed || Object.hasOwn(schema, "const")) return orNull(schema, types);
  if (types.length === 0) return withNullValue(schema);
  return withNullValue({ ...schema, type: types.includes("null") ? types : [...types, "null"] });
}

/** A union with null; what only describes stays outside. */
function orNull(schema: Schema, types: readonly JsonValue[]): Schema {
  const entries = Object.entries(schema);
  const others = types.filter((type) => type !== "null");
  const own = entries.flatMap(([key, value]): readonly (readonly [string, JsonValue])[] => {
    if (isNote(key)) return [];
    if (key !== "type") return [[key, value]];
    const [only] = others;
    return only === undefined ? [] : [[key, others.length === 1 ? only : others]];
  });
  return jsonObject<JsonValue>([
    ...entries.filter(([key]) => isNote(key)),
    ["anyOf", [jsonObject(own), { type: "null" }]],
  ]);
}

/** Where there are values to choose from, null is one of them. */
function withNullValue(schema: Schema): Schema {
  const values = member(schema, "enum");
  return isJsonArray(values) && !values.includes(null) ? { ...schema, enum: [...values, null] } : schema;
}

function impliedTypes(schema: Schema): readonly string[] {
  const has = (...keys: readonly string[]) => keys.some((key) => Object.hasOwn(schema, key));
  return [
    ...(has("properties", "additionalProperties", "patternProperties") ? ["object"] : []),
    ...(has("items", "prefixItems") ? ["array"] : []),
  ];
}

/** `allOf: [{ $ref }, { nullable: true }]` means that the whole may be null. */
function isNullableByPart(written: JsonObject): boolean {
  const parts = member(written, "allOf");
  return isJsonArray(parts) && parts.length > 1 && parts.some(saysOnlyNullable);
}

/** `oneOf: [{ $ref }, { nullable: true }]` means that null is one alternative, not that any value is. */
function withNullAlternatives(written: JsonObject, schema: Schema): Schema {
  const entries = Object.entries(schema).map(([key, list]): readonly [string, JsonValue] => {
    const before = member(written, key);
    if (!alternatives.has(key) || !isJsonArray(list) || !isJsonArray(before)) return [key, list];
    return [key, list.map((part, index) => (saysOnlyNullable(before[index]) ? { type: "null" } : part))];
  });
  return jsonObject(entries);
}

function saysOnlyNullable(part: JsonValue | undefined): boolean {
  return (
    isJsonObject(part) &&
    (part["nullable"] === true || meantBoolean(part["nullable"]) === true) &&
    Object.keys(part).every((key) => key === "nullable" || isNote(key))
  );
}
