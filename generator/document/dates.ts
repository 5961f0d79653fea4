/** Dates and times: which schemas describe them, and what they are in code. */
import { isJsonArray, jsonObject, member } from "./json.js";
import { mapOperationSchemas } from "./map-operation-schemas.js";
import { mapSubschemas } from "./map-subschemas.js";
import type { NormalDocument, NormalIncoming, NormalOperation, Schema } from "./normal-document.js";

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

/** The document with its schemas marked; not those of headers of responses, which are read as text. */
export function markDates(document: NormalDocument): NormalDocument {
  const operation = (each: NormalOperation): NormalOperation => {
    const { responses, ...others } = mapOperationSchemas(each, marked);
    return {
      ...others,
      responses: responses.map((response, index) => ({ ...response, headers: each.responses[index]?.headers ?? [] })),
      callbacks: each.callbacks.map(incoming),
    };
  };
  const incoming = (each: NormalIncoming): NormalIncoming => ({ ...each, operation: operation(each.operation) });
  return {
    ...document,
    operations: document.operations.map(operation),
    webhooks: document.webhooks.map(incoming),
    schemas: document.schemas.map((each) => ({ ...each, schema: marked(each.schema) })),
  };
}

/** What is said of no value of the place: of names, of what is forbidden, of conditions. */
const aside: ReadonlySet<string> = new Set(["propertyNames", "not", "if", "contains", "dependentSchemas"]);

function marked(schema: Schema): Schema {
  const whole = mapSubschemas(schema, (child, [keyword = ""]) => (aside.has(keyword) ? child : marked(child)));
  const { type, format } = whole;
  const isText = (isJsonArray(type) ? type : [type]).includes("string");
  // A list of texts says more than that they are dates.
  const isListed = Object.hasOwn(whole, "enum") || Object.hasOwn(whole, "const");
  return format === "date-time" && isText && !isListed ? { ...whole, [key]: true } : whole;
}
