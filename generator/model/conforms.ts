/**
 * Whether a value has the shape that a schema's TypeScript type has: kinds, required properties, enums. Bounds,
 * patterns and formats are not looked at, since they are not in the type.
 */
import { isJsonArray, isJsonObject, type JsonValue, member } from "../document/json.js";
import type { Schema } from "../document/normal-document.js";
import { dereference, type SchemaTable } from "./schema-shape.js";

/**
 * @returns null where the value fits, else what does not, in words, beginning with the place inside of the value
 */
export function contradiction(value: JsonValue, schema: Schema, table: SchemaTable, at = "", depth = 0): string | null {
  const resolved = dereference(schema, table);
  if (depth > 64) return null;
  const where = at === "" ? "the value" : at;
  if (Object.hasOwn(resolved, "const") && !equal(value, resolved["const"]))
    return `${where} is not the one value allowed`;
  const values = resolved["enum"];
  if (isJsonArray(values) && !values.some((allowed) => equal(value, allowed)))
    return `${where} is none of the values of the enum`;
  if (!hasType(value, resolved["type"])) return `${where} is ${kindOf(value)}, not ${String(resolved["type"])}`;
  const next = (inner: JsonValue, part: JsonValue | undefined, place: string) => {
    return isJsonObject(part) ? contradiction(inner, part, table, place, depth + 1) : null;
  };
  for (const part of listOf(resolved["allOf"])) {
    const problem = next(value, part, at);
    if (problem !== null) return problem;
  }
  for (const key of ["anyOf", "oneOf"]) {
    const parts = listOf(resolved[key]);
    if (parts.length > 0 && parts.every((part) => next(value, part, at) !== null))
      return `${where} fits none of ${key}`;
  }
  if (isJsonArray(value)) {
    const problems = value.map((item, index) => next(item, resolved["items"], `${at}/${index}`));
    return problems.find((problem) => problem !== null) ?? null;
  }
  return isJsonObject(value) ? objectContradiction(value, resolved, at, next) : null;
}

function objectContradiction(
  value: Readonly<Record<string, JsonValue>>,
  schema: Schema,
  at: string,
  next: (inner: JsonValue, part: JsonValue | undefined, place: string) => string | null,
): string | null {
  const missing = listOf(schema["required"]).find((name) => typeof name === "string" && !Object.hasOwn(value, name));
  if (missing !== undefined) return `${at === "" ? "the value" : at} lacks the required property "${String(missing)}"`;
  const known = schema["properties"];
  for (const [key, inner] of Object.entries(value)) {
    const part =
      member(known, key) ?? (Object.hasOwn(schema, "properties") ? undefined : schema["additionalProperties"]);
    const problem = next(inner, part, `${at}/${key}`);
    if (problem !== null) return problem;
    // Legal JSON Schema, but TypeScript takes a property that the type does not have for a mistake.
    const open = ["additionalProperties", "patternProperties", "allOf", "anyOf", "oneOf"].some((keyword) =>
      Object.hasOwn(schema, keyword),
    );
    if (part === undefined && isJsonObject(known) && !open)
      return `${at}/${key} is a property that the schema does not have`;
  }
  return null;
}

function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  return isJsonArray(value) ? value : [];
}

function hasType(value: JsonValue, type: JsonValue | undefined): boolean {
  if (type === undefined) return true;
  const kind = kindOf(value);
  return (isJsonArray(type) ? type : [type]).some((name) => name === kind || (name === "number" && kind === "integer"));
}

function kindOf(value: JsonValue): string {
  if (value === null) return "null";
  if (isJsonArray(value)) return "array";
  return typeof value === "number" && Number.isInteger(value) ? "integer" : typeof value;
}

function equal(a: JsonValue, b: JsonValue | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
