/**
 * One Schema Object to JSON Schema 2020-12: what 3.0 writes in its own words is written in 3.1's.
 * https://spec.openapis.org/oas/v3.0.4.html#schema-object
 */
import type { Diagnostics, Origin } from "../diagnostics.js";
import { correctKeyword } from "./correct-keywords.js";
import { withoutDateMark } from "./dates.js";
import { describeValue } from "./describe-value.js";
import { childOrigin, type Grafts } from "./document.js";
import {
  isJsonArray,
  isJsonObject,
  type JsonArray,
  type JsonObject,
  type JsonValue,
  jsonObject,
  member,
  writeJson,
} from "./json.js";
import { type Int64Type, markInt64 } from "./int64.js";
import { meantBoolean } from "./meant-value.js";
import { normaliseEnum } from "./normalise-enum.js";
import { writeNullable } from "./normalise-nullable.js";
import type { Schema } from "./normal-document.js";
import { slotOf } from "./openapi-structure.js";
import { isNote } from "./schema-notes.js";

export interface SchemaContext {
  readonly grafts: Grafts;
  readonly diagnostics: Diagnostics;
  /** 3.0 and before: `nullable`, boolean `exclusiveMinimum`, and `$ref` hides what stands beside it. */
  readonly legacy: boolean;
  /** The version's second number. */
  readonly minor: number;
  /** How the document spells the number or boolean at a place, or null where that cannot be known. */
  readonly written: (place: Origin) => string | null;
  /** The type of integers of 64 bits. */
  readonly int64: Int64Type;
}

/**
 * Normalises a schema and all schemas in it.
 * @returns the schema; `{}` stands for one that is no schema, after an error at its place
 */
export function normaliseSchema(context: SchemaContext, value: JsonValue, origin: Origin): Schema {
  if (value === true) return {};
  if (value === false) return { not: {} };
  if (!isJsonObject(value)) {
    context.diagnostics.add("schema-invalid", origin, { found: describeValue(value) });
    return {};
  }
  const entries: (readonly [string, JsonValue])[] = [];
  for (const [key, child] of Object.entries(value)) {
    const normal = normaliseKeyword(context, value, origin, key, child);
    if (normal === undefined) continue;
    entries.push([modernKey(value, key), normal]);
  }
  if (
    context.legacy &&
    value["type"] === "array" &&
    !["items", "prefixItems", "$ref", ...compositions].some((key) => Object.hasOwn(value, key))
  )
    context.diagnostics.add("items-missing", childOrigin(context.grafts, value, origin, "type"), {});
  if (value["type"] === "file" && !Object.hasOwn(value, "format")) entries.push(["format", "binary"]);
  const own = referenceAlone(context, value, markInt64(withoutDateMark(jsonObject(entries)), context.int64), origin);
  const modern = moderniseBounds(context, value, own, origin);
  const schema = normaliseEnum(context, modern, childOrigin(context.grafts, value, origin, "enum"));
  return writeReference(writeNullable(value, schema));
}

/** What counts beside `$ref` in 3.0, where nothing does: what cannot contradict it, and `nullable`, which documents mean. */
function countsBesideReference(key: string): boolean {
  return key === "$ref" || key === "nullable" || isNote(key);
}

/** In 3.0, what stands beside `$ref` has no effect. https://spec.openapis.org/oas/v3.0.4.html#reference-object */
function referenceAlone(context: SchemaContext, written: JsonObject, schema: Schema, origin: Origin): Schema {
  if (!context.legacy || !Object.hasOwn(schema, "$ref")) return schema;
  const ignored = Object.keys(schema).filter((key) => !countsBesideReference(key));
  const [first] = ignored.filter((key) => key !== "type");
  if (first !== undefined)
    context.diagnostics.add("reference-siblings", childOrigin(context.grafts, written, origin, first), { key: first });
  return jsonObject(Object.entries(schema).filter(([key]) => countsBesideReference(key)));
}

/** From 3.1 on, what stands beside `$ref` counts as well: both are parts of one schema. */
function writeReference(schema: Schema): Schema {
  const { $ref } = schema;
  if ($ref === undefined) return schema;
  // That it is of the type that the reference says anyway.
  const entries = Object.entries(schema).filter(([key]) => key !== "$ref" && key !== "type");
  if (!entries.some(([key]) => decidesType(key))) return jsonObject<JsonValue>([["$ref", $ref], ...entries]);
  const own = jsonObject(entries.filter(([key]) => !isNote(key)));
  return jsonObject<JsonValue>([...entries.filter(([key]) => isNote(key)), ["allOf", [{ $ref }, own]]]);
}

function decidesType(key: string): boolean {
  return slotOf("schema", key) !== undefined ? key !== "$defs" : ["enum", "const", "required"].includes(key);
}

/** Before 2020-12, a list of schemas in `items` was a tuple, and `additionalItems` its rest; OpenAPI never allowed it. */
function modernKey(schema: JsonObject, key: string): string {
  return isItemList(schema, key) ? "prefixItems" : key === "additionalItems" ? "items" : key;
}

function isItemList(schema: JsonObject, key: string): boolean {
  return key === "items" && isJsonArray(schema[key]) && !Object.hasOwn(schema, "prefixItems");
}

function normaliseKeyword(
  context: SchemaContext,
  schema: JsonObject,
  origin: Origin,
  key: string,
  value: JsonValue,
): JsonValue | undefined {
  const slot = slotOf("schema", key);
  const place = childOrigin(context.grafts, schema, origin, key);
  if (slot === undefined) return correctKeyword(context, schema, key, value, place);
  if (key === "additionalItems" && !isItemList(schema, "items")) return undefined;
  if (isItemList(schema, key)) {
    context.diagnostics.add("items-list", place, {});
    return isJsonArray(value) ? normaliseContainer(context, value, place) : undefined;
  }
  // `additionalProperties: true` says the same as `{}`, and reads better.
  if (slot.holds === "one") {
    const meant = meantBoolean(value);
    if (meant === null) return typeof value === "boolean" ? value : normaliseSchema(context, value, place);
    const expected = "a schema, or true or false,";
    const found = describeValue(value);
    context.diagnostics.add("value-read-as", place, { key, found, expected, meant: `${key}: ${String(meant)}` });
    return meant;
  }
  const container = slot.holds === "list" ? isJsonArray(value) && value : isJsonObject(value) && value;
  if (container !== false && !(compositions.has(key) && isJsonArray(value) && value.length === 0))
    return normaliseContainer(context, container, place);
  const expected = slot.holds === "list" ? "a list with at least one schema" : "an object of schemas";
  context.diagnostics.add("value-type-mismatch", place, { key, found: describeValue(value), expected });
  return slot.holds === "list" ? undefined : {};
}

/** Lists that need a member: https://json-schema.org/draft/2020-12/json-schema-core#section-10.2.1 */
const compositions: ReadonlySet<string> = new Set(["allOf", "anyOf", "oneOf"]);

/** Each schema of a list or a map. */
function normaliseContainer(context: SchemaContext, container: JsonArray | JsonObject, place: Origin): JsonValue {
  const children = Object.entries<JsonValue>(container).map(([name, child]) => {
    return [name, normaliseSchema(context, child, childOrigin(context.grafts, container, place, name))] as const;
  });
  return isJsonArray(container) ? children.map(([, child]) => child) : jsonObject(children);
}

/** A bound that is exclusive by a flag beside it, as 3.0 writes it, is the bound itself in 3.1. */
function moderniseBounds(context: SchemaContext, written: JsonObject, schema: Schema, origin: Origin): Schema {
  let modern = schema;
  for (const [flag, bound] of [
    ["exclusiveMinimum", "minimum"],
    ["exclusiveMaximum", "maximum"],
  ] as const) {
    const exclusive = member(modern, flag);
    if (typeof exclusive !== "boolean") continue;
    const limit = member(modern, bound);
    const isBound = exclusive && limit !== undefined;
    modern = without(modern, exclusive ? [flag, bound] : [flag]);
    if (isBound) modern = { ...modern, [flag]: limit };
    if (context.legacy) continue;
    const place = childOrigin(context.grafts, written, origin, flag);
    const mismatch = { key: flag, found: describeValue(exclusive), expected: "a number" };
    if (isBound)
      context.diagnostics.add("value-read-as", place, { ...mismatch, meant: `${flag}: ${writeJson(limit)}` });
    else context.diagnostics.add("value-type-mismatch", place, mismatch);
  }
  return modern;
}

function without(schema: Schema, keys: readonly string[]): Schema {
  return jsonObject(Object.entries(schema).filter(([key]) => !keys.includes(key)));
}
