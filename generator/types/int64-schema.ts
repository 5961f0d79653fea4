/** Schemas with integers that openapi-typescript has no word for: of 64 bits as bigint or text, and beyond what numbers hold. */
import { isJsonArray, type JsonValue, member, writeJson } from "../document/json.js";
import { int64TypeOf } from "../document/int64.js";
import type { Schema } from "../document/normal-document.js";

/**
 * A prepared schema with those integers as they print: a reference prints its last segment, whatever that is.
 * @param original before the preparation
 */
export function withLongIntegers(prepared: Schema, original: Schema): Schema {
  const type = int64TypeOf(original);
  const values = Object.hasOwn(prepared, "const") ? [prepared["const"] ?? null] : prepared["enum"];
  if (isJsonArray(values)) {
    const isLong = (value: JsonValue) =>
      typeof value === "bigint" || (type !== null && typeof value === "number" && Number.isInteger(value));
    if (!values.some(isLong)) return prepared;
    const parts = values.map((value): Schema => {
      if (isLong(value)) return longLiteral(value, type);
      return value === null ? { type: "null" } : { const: value };
    });
    return { anyOf: parts };
  }
  return type === null ? prepared : withType(prepared, type);
}

function longLiteral(value: JsonValue, type: "bigint" | "string" | null): Schema {
  const digits = writeJson(value);
  if (type === "string") return { const: digits };
  return { $ref: `#/${digits}${type === "bigint" ? "n" : ""}` };
}

function withType(schema: Schema, type: "bigint" | "string"): Schema {
  const types = [member(schema, "type") ?? []].flat();
  const isNumber = (name: JsonValue) => name === "integer" || name === "number";
  if (type === "string")
    return { ...schema, type: [...new Set(types.map((name) => (isNumber(name) ? "string" : name)))] };
  const others = types.filter((name) => !isNumber(name));
  // What stands beside the type can only narrow it.
  const integer: Schema = { $ref: "#/bigint" };
  return others.length === 0
    ? integer
    : { anyOf: [integer, ...others.map((name): Schema => ({ ...schema, type: name }))] };
}
