/**
 * Enums whose values contradict the type beside them: `type: string` with numbers, as YAML reads values without quotes;
 * values of the items on the list. They are read as they were meant, after a warning.
 */
import type { Diagnostics, Origin } from "../diagnostics.js";
import { isJsonArray, isJsonObject, type JsonValue, jsonObject, member, writeJson } from "./json.js";
import type { Schema } from "./normal-document.js";

/**
 * The schema with an enum of values that its type allows, as far as that can be. A value that is listed twice stays so:
 * names stand beside values by position.
 * @param place that of the enum
 */
export function normaliseEnum(schema: Schema, place: Origin, diagnostics: Diagnostics): Schema {
  const values = member(schema, "enum");
  if (!isJsonArray(values)) return schema;
  const type = member(schema, "type");
  const types = (isJsonArray(type) ? type : [type]).filter((name) => typeof name === "string");
  const others = values.filter((value) => !fits(value, types));
  const isAbout = types.length === 0 || types.includes("object");
  const contradictsMembers = isAbout && describesMembers(schema) && !values.some(isJsonObject);
  if (!contradictsMembers && (types.length === 0 || others.length === 0)) return { ...schema, enum: values };
  const report = (outcome: string) => {
    diagnostics.add("enum-contradicts-type", place, {
      value: writeJson(others[0] ?? values[0] ?? null),
      type: types.join(" or ") || "object",
      outcome,
    });
  };
  const rest = jsonObject(Object.entries(schema).filter(([key]) => key !== "enum"));
  if (contradictsMembers) {
    report("The enum is left out");
    return rest;
  }
  if (others.every((value) => value === null)) return { ...schema, type: [...types, "null"], enum: values };
  if (types[0] === "array" && !values.some(isJsonArray)) {
    report("The values are taken for those of the items");
    const items = member(schema, "items");
    const own = isJsonObject(items) && !Object.hasOwn(items, "$ref") ? items : {};
    return { ...rest, items: normaliseEnum({ ...own, enum: values }, place, diagnostics) };
  }
  const meant = values.map((value) => (fits(value, types) ? value : convert(value, types)));
  report(
    meant.every((value) => fits(value, types)) ? "The values are read as that type" : "The values count, not the type",
  );
  return { ...schema, enum: meant };
}

function fits(value: JsonValue, types: readonly string[]): boolean {
  const isNumber = typeof value === "number" || typeof value === "bigint";
  const kind = value === null ? "null" : isJsonArray(value) ? "array" : isNumber ? "number" : typeof value;
  return types.some((type) => (type === "integer" ? isNumber : type === kind));
}

/** The value of one of the types that is written in the same way; the value itself where there is none. */
function convert(value: JsonValue, types: readonly string[]): JsonValue {
  if (typeof value === "number" || typeof value === "bigint" || typeof value === "boolean")
    return types.includes("string") ? String(value) : value;
  if (typeof value !== "string") return value;
  const number = Number(value);
  if (types.some((type) => type === "number" || type === "integer") && String(number) === value.trim()) return number;
  return types.includes("boolean") && /^(true|false)$/i.test(value) ? value.toLowerCase() === "true" : value;
}

/** Whether a schema says what objects have in them. */
function describesMembers({ properties, additionalProperties }: Schema): boolean {
  return (isJsonObject(properties) && Object.keys(properties).length > 0) || isJsonObject(additionalProperties);
}
