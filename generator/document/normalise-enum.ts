/**
 * Enums whose values contradict the type beside them: `type: string` with numbers, as YAML reads values without quotes;
 * values of the items on the list. They are read as they were meant, after a warning.
 */
import type { Origin } from "../diagnostics.js";
import { childOrigin } from "./document.js";
import { isJsonArray, isJsonObject, jsonObject, member, writeJson } from "./json.js";
import { isOfType, valueOfType } from "./meant-value.js";
import type { Schema } from "./normal-document.js";
import type { SchemaContext } from "./normalise-schema.js";

/**
 * The schema with an enum of values that its type allows, as far as that can be. A value that is listed twice stays so:
 * names stand beside values by position.
 * @param place that of the enum
 */
export function normaliseEnum(context: SchemaContext, schema: Schema, place: Origin): Schema {
  const values = member(schema, "enum");
  if (!isJsonArray(values)) return schema;
  const type = member(schema, "type");
  const types = (isJsonArray(type) ? type : [type]).filter((name) => typeof name === "string");
  const others = values.filter((value) => !isOfType(value, types));
  const isAbout = types.length === 0 || types.includes("object");
  const contradictsMembers = isAbout && describesMembers(schema) && !values.some(isJsonObject);
  if (!contradictsMembers && (types.length === 0 || others.length === 0)) return { ...schema, enum: values };
  const writtenAt = (index: number) => context.written(childOrigin(context.grafts, values, place, index));
  const report = (outcome: string) => {
    const first = values.findIndex((value) => value !== null && (contradictsMembers || !isOfType(value, types)));
    context.diagnostics.add("enum-contradicts-type", place, {
      value: writtenAt(first) ?? writeJson(values[first] ?? null),
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
    return { ...rest, items: normaliseEnum(context, { ...own, enum: values }, place) };
  }
  const meant = values.map((value, index) => valueOfType(value, types, writtenAt(index)));
  const isRead = meant.every((value) => value === null || isOfType(value, types));
  report(isRead ? "The values are read as that type" : "The values count, not the type");
  const isNullable = isRead && meant.includes(null) && !types.includes("null");
  return isNullable ? { ...schema, type: [...types, "null"], enum: meant } : { ...schema, enum: meant };
}

/** Whether a schema says what objects have in them. */
function describesMembers({ properties, additionalProperties }: Schema): boolean {
  return (isJsonObject(properties) && Object.keys(properties).length > 0) || isJsonObject(additionalProperties);
}
