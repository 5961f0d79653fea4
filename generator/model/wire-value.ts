/**
 * The structure of a schema's values, as far as it decides how they are written: scalars, lists, objects, and what can
 * only be told at run time.
 */
import { isJsonArray, isJsonObject, type JsonValue } from "../document/json.js";
import type { Schema } from "../document/normal-document.js";
import { essentialSchema, objectShape, type SchemaTable, typesOf, dereference } from "./schema-shape.js";
import type { JsonType, ListKeys, Scalar, ScalarType, Separator, WireField, WireSlot, WireValue } from "./wire.js";

/** What a schema allows, looked at from outside: its parts are looked at when they are asked for. */
export type Structure =
  | { readonly kind: "scalar"; readonly scalar: Scalar }
  | { readonly kind: "list"; readonly items: Schema }
  | {
      readonly kind: "object";
      readonly properties: ReadonlyMap<string, Schema>;
      readonly required: ReadonlySet<string>;
      /** The schema of other members; null where there are none. */
      readonly rest: Schema | null;
    }
  /** Several types, or nothing that is known. */
  | { readonly kind: "mixed"; readonly types: readonly JsonType[] };

const scalarTypes: readonly string[] = ["string", "number", "integer", "boolean"] satisfies ScalarType[];

/** Looks at a schema. */
export function structureOf(schema: Schema, table: SchemaTable, depth = 0): Structure {
  const essential = essentialSchema(schema, table);
  const values = allowedValues(essential);
  const scalars = values?.filter((value) => typeof value !== "object") ?? [];
  if (values !== null && scalars.length === values.length)
    return { kind: "scalar", scalar: { types: typesOfValues(scalars), values: scalars, format: null } };
  const types = typesOf(essential);
  const shape = objectShape(essential, table);
  if (shape !== null)
    return { kind: "object", properties: shape.properties, required: shape.required, rest: restOf(essential, table) };
  const union = ["oneOf", "anyOf"].flatMap((key) => essential[key] ?? []).filter(isJsonObject);
  const isScalar = types.length > 0 && types.every((type) => scalarTypes.includes(type));
  if (values === null && isScalar && union.length === 0)
    return { kind: "scalar", scalar: { types: types.filter(isScalarType), values: null, format: formatOf(essential) } };
  if (union.length > 0) return unionOf(union, types, table, depth);
  if (types.length === 1 && types[0] === "object" && !Object.hasOwn(essential, "patternProperties"))
    return { kind: "object", properties: new Map(), required: new Set(), rest: restOf(essential, table) };
  const isList = types[0] === "array" || (types.length === 0 && isJsonObject(essential["items"]));
  if (types.length < 2 && isList && !Object.hasOwn(essential, "prefixItems")) {
    const { items } = essential;
    return { kind: "list", items: isJsonObject(items) ? items : {} };
  }
  return { kind: "mixed", types: types.filter(isJsonType) };
}

/** Scalars alone stay one; anything else is told apart at run time. */
function unionOf(parts: readonly Schema[], types: readonly string[], table: SchemaTable, depth: number): Structure {
  if (depth > 8) return { kind: "mixed", types: [] };
  const structures = parts
    .filter((part) => dereference(part, table)["type"] !== "null")
    .map((part) => structureOf(part, table, depth + 1));
  const scalars = structures.flatMap((structure) => (structure.kind === "scalar" ? [structure.scalar] : []));
  if (scalars.length === structures.length && scalars.length > 0) {
    const allValues = scalars.every(({ values }) => values !== null);
    const [first] = scalars;
    const format = scalars.every((scalar) => scalar.format === first?.format) ? (first?.format ?? null) : null;
    return {
      kind: "scalar",
      scalar: {
        types: [...new Set(scalars.flatMap((scalar) => scalar.types))],
        values: allValues ? [...new Set(scalars.flatMap(({ values }) => values ?? []))] : null,
        format,
      },
    };
  }
  const all = structures.flatMap((structure): readonly JsonType[] => {
    if (structure.kind === "scalar") return structure.scalar.types;
    if (structure.kind === "mixed") return structure.types;
    return [structure.kind === "list" ? "array" : "object"];
  });
  const isKnown = structures.every((structure) => structure.kind !== "mixed" || structure.types.length > 0);
  return { kind: "mixed", types: isKnown ? [...new Set([...types.filter(isJsonType), ...all])] : [] };
}

function isScalarType(type: string): type is ScalarType {
  return scalarTypes.includes(type);
}

function isJsonType(type: string): type is JsonType {
  return isScalarType(type) || type === "object" || type === "array";
}

function typesOfValues(values: readonly (string | number | boolean)[]): readonly ScalarType[] {
  const types = values.map((value): ScalarType => {
    if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
    return typeof value === "string" ? "string" : "boolean";
  });
  return [...new Set(types)];
}

function formatOf(schema: Schema): Scalar["format"] {
  const { format, contentEncoding } = schema;
  if (contentEncoding === "base64" || contentEncoding === "base64url") return contentEncoding;
  if (format === "byte") return "base64";
  return format === "date" ? "date" : null;
}

/** The values of `const` or `enum` without null, which is no text; null where there is neither. */
function allowedValues(schema: Schema): readonly JsonValue[] | null {
  const { const: only, enum: values } = schema;
  const allowed = only !== undefined ? [only] : isJsonArray(values) ? values : [];
  const present = allowed.filter((value) => value !== null);
  return present.length === 0 ? null : present;
}

/** The schema of members that are not listed: only where the document speaks of them, or lists none. */
function restOf(schema: Schema, table: SchemaTable): Schema | null {
  const additional = schema["additionalProperties"];
  if (isJsonObject(additional)) return dereference(additional, table)["not"] === undefined ? additional : null;
  const shape = objectShape(schema, table);
  const listsNone = shape === null || shape.properties.size === 0;
  return additional === true || shape?.closed === false || (listsNone && additional !== false) ? {} : null;
}

/** True where a schema allows null. */
export function isNullable(schema: Schema, table: SchemaTable, depth = 0): boolean {
  const resolved = dereference(schema, table);
  const { type, enum: values } = resolved;
  if (type !== undefined) return type === "null" || (isJsonArray(type) && type.includes("null"));
  if (isJsonArray(values)) return values.includes(null);
  if (resolved["const"] !== undefined) return resolved["const"] === null;
  const union = ["oneOf", "anyOf"].flatMap((key) => resolved[key] ?? []).filter(isJsonObject);
  const parts = union.length > 0 ? union : [resolved["allOf"] ?? []].flat().filter(isJsonObject);
  if (parts.length > 0) return depth < 8 && parts.some((part) => isNullable(part, table, depth + 1));
  return !["properties", "items", "not"].some((key) => Object.hasOwn(resolved, key));
}

/** The JSON types of what a schema allows; empty where nothing is known. */
export function jsonTypesOf(schema: Schema, table: SchemaTable): readonly JsonType[] {
  const structure = structureOf(schema, table);
  const types: readonly JsonType[] =
    structure.kind === "scalar"
      ? structure.scalar.types
      : structure.kind === "mixed"
        ? structure.types
        : [structure.kind === "list" ? "array" : "object"];
  return types.length > 0 && isNullable(schema, table) ? [...types, "null"] : types;
}

/** How many parts a property may have that are written out; a larger one is walked at run time. */
const maxParts = 400;

/**
 * A value whose members and items are named by brackets: `name[member][0]`.
 * @param lists how lists are named
 */
export function nestedValue(schema: Schema, lists: ListKeys, table: SchemaTable): WireValue {
  let parts = 0;
  const build = (current: Schema, outer: readonly Structure[], seen: ReadonlySet<Schema>): WireSlot => {
    const nullable = isNullable(current, table);
    const essential = essentialSchema(current, table);
    const structure = structureOf(current, table);
    const types = jsonTypesOf(current, table);
    const walked: WireSlot = { nullable, value: { kind: "any", types, lists, objects: "brackets" } };
    parts++;
    if (structure.kind === "scalar") return { nullable, value: { kind: "text", scalar: structure.scalar } };
    // What contains itself has no end here, but has one at run time.
    if (structure.kind === "mixed" || seen.has(essential) || parts > maxParts) return walked;
    const inside = new Set([...seen, essential]);
    const part = (inner: Schema) => build(inner, [...outer, structure], inside);
    if (structure.kind === "list") {
      if (lists === "comma") return { nullable, value: delimitedValue(structure, ",", table) };
      const item = part(structure.items);
      // Without a name of their own, the members of one item could not be told from those of the next.
      const isJson = lists === "same" && item.value.kind !== "text";
      const json: WireSlot = { ...item, value: jsonValue(structure.items, table) };
      return { nullable, value: { kind: "list", keys: lists, item: isJson ? json : item } };
    }
    const fields = fieldsOf(structure, part);
    const rest = structure.rest && restSlot(structure, part(structure.rest), lists);
    return { nullable, value: { kind: "object", keys: "brackets", fields, rest } };
  };
  const { value } = build(schema, [], new Set());
  return parts > maxParts ? { kind: "any", types: jsonTypesOf(schema, table), lists, objects: "brackets" } : value;
}

type ObjectStructure = Extract<Structure, { kind: "object" }>;
type ListStructure = Extract<Structure, { kind: "list" }>;

function fieldsOf(structure: ObjectStructure, part: (schema: Schema) => WireSlot): readonly WireField[] {
  return [...structure.properties].map(([name, property]) => {
    return { name, required: structure.required.has(name), ...part(property) };
  });
}

/** Beside listed members the others are of an unknown type (`types/prepare-schema.ts`). */
function restSlot(structure: ObjectStructure, slot: WireSlot, lists: ListKeys): WireSlot {
  if (structure.properties.size === 0 || slot.value.kind === "text") return slot;
  return { nullable: true, value: { kind: "any", types: [], lists, objects: "brackets" } };
}

/** One text: items, or names and values in turn. What is no scalar is JSON text. */
export function delimitedValue(
  structure: ListStructure | ObjectStructure,
  separator: Separator,
  table: SchemaTable,
): WireValue {
  const part = (schema: Schema) => textOrJson(schema, table);
  const content =
    structure.kind === "list"
      ? ({ kind: "list", item: part(structure.items) } as const)
      : ({ kind: "object", fields: fieldsOf(structure, part), rest: structure.rest && part(structure.rest) } as const);
  return { kind: "delimited", separator, content };
}

/** A scalar as text, anything else as JSON text. */
export function textOrJson(schema: Schema, table: SchemaTable): WireSlot {
  const structure = structureOf(schema, table);
  const nullable = isNullable(schema, table);
  if (structure.kind === "scalar") return { nullable, value: { kind: "text", scalar: structure.scalar } };
  if (structure.kind === "mixed")
    return { nullable, value: { kind: "any", types: jsonTypesOf(schema, table), lists: "same", objects: "json" } };
  return { nullable, value: jsonValue(schema, table) };
}

/** JSON text. */
export function jsonValue(schema: Schema, table: SchemaTable, nulls = false): WireValue {
  return { kind: "json", types: jsonTypesOf(schema, table), nulls };
}

/**
 * A value as its style says.
 * @param lists how nested lists are named, where OpenAPI does not say
 * @see https://spec.openapis.org/oas/v3.1.1.html#style-values
 */
export function styledValue(
  schema: Schema,
  style: string,
  explode: boolean,
  lists: ListKeys,
  table: SchemaTable,
): WireValue {
  const structure = structureOf(schema, table);
  if (structure.kind === "scalar") return { kind: "text", scalar: structure.scalar };
  if (style === "deepObject") return nestedValue(schema, lists, table);
  if (structure.kind === "mixed")
    return {
      kind: "any",
      types: jsonTypesOf(schema, table),
      lists: explode ? "same" : "comma",
      objects: explode ? "flat" : "comma",
    };
  if (!explode) {
    const separator = style === "spaceDelimited" ? " " : style === "pipeDelimited" ? "|" : ",";
    return delimitedValue(structure, separator, table);
  }
  if (structure.kind === "list") {
    const isScalar = structureOf(structure.items, table).kind === "scalar";
    return isScalar
      ? { kind: "list", keys: "same", item: textOrJson(structure.items, table) }
      : nestedValue(schema, lists, table);
  }
  const member = (inner: Schema): WireSlot => {
    const part = structureOf(inner, table);
    const nullable = isNullable(inner, table);
    // Undefined in OpenAPI: a list of scalars as one text, what is deeper by brackets.
    if (part.kind === "list" && structureOf(part.items, table).kind === "scalar")
      return { nullable, value: delimitedValue(part, ",", table) };
    return { nullable, value: nestedValue(inner, lists, table) };
  };
  const fields = fieldsOf(structure, member);
  return {
    kind: "object",
    keys: "flat",
    fields,
    rest: structure.rest && restSlot(structure, member(structure.rest), lists),
  };
}
