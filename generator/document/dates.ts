/** Dates and times: which schemas describe them, and what they are in code. */
import { isJsonArray, jsonObject, member } from "./json.js";
import type { Schema } from "./normal-document.js";

export const dateTypes = ["string", "Date"] as const;

/** What a date and time is in code. */
export type DateType = (typeof dateTypes)[number];

/** Marks a schema whose texts are a `Date` in code. */
const key = "x-exemplar-date";

/** Whether the texts of a schema are a `Date` in code. */
export function isDate(schema: Schema): boolean {
  return member(schema, key) === true;
}

/** The schema without a mark of the document's own, which would contradict the configuration. */
export function withoutDateMark(schema: Schema): Schema {
  return Object.hasOwn(schema, key) ? jsonObject(Object.entries(schema).filter(([name]) => name !== key)) : schema;
}

/** Marks a schema that describes dates and times; gives any other back. */
export function markDate(schema: Schema): Schema {
  const { type, format } = schema;
  const isText = (isJsonArray(type) ? type : [type]).includes("string");
  // A list of texts says more than that they are dates.
  const isListed = Object.hasOwn(schema, "enum") || Object.hasOwn(schema, "const");
  return format === "date-time" && isText && !isListed ? { ...schema, [key]: true } : schema;
}

/** Marks a schema of text that says no more of it: a schema beside it says that it is a date and time. */
export function markText(schema: Schema): Schema {
  const { type } = schema;
  const isText = (isJsonArray(type) ? type : [type]).includes("string");
  const saysMore = ["format", "enum", "const", "allOf", "anyOf", "oneOf"].some((name) => Object.hasOwn(schema, name));
  return isText && !saysMore ? { ...schema, [key]: true } : schema;
}
