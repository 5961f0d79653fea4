/**
 * Where in a JSON value integers of 64 bits stand, for those who read and write JSON digit by digit. Only where the
 * configuration has them as bigint or string; else no schema is marked, and no value has any.
 */
import { type Int64Type, int64TypeOf } from "../document/int64.js";
import { isJsonArray, isJsonObject, type JsonValue, member } from "../document/json.js";
import type { Schema } from "../document/normal-document.js";
import { referencedName } from "../document/referenced-name.js";
import { visitSchemas } from "../document/visit-schemas.js";
import type { Int64Shape } from "./int64.js";
import type { NamedSchema } from "./model.js";
import { dereference, essentialSchema, objectShape, type SchemaTable, typesOf } from "./schema-shape.js";

/** Where a schema has such integers; null where it has none. */
export function int64Shape(schema: Schema, table: SchemaTable): Int64Shape | null {
  const context = contexts.get(table);
  return context === undefined ? null : shapeOf(schema, context);
}

interface Context {
  readonly table: SchemaTable;
  /** The component schemas that have such integers, in themselves or in what they refer to, by name. */
  readonly holders: ReadonlyMap<string, Pick<NamedSchema, "id" | "slug">>;
  readonly type: "bigint" | "string";
  /** Of component schemas, by the names of their types, as they are asked for. */
  readonly shapes: Map<string, Int64Shape | null>;
}

function shapeOf(schema: Schema, context: Context): Int64Shape | null {
  const name = referencedName(schema);
  const direct = name === null ? {} : dereference(schema, context.table);
  if (int64TypeOf(direct) !== null) return here(direct, allowsText(direct));
  const target = name === null ? undefined : context.holders.get(name);
  const parts: readonly (Int64Shape | null)[] = [
    target === undefined ? null : { kind: "schema", id: target.id, slug: target.slug, type: context.type },
    here(schema, allowsText(schema)),
    listShape(schema, context),
    objectShapeOf(schema, context),
    allOf(partsOf(schema, "allOf").map((part) => shapeOf(part, context))),
    alternatives(schema, context),
    // One of the two holds, and the types have both.
    allOf(["then", "else"].map((key) => (isJsonObject(schema[key]) ? shapeOf(schema[key], context) : null))),
  ];
  return allOf(parts);
}

/** @param isText whether text may stand there too, which is then no integer */
function here(schema: Schema, isText: boolean): Int64Shape | null {
  const type = int64TypeOf(schema);
  return type === null ? null : { kind: "here", type: type === "string" && isText ? "text" : type };
}

function allowsText(schema: Schema): boolean {
  return typesOf(schema).includes("string");
}

/** What all of several shapes say of one value. */
function allOf(shapes: readonly (Int64Shape | null)[]): Int64Shape | null {
  const present = shapes.filter((shape) => shape !== null);
  const [only] = present;
  return present.length > 1 ? { kind: "all", shapes: present } : (only ?? null);
}

function listShape(schema: Schema, context: Context): Int64Shape | null {
  const first = partsOf(schema, "prefixItems").map((item) => shapeOf(item, context));
  const { items } = schema;
  const rest = isJsonObject(items) ? shapeOf(items, context) : null;
  return rest === null && first.every((item) => item === null) ? null : { kind: "list", first, rest };
}

function objectShapeOf(schema: Schema, context: Context): Int64Shape | null {
  const { properties, patternProperties, additionalProperties, unevaluatedProperties } = schema;
  const patterns = isJsonObject(patternProperties) ? Object.values(patternProperties) : [];
  const others = [...patterns, additionalProperties, unevaluatedProperties].flatMap((part) =>
    isJsonObject(part) ? [shapeOf(part, context)] : [],
  );
  const rest = allOf(others);
  const members = Object.entries(isJsonObject(properties) ? properties : {}).map(([name, property]) => {
    return { name, shape: isJsonObject(property) ? shapeOf(property, context) : null };
  });
  // Beside a rest it counts which members are none of it.
  const listed = rest === null ? members.filter(({ shape }) => shape !== null) : members;
  return listed.length === 0 && rest === null ? null : { kind: "object", members: listed, rest };
}

/** One of several: told apart by a property that has other values in each, where there is one. */
function alternatives(schema: Schema, context: Context): Int64Shape | null {
  const shapes = ["oneOf", "anyOf"].map((key) => {
    const parts = partsOf(schema, key);
    const isText = parts.some((part) => allowsText(essentialSchema(part, context.table)));
    const inner = parts.map((part) => {
      return (isText ? here(essentialSchema(part, context.table), true) : null) ?? shapeOf(part, context);
    });
    if (inner.every((shape) => shape === null)) return null;
    return distinguished(parts, inner, defaultProperty(schema), context.table) ?? allOf(inner);
  });
  return allOf(shapes);
}

/** The property of a discriminator that has a default: one of the alternatives may then be told by having no value of the others. */
function defaultProperty(schema: Schema): JsonValue | undefined {
  const discriminator = member(schema, "discriminator");
  return typeof member(discriminator, "defaultMapping") === "string"
    ? member(discriminator, "propertyName")
    : undefined;
}

function distinguished(
  parts: readonly Schema[],
  shapes: readonly (Int64Shape | null)[],
  ofDefault: JsonValue | undefined,
  table: SchemaTable,
): Int64Shape | null {
  const objects = parts.map((part) => objectShape(part, table));
  const [first] = objects;
  if (objects.length < 2 || first === undefined || first === null) return null;
  for (const property of first.properties.keys()) {
    const values = objects.map((object) => textsOf(object?.properties.get(property), table));
    const all = values.flat();
    const open = values.flatMap((texts, index) => (texts.length === 0 ? [index] : []));
    if (open.length > (property === ofDefault ? 1 : 0) || new Set(all).size < all.length) continue;
    const variants = values.flatMap((texts, index) => texts.map((value) => ({ value, shape: shapes[index] ?? null })));
    const rest = shapes[open[0] ?? -1] ?? null;
    // Beside a rest it counts which values are none of it.
    const listed = rest === null ? variants.filter(({ shape }) => shape !== null) : variants;
    return { kind: "by", property, variants: listed, rest };
  }
  return null;
}

/** The texts that a schema allows, where it lists them; else empty. */
function textsOf(schema: Schema | undefined, table: SchemaTable): readonly string[] {
  const essential = schema === undefined ? {} : essentialSchema(schema, table);
  const only = member(essential, "const");
  const values = only === undefined ? member(essential, "enum") : [only];
  return isJsonArray(values) && values.every((value) => typeof value === "string") ? values : [];
}

function partsOf(schema: Schema, key: string): readonly Schema[] {
  const parts = member(schema, key);
  return isJsonArray(parts) ? parts.map((part) => (isJsonObject(part) ? part : {})) : [];
}

/** By table: a document has one, and each of its bodies asks. */
const contexts = new WeakMap<SchemaTable, Context>();

/**
 * Finds out which component schemas have such integers. Without this they are numbers, and no value has any.
 * @param type what they are in code
 */
export function findInt64(
  schemas: readonly Pick<NamedSchema, "name" | "id" | "slug">[],
  table: SchemaTable,
  type: "bigint" | "string",
): void {
  const found = holdersIn(table);
  const holders = new Map(schemas.filter(({ name }) => found.has(name)).map((schema) => [schema.name, schema]));
  contexts.set(table, { table, holders, type, shapes: new Map() });
}

/** What integers of 64 bits are in code. */
export function int64TypeIn(table: SchemaTable): Int64Type {
  return contexts.get(table)?.type ?? "number";
}

/** The shape of a component schema; null also for one that is such an integer itself: that is written where it is used. */
export function int64ShapeOfComponent(schema: Schema, table: SchemaTable): Int64Shape | null {
  return int64TypeOf(dereference(schema, table)) === null ? int64Shape(schema, table) : null;
}

/** The shape of a component schema, by the name of its type. */
export function componentShape(id: string, table: SchemaTable): Int64Shape | null {
  const context = contexts.get(table);
  const found = context?.shapes.get(id);
  if (context === undefined || found !== undefined) return found ?? null;
  const name = [...context.holders].find(([, holder]) => holder.id === id)?.[0] ?? "";
  const shape = shapeOf(table.get(name) ?? {}, context);
  context.shapes.set(id, shape);
  return shape;
}

/** From the schemas that are marked themselves back along the references to them. */
function holdersIn(table: SchemaTable): ReadonlySet<string> {
  const users = new Map<string, string[]>();
  const holders = new Set<string>();
  for (const [name, schema] of table) {
    visitSchemas(
      schema,
      (node) => {
        const target = referencedName(node);
        if (target !== null)
          users
            .set(target, users.get(target) ?? [])
            .get(target)
            ?.push(name);
        if (int64TypeOf(node) !== null) holders.add(name);
      },
      followed,
    );
  }
  // A set is iterated to its end, also where it grows.
  for (const holder of holders) for (const user of users.get(holder) ?? []) holders.add(user);
  return holders;
}

/** The keywords that shapes come from; what others say is asked of values, or said of what they are not. */
const followed: ReadonlySet<string> = new Set([
  ...["allOf", "anyOf", "oneOf", "then", "else", "prefixItems", "items"],
  ...["properties", "patternProperties", "additionalProperties", "unevaluatedProperties"],
]);
