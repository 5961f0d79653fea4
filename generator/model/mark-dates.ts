/**
 * Marks the schemas whose texts are a `Date` in code: before the model is built, so that nothing after it asks for the
 * configuration.
 */
import { isDate, markDate, markText } from "../document/dates.js";
import { isJsonArray, isJsonObject, type JsonValue, jsonObject } from "../document/json.js";
import { mapOperationSchemas } from "../document/map-operation-schemas.js";
import { mapSubschemas } from "../document/map-subschemas.js";
import type { NormalDocument, NormalIncoming, NormalOperation, Schema } from "../document/normal-document.js";
import { referencedName } from "../document/referenced-name.js";
import { dereference, memberSchemas, partsOf, type SchemaTable, typesOf } from "./schema-shape.js";

/** The document with its schemas marked; not those of headers of responses, which are read as text. */
export function markDates(document: NormalDocument): NormalDocument {
  const marked = mapSchemas(document, mark);
  const table: SchemaTable = new Map(marked.schemas.map(({ name, schema }) => [name, schema]));
  return mapSchemas(marked, (schema) => spread(schema, table));
}

function mapSchemas(document: NormalDocument, change: (schema: Schema) => Schema): NormalDocument {
  const operation = (each: NormalOperation): NormalOperation => {
    const { responses, ...others } = mapOperationSchemas(each, change);
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
    schemas: document.schemas.map((each) => ({ ...each, schema: change(each.schema) })),
  };
}

/** What is said of no value of the place: of names, of what is forbidden, of conditions. */
const aside: ReadonlySet<string> = new Set(["propertyNames", "not", "if", "contains", "dependentSchemas"]);

function mark(schema: Schema): Schema {
  return markDate(mapSubschemas(schema, (child, [keyword = ""]) => (aside.has(keyword) ? child : mark(child))));
}

/** Where one part of an `allOf` says that a property is a date, another that says just text means the same. */
function spread(schema: Schema, table: SchemaTable): Schema {
  const whole = mapSubschemas(schema, (child) => spread(child, table));
  return Object.hasOwn(whole, "allOf") ? agreeing(whole, [], table) : whole;
}

/**
 * A schema that says of each text that it is a date, where another one does.
 * @param others what else is said of the value
 */
function agreeing(schema: Schema, others: readonly Schema[], table: SchemaTable): Schema {
  if (referencedName(schema) !== null) return schema;
  const said = others.flatMap((other) => [...partsOf(other, table, ["allOf"])]);
  if (others.some((other) => isDateIfText(other, table))) return markText(schema);
  const { allOf, properties, items } = schema;
  const own: Schema = jsonObject(Object.entries(schema).filter(([key]) => key !== "allOf"));
  const parts = isJsonArray(allOf) ? allOf.filter(isJsonObject) : [];
  const about = [...said, ...parts.flatMap((part) => [...partsOf(part, table, ["allOf"])])];
  const changes: [string, JsonValue][] = [];
  if (isJsonObject(properties) && about.length > 0)
    changes.push(["properties", mapProperties(properties, about, table)]);
  const rest = about.flatMap((other) => (isJsonObject(other["items"]) ? [other["items"]] : []));
  if (isJsonObject(items) && rest.length > 0) changes.push(["items", agreeing(items, rest, table)]);
  if (parts.length > 0) {
    const agreed = parts.map((part) =>
      agreeing(part, [...others, own, ...parts.filter((each) => each !== part)], table),
    );
    changes.push(["allOf", agreed]);
  }
  return changes.every(([key, value]) => schema[key] === value) ? schema : { ...schema, ...jsonObject(changes) };
}

/** Whether each text that a schema allows is a date; one of its alternatives may be something else. */
function isDateIfText(schema: Schema, table: SchemaTable): boolean {
  const parts = [...partsOf(schema, table)];
  return parts.some(isDate) && parts.every((part) => isDate(part) || !typesOf(part).includes("string"));
}

function mapProperties(properties: Schema, others: readonly Schema[], table: SchemaTable): Schema {
  const entries = Object.entries(properties).map(([name, property]): readonly [string, JsonValue] => {
    const said = isJsonObject(property) ? memberSchemas(name, others).map((each) => dereference(each, table)) : [];
    return [name, said.length > 0 && isJsonObject(property) ? agreeing(property, said, table) : property];
  });
  return entries.every(([name, property]) => properties[name] === property) ? properties : jsonObject(entries);
}
