/** How values are written: the structure of their schema, and a style, a dialect or a default. */
import { isJsonObject } from "../document/json.js";
import type { Schema } from "../document/normal-document.js";
import { dateShape } from "./date-shape.js";
import { valueShape } from "./build-value-shape.js";
import { dereference, essentialSchema, type SchemaTable, typesOf } from "./schema-shape.js";
import { isNullable, jsonTypesOf, type Structure, structureOf } from "./wire-structure.js";
import type { ListKeys, Separator, WireField, WireSlot, WireValue } from "./wire.js";

/** How many parts a property may have that are written out; a larger one is walked at run time. */
const maxParts = 400;

/**
 * A value whose members and items are named by brackets: `name[member][0]`.
 * @param lists how lists are named
 */
export function nestedValue(schema: Schema, lists: ListKeys, table: SchemaTable): WireValue {
  let parts = 0;
  const build = (current: Schema, seen: ReadonlySet<Schema>): WireSlot => {
    const nullable = isNullable(current, table);
    const essential = essentialSchema(current, table);
    const structure = structureOf(current, table);
    const walked: WireSlot = { nullable, value: anyValue(current, lists, table) };
    parts++;
    if (structure.kind === "scalar") return { nullable, value: { kind: "text", scalar: structure.scalar } };
    // What contains itself has no end here, but has one at run time.
    if (seen.has(essential) || parts > maxParts) return walked;
    const inside = new Set([...seen, essential]);
    const part = (inner: Schema) => build(inner, inside);
    if (structure.kind === "mixed")
      return { nullable, value: eitherOf(current, table, (inner) => part(inner).value) ?? walked.value };
    if (structure.kind === "list") {
      if (lists === "comma") return { nullable, value: delimitedValue(structure, ",", table) };
      const item = part(structure.items);
      // Without a name of their own, the members of one item could not be told from those of the next.
      const isJson = lists === "same" && item.value.kind !== "text";
      const json: WireSlot = { ...item, value: jsonValue(structure.items, table) };
      return { nullable, value: { kind: "list", keys: lists, item: isJson ? json : item } };
    }
    const fields = fieldsOf(structure, part);
    return {
      nullable,
      value: { kind: "object", keys: "brackets", fields, rest: structure.rest && part(structure.rest) },
    };
  };
  const { value } = build(schema, new Set());
  if (parts <= maxParts) return value;
  return anyValue(schema, lists, table);
}

/** What is walked at run time. */
function anyValue(schema: Schema, lists: ListKeys, table: SchemaTable): WireValue {
  const types = jsonTypesOf(schema, table);
  return { kind: "any", types, lists, separator: ",", objects: "brackets", shape: valueShape(schema, table) };
}

/**
 * A union whose alternatives can be told apart by their JSON type: at most one list, one object, and scalars.
 * @param write how a list, or an object, is written
 * @returns null for any other schema
 */
export function eitherOf(schema: Schema, table: SchemaTable, write: (schema: Schema) => WireValue): WireValue | null {
  const essential = essentialSchema(schema, table);
  const union = ["oneOf", "anyOf"].flatMap((key) => essential[key] ?? []).filter(isJsonObject);
  const types = typesOf(essential);
  // `type: [string, array]` is a union of its types; what stands beside a union would belong to each part.
  const parts = union.length > 0 ? union : types.map((type): Schema => ({ ...essential, type }));
  if (union.length > 0 && ["type", "properties", "items", "allOf"].some((key) => Object.hasOwn(essential, key)))
    return null;
  const present = parts.filter((part) => dereference(part, table)["type"] !== "null");
  const structures = present.map((part) => ({ part, structure: structureOf(part, table) }));
  const schemas = (kind: Structure["kind"]) => structures.filter(({ structure }) => structure.kind === kind);
  const [list, ...lists] = schemas("list");
  const [object, ...objects] = schemas("object");
  if (schemas("mixed").length + lists.length + objects.length > 0 || structures.length < 2) return null;
  const scalars = structureOf({ anyOf: schemas("scalar").map(({ part }) => part) }, table);
  return {
    kind: "either",
    scalar: scalars.kind === "scalar" ? scalars.scalar : null,
    list: list === undefined ? null : write(list.part),
    object: object === undefined ? null : write(object.part),
  };
}

type ObjectStructure = Extract<Structure, { kind: "object" }>;
type ListStructure = Extract<Structure, { kind: "list" }>;

function fieldsOf(structure: ObjectStructure, part: (schema: Schema) => WireSlot): readonly WireField[] {
  return [...structure.properties].map(([name, property]) => {
    return { name, required: structure.required.has(name), ...part(property) };
  });
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
  if (structure.kind !== "mixed") return { nullable, value: jsonValue(schema, table) };
  const json = (part: Schema) => jsonValue(part, table);
  const walked: WireValue = {
    kind: "any",
    types: jsonTypesOf(schema, table),
    lists: "same",
    separator: ",",
    objects: "json",
    shape: valueShape(schema, table),
  };
  return { nullable, value: eitherOf(schema, table, json) ?? walked };
}

/** JSON text. */
export function jsonValue(schema: Schema, table: SchemaTable, nulls = false): WireValue {
  const types = jsonTypesOf(schema, table);
  return { kind: "json", types, nulls, dates: dateShape(schema, table), shape: valueShape(schema, table) };
}

function separatorOf(style: string): Separator {
  return style === "spaceDelimited" ? " " : style === "pipeDelimited" ? "|" : ",";
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
    return (
      eitherOf(schema, table, (part) => styledValue(part, style, explode, lists, table)) ?? {
        kind: "any",
        types: jsonTypesOf(schema, table),
        lists: explode ? "same" : "comma",
        separator: separatorOf(style),
        objects: explode ? "flat" : "comma",
        shape: valueShape(schema, table),
      }
    );
  if (!explode) {
    return delimitedValue(structure, separatorOf(style), table);
  }
  if (structure.kind === "list") {
    // Items of which nothing is known are scalars, as far as OpenAPI goes: `a=x&a=y`.
    const item = structureOf(structure.items, table);
    return item.kind === "scalar" || (item.kind === "mixed" && item.types.length === 0)
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
    rest: structure.rest && member(structure.rest),
  };
}
