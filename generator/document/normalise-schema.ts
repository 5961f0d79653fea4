/**
 * One Schema Object to JSON Schema 2020-12: what 3.0 writes in its own words is written in 3.1's.
 * https://spec.openapis.org/oas/v3.0.4.html#schema-object
 */
import type { Diagnostics, Origin } from "../diagnostics.js";
import { childOrigin, type Grafts } from "./document.js";
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue, jsonObject, member, writeJson } from "./json.js";
import { type Int64Type, markInt64 } from "./int64.js";
import { slotOf } from "./openapi-structure.js";
import type { Schema } from "./normal-document.js";

export interface SchemaContext {
  readonly grafts: Grafts;
  readonly diagnostics: Diagnostics;
  /** 3.0 and before: `nullable`, boolean `exclusiveMinimum`, and `$ref` hides what stands beside it. */
  readonly legacy: boolean;
  /** The version's second number. */
  readonly minor: number;
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
    context.diagnostics.add("schema-invalid", origin, {
      found: value === null ? "nothing" : isJsonArray(value) ? "a list" : typeof value,
    });
    return {};
  }
  const entries: (readonly [string, JsonValue])[] = [];
  for (const [key, child] of Object.entries(value)) {
    const normal = normaliseKeyword(context, value, origin, key, child);
    if (normal !== undefined) entries.push([key, normal]);
  }
  const schema = markInt64(jsonObject(entries), context.int64);
  if (!context.legacy) return schema;
  return modernise(Object.hasOwn(schema, "$ref") ? onlyReference(schema) : schema);
}

/**
 * What counts beside `$ref` in 3.0, where nothing does (https://spec.openapis.org/oas/v3.0.4.html#reference-object): what
 * cannot contradict it, and `nullable`, which documents mean.
 */
function onlyReference(schema: Schema): Schema {
  const harmless = new Set(["$ref", "nullable", "title", "description", "default", "example", "deprecated"]);
  return jsonObject(Object.entries(schema).filter(([key]) => harmless.has(key) || key.startsWith("x-")));
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
  if (slot === undefined) return checkedData(context, key, value, place);
  // `additionalProperties: true` says the same as `{}`, and reads better.
  if (slot.holds === "one") return typeof value === "boolean" ? value : normaliseSchema(context, value, place);
  const container = slot.holds === "list" ? isJsonArray(value) && value : isJsonObject(value) && value;
  if (container === false) {
    context.diagnostics.add("value-type-mismatch", place, {
      key,
      found: "something else",
      expected: slot.holds === "list" ? "a list of schemas" : "an object of schemas",
    });
    return slot.holds === "list" ? [] : {};
  }
  const children = Object.entries(container).map(([name, child]) => {
    return [name, normaliseSchema(context, child, childOrigin(context.grafts, container, place, name))] as const;
  });
  return slot.holds === "list" ? children.map(([, child]) => child) : jsonObject(children);
}

const typeNames = new Set(["string", "number", "integer", "boolean", "array", "object", "null"]);

/** Keywords whose value is data: those that decide a type must have the right one, or are left out. */
function checkedData(context: SchemaContext, key: string, value: JsonValue, place: Origin): JsonValue | undefined {
  const { diagnostics } = context;
  if (key === "required" && !(isJsonArray(value) && value.every((name) => typeof name === "string"))) {
    diagnostics.add("value-type-mismatch", place, {
      key,
      found: "something else",
      expected: "a list of property names",
    });
    return [];
  }
  if (key === "enum" && !(isJsonArray(value) && value.length > 0)) {
    const found = value === null ? "nothing" : isJsonArray(value) ? "an empty list" : "something else";
    diagnostics.add("value-type-mismatch", place, { key, found, expected: "a list with at least one value" });
    return undefined;
  }
  if (key === "type") {
    const types = isJsonArray(value) ? value : [value];
    if (types.every((type) => typeof type === "string" && typeNames.has(type))) return value;
    diagnostics.add("schema-type-unknown", place, { found: writeJson(value) });
    return undefined;
  }
  return value;
}

/** The words of 3.0 in those of 3.1. */
function modernise(schema: Schema): Schema {
  let modern = schema;
  for (const [flag, bound] of [
    ["exclusiveMinimum", "minimum"],
    ["exclusiveMaximum", "maximum"],
  ] as const) {
    const exclusive = member(modern, flag);
    if (typeof exclusive !== "boolean") continue;
    const limit = member(modern, bound);
    modern = without(modern, exclusive ? [flag, bound] : [flag]);
    if (exclusive && limit !== undefined) modern = { ...modern, [flag]: limit };
  }
  const nullable = member(modern, "nullable");
  if (nullable === undefined) return modern;
  modern = without(modern, ["nullable"]);
  return nullable === true ? withNull(modern) : modern;
}

/** The schema, or null. */
function withNull(schema: Schema): Schema {
  const type = member(schema, "type");
  const values = member(schema, "enum");
  if (type !== undefined && !Object.hasOwn(schema, "$ref")) {
    const types = isJsonArray(type) ? type : [type];
    const nullType = types.includes("null") ? schema : { ...schema, type: [...types, "null"] };
    return isJsonArray(values) && !values.includes(null) ? { ...nullType, enum: [...values, null] } : nullType;
  }
  const bare = ["$ref", "allOf", "anyOf", "oneOf", "enum"].some((key) => Object.hasOwn(schema, key));
  return bare ? { anyOf: [schema, { type: "null" }] } : schema;
}

function without(schema: Schema, keys: readonly string[]): Schema {
  return jsonObject(Object.entries(schema).filter(([key]) => !keys.includes(key)));
}
