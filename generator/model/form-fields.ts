/**
 * How each property of a form body is written: by its Encoding Object, by a dialect where there is none, by the
 * specification's defaults where there is neither. https://spec.openapis.org/oas/v3.1.1.html#encoding-object
 */
import type { FormDialect } from "../document/form-dialect.js";
import { isJsonMediaType } from "../document/media-type.js";
import type { NormalEncoding, NormalMediaType, Schema } from "../document/normal-document.js";
import { valueShape } from "./build-value-shape.js";
import { listsOf } from "./form-dialect.js";
import { objectShape, type SchemaTable, typesOf, dereference } from "./schema-shape.js";
import type { FormField, WireSlot, WireValue } from "./wire.js";
import { isNullable, jsonTypesOf, structureOf } from "./wire-structure.js";
import { delimitedValue, eitherOf, jsonValue, nestedValue, styledValue, textOrJson } from "./wire-value.js";

/** The dialect of a property by its name, or of those that are not listed; null where none was chosen. */
export type DialectOf = (property: string | null, schema: Schema) => FormDialect | null;

/**
 * The fields of a form body in the order of its properties.
 * @param credentials schemes by the field that carries them
 */
export function buildFormFields(
  media: NormalMediaType,
  schema: Schema,
  table: SchemaTable,
  credentials: ReadonlyMap<string, string>,
  dialectOf: DialectOf,
): readonly FormField[] {
  const shape = objectShape(schema, table);
  return [...(shape?.properties ?? [])].map(([name, property]): FormField => {
    const encoding = media.encoding.find((entry) => entry.property === name) ?? null;
    const credential = credentials.get(name) ?? null;
    return {
      name,
      required: shape?.required.has(name) === true && credential === null,
      nullable: isNullable(property, table),
      credential,
      escape: escapeOf(encoding),
      value: fieldValue(property, encoding, dialectOf(name, property), table),
    };
  });
}

/** True where a style decides: `contentType` is then ignored (OpenAPI 3.1.1, 4.8.15.1.2). */
export function isStyled(encoding: NormalEncoding): boolean {
  return encoding.style !== null || encoding.explode !== null || encoding.allowReserved !== null;
}

function escapeOf(encoding: NormalEncoding | null): FormField["escape"] {
  if (encoding === null || !isStyled(encoding)) return "form";
  return encoding.allowReserved === true ? "reserved" : "uri";
}

/** How a property of a form is written. */
export function fieldValue(
  schema: Schema,
  encoding: NormalEncoding | null,
  dialect: FormDialect | null,
  table: SchemaTable,
): WireValue {
  if (encoding !== null && isStyled(encoding)) return encodedByStyle(schema, encoding, dialect, table);
  const contentType = encoding?.contentType ?? null;
  if (contentType !== null) return encodedByContentType(schema, contentType, table);
  return dialect === null ? encodedByDefault(schema, table) : encodedByDialect(schema, dialect, table);
}

/** By `style`, `explode` and `allowReserved`, as a query parameter would be. */
export function encodedByStyle(
  schema: Schema,
  encoding: Pick<NormalEncoding, "style" | "explode">,
  dialect: FormDialect | null,
  table: SchemaTable,
): WireValue {
  const style = encoding.style ?? "form";
  return styledValue(schema, style, encoding.explode ?? style === "form", listsOf(dialect), table);
}

function encodedByContentType(schema: Schema, contentType: string, table: SchemaTable): WireValue {
  const structure = structureOf(schema, table);
  const part = (inner: Schema): WireSlot => {
    if (isJsonMediaType(contentType))
      return { nullable: isNullable(inner, table), value: jsonValue(inner, table, true) };
    // What is no JSON is text that the caller has written; an object in its place is JSON all the same.
    const { nullable, value } = textOrJson(inner, table);
    const any = {
      kind: "any",
      types: ["string", ...jsonTypesOf(inner, table)],
      lists: "json",
      separator: ",",
      objects: "json",
      shape: valueShape(inner, table),
    } as const;
    return { nullable, value: value.kind === "json" ? any : value };
  };
  // The Encoding Object of a list is that of its items (OpenAPI 3.2.0, 4.15.1.1).
  return structure.kind === "list" ? { kind: "list", keys: "same", item: part(structure.items) } : part(schema).value;
}

/** Text for scalars, JSON text for objects, a pair for each item of a list. */
function encodedByDefault(schema: Schema, table: SchemaTable): WireValue {
  const structure = structureOf(schema, table);
  if (structure.kind === "mixed") {
    const either = eitherOf(schema, table, (part) => encodedByDefault(part, table));
    return either ?? textOrJson(schema, table).value;
  }
  if (structure.kind !== "list") return textOrJson(schema, table).value;
  // A list inside of a list is one item, and so JSON text.
  return { kind: "list", keys: "same", item: textOrJson(structure.items, table) };
}

function encodedByDialect(schema: Schema, dialect: FormDialect, table: SchemaTable): WireValue {
  const structure = structureOf(schema, table);
  if (structure.kind === "scalar") return { kind: "text", scalar: structure.scalar };
  if (dialect === "json") {
    if (structure.kind !== "mixed") return jsonValue(schema, table);
    const types = jsonTypesOf(schema, table);
    return { kind: "any", types, lists: "json", separator: ",", objects: "json", shape: valueShape(schema, table) };
  }
  if (dialect === "comma" && structure.kind === "list") return delimitedValue(structure, ",", table);
  return nestedValue(schema, listsOf(dialect), table);
}

/** True where a schema is an object whose fields a form can hold: listed, or any. */
export function isFormSchema(schema: Schema, table: SchemaTable): boolean {
  if (objectShape(schema, table) !== null) return true;
  const resolved = dereference(schema, table);
  const isObject = typesOf(resolved).every((type) => type === "object") && resolved["type"] !== "null";
  // Objects of several shapes are told apart at run time.
  const structure = structureOf(schema, table);
  if (structure.kind === "mixed" && structure.types.length === 1 && structure.types[0] === "object") return true;
  const says = ["allOf", "anyOf", "oneOf", "not", "prefixItems", "items", "enum", "const", "if", "patternProperties"];
  return isObject && !says.some((key) => Object.hasOwn(resolved, key));
}

/** How fields are written that the schema of a form does not list, or null where it lists all. */
export function buildFormRest(schema: Schema, table: SchemaTable, dialect: FormDialect | null): WireSlot | null {
  const structure = structureOf(schema, table);
  if (structure.kind === "mixed") return { nullable: true, value: fieldValue({}, null, dialect, table) };
  if (structure.kind !== "object" || structure.rest === null) return null;
  const { rest } = structure;
  return { nullable: isNullable(rest, table), value: fieldValue(rest, null, dialect, table) };
}
