/** One parameter: what its style, its `content` and its schema make of its value. */
import { isFormMediaType, isJsonMediaType } from "../document/media-type.js";
import type { FormDialect } from "../document/form-dialect.js";
import type { NormalParameter, Schema } from "../document/normal-document.js";
import { fieldValue } from "./form-fields.js";
import { listsOf } from "./form-dialect.js";
import { valueShape } from "./build-value-shape.js";
import type { Parameter, ParameterEncoding } from "./model.js";
import type { SchemaTable } from "./schema-shape.js";
import type { Escape, WireSlot, WireValue } from "./wire.js";
import { isNullable, structureOf } from "./wire-structure.js";
import { jsonValue, styledValue, textOrJson } from "./wire-value.js";

/**
 * Builds a parameter.
 * @param dialect how lists in nested values are named
 */
export function buildParameter(parameter: NormalParameter, dialect: FormDialect | null, table: SchemaTable): Parameter {
  const { name, required, description, deprecated, schema, allowEmptyValue, origin } = parameter;
  const encoding = encodingOf(parameter, dialect, table);
  return {
    name,
    required,
    description,
    deprecated,
    schema,
    shape: valueShape(schema, table),
    allowEmptyValue,
    credential: null,
    origin,
    encoding,
  };
}

/** A path parameter that the document forgot. */
export function undeclaredParameter(name: string, origin: Parameter["origin"]): Parameter {
  const value: WireValue = { kind: "text", scalar: { types: ["string"], values: null, format: null } };
  return {
    name,
    required: true,
    description: null,
    deprecated: false,
    schema: { type: "string" },
    shape: null,
    allowEmptyValue: false,
    credential: null,
    origin,
    encoding: { style: "simple", explode: false, escape: "uri", whole: false, slot: { nullable: false, value } },
  };
}

function encodingOf(parameter: NormalParameter, dialect: FormDialect | null, table: SchemaTable): ParameterEncoding {
  const { schema, style, explode, contentType } = parameter;
  const nullable = isNullable(schema, table);
  const escape = escapeOf(parameter);
  const whole = parameter.in === "querystring";
  if (whole && (contentType === null || isFormMediaType(contentType))) {
    const value = formValue(parameter, dialect, table);
    return { style: "content", explode: true, escape: "form", whole, slot: { nullable, value } };
  }
  if (contentType !== null) {
    const value = contentValue(parameter, contentType, table);
    return { style: "content", explode, escape, whole, slot: { nullable, value } };
  }
  const isPairs = parameter.in === "query" || parameter.in === "cookie";
  const value = isPairs ? styledValue(schema, style, explode, listsOf(dialect), table) : plainValue(parameter, table);
  return { style, explode, escape, whole, slot: { nullable, value } };
}

/** The whole query as a form, as a body would be. */
function formValue({ schema, encoding }: NormalParameter, dialect: FormDialect | null, table: SchemaTable): WireValue {
  const structure = structureOf(schema, table);
  if (structure.kind !== "object") return styledValue(schema, "form", true, listsOf(dialect), table);
  const part = (inner: Schema, name: string | null): WireSlot => {
    const own = encoding.find(({ property }) => property === name) ?? null;
    return { nullable: isNullable(inner, table), value: fieldValue(inner, own, dialect, table) };
  };
  const fields = [...structure.properties].map(([name, property]) => {
    return { name, required: structure.required.has(name), ...part(property, name) };
  });
  return { kind: "object", keys: "flat", fields, rest: structure.rest && part(structure.rest, null) };
}

function escapeOf({ in: place, style, allowReserved }: NormalParameter): Escape {
  if (place === "header") return "none";
  if (style === "cookie") return "cookie";
  // A semicolon would begin another cookie.
  return allowReserved && place !== "cookie" ? "reserved" : "uri";
}

/** JSON text, or text as it is. */
function contentValue({ schema }: NormalParameter, contentType: string, table: SchemaTable): WireValue {
  if (isJsonMediaType(contentType)) return jsonValue(schema, table, true);
  return textOrJson(schema, table).value;
}

/** In paths and headers: scalars, lists and objects of them; the style says what stands between. */
function plainValue({ schema }: NormalParameter, table: SchemaTable): WireValue {
  const structure = structureOf(schema, table);
  if (structure.kind === "scalar") return { kind: "text", scalar: structure.scalar };
  const part = (inner: Schema): WireSlot => textOrJson(inner, table);
  if (structure.kind === "list") return { kind: "list", keys: "same", item: part(structure.items) };
  if (structure.kind === "mixed") {
    const shape = valueShape(schema, table);
    return { kind: "any", types: structure.types, lists: "comma", separator: ",", objects: "json", shape };
  }
  return {
    kind: "object",
    keys: "flat",
    fields: [...structure.properties].map(([name, property]) => {
      return { name, required: structure.required.has(name), ...part(property) };
    }),
    rest: structure.rest && part(structure.rest),
  };
}
