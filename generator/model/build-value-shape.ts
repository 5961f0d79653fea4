/**
 * Where in a JSON value integers of 64 bits and dates stand, for those who read and write JSON. Only where the
 * configuration has them as something else than a number or text; otherwise no schema is marked, and no value has any.
 */
import { isDate } from "../document/dates.js";
import { type Int64Type, int64TypeOf } from "../document/int64.js";
import { isJsonArray, isJsonObject, member } from "../document/json.js";
import type { Schema } from "../document/normal-document.js";
import { referencedName } from "../document/referenced-name.js";
import { visitSchemas } from "../document/visit-schemas.js";
import { joinShapes, uniteShapes } from "./join-shapes.js";
import type { NamedSchema } from "./model.js";
import { dereference, essentialSchema, type SchemaTable, typesOf } from "./schema-shape.js";
import { shapeOfUnion } from "./shape-of-union.js";
import type { ConvertedKinds, ValueShape } from "./value-shape.js";

/** Where a schema has such values; null where it has none. */
export function valueShape(schema: Schema, table: SchemaTable): ValueShape | null {
  const context = contexts.get(table);
  return context === undefined ? null : shapeOf(schema, context);
}

interface Context {
  readonly table: SchemaTable;
  /** The component schemas that have such values, in themselves or in what they refer to, by name. */
  readonly holders: ReadonlyMap<string, Pick<NamedSchema, "id" | "slug"> & ConvertedKinds>;
  readonly int64: Int64Type;
  /** Of component schemas, by the names of their types, as they are asked for. */
  readonly shapes: Map<string, ValueShape | null>;
}

function shapeOf(schema: Schema, context: Context): ValueShape | null {
  const name = referencedName(schema);
  const direct = name === null ? {} : dereference(schema, context.table);
  if (isConverted(direct)) return here(direct, allowsText(direct));
  const target = name === null ? undefined : context.holders.get(name);
  const { then, else: otherwise } = schema;
  const parts: readonly (ValueShape | null)[] = [
    target === undefined ? null : { kind: "schema", ...target },
    here(schema, allowsText(schema)),
    listShape(schema, context),
    objectShapeOf(schema, context),
    joinShapes(partsOf(schema, "allOf").map((part) => shapeOf(part, context))),
    alternatives(schema, context),
    // One of the two holds, and the types have both.
    isJsonObject(then) && isJsonObject(otherwise) ? united([then, otherwise], context) : null,
  ];
  return joinShapes(parts);
}

function isConverted(schema: Schema): boolean {
  return int64TypeOf(schema) !== null || isDate(schema);
}

/** @param isText whether text may stand there too, which is then no integer */
function here(schema: Schema, isText: boolean): ValueShape | null {
  if (isDate(schema)) return { kind: "here", type: "Date" };
  const type = int64TypeOf(schema);
  return type === null ? null : { kind: "here", type: type === "string" && isText ? "text" : type };
}

function allowsText(schema: Schema): boolean {
  return typesOf(schema).includes("string");
}

function united(parts: readonly Schema[], context: Context): ValueShape | null {
  return uniteShapes(
    parts,
    parts.map((part) => shapeOf(part, context)),
    context.table,
  );
}

function listShape(schema: Schema, context: Context): ValueShape | null {
  const first = partsOf(schema, "prefixItems").map((item) => shapeOf(item, context));
  const { items } = schema;
  const rest = isJsonObject(items) ? shapeOf(items, context) : null;
  return rest === null && first.every((item) => item === null) ? null : { kind: "list", first, rest };
}

function objectShapeOf(schema: Schema, context: Context): ValueShape | null {
  const { properties, patternProperties, additionalProperties, unevaluatedProperties } = schema;
  const patterns = isJsonObject(patternProperties) ? Object.values(patternProperties) : [];
  const additional = [additionalProperties, unevaluatedProperties].filter(isJsonObject);
  const isOpen = additional.length === 0 && additionalProperties !== false && unevaluatedProperties !== false;
  // Names are not matched: what has another may be anything.
  const unmatched: readonly Schema[] = patterns.length > 0 && isOpen ? [{}] : [];
  const rest = united([...patterns.filter(isJsonObject), ...additional, ...unmatched], context);
  const members = Object.entries(isJsonObject(properties) ? properties : {}).map(([name, property]) => {
    return { name, shape: isJsonObject(property) ? shapeOf(property, context) : null };
  });
  // Beside a rest it counts which members are none of it.
  const listed = rest === null ? members.filter(({ shape }) => shape !== null) : members;
  return listed.length === 0 && rest === null ? null : { kind: "object", members: listed, rest };
}

/** One of several. */
function alternatives(schema: Schema, context: Context): ValueShape | null {
  const shapes = ["oneOf", "anyOf"].map((key) => {
    const parts = partsOf(schema, key);
    const isText = parts.some((part) => allowsText(essentialSchema(part, context.table)));
    const inner = parts.map((part) => {
      return (isText ? here(essentialSchema(part, context.table), true) : null) ?? shapeOf(part, context);
    });
    return shapeOfUnion(schema, parts, inner, context.table);
  });
  return joinShapes(shapes);
}

function partsOf(schema: Schema, key: string): readonly Schema[] {
  const parts = member(schema, key);
  return isJsonArray(parts) ? parts.map((part) => (isJsonObject(part) ? part : {})) : [];
}

/** By table: a document has one, and each of its bodies asks. */
const contexts = new WeakMap<SchemaTable, Context>();

/**
 * Finds out which component schemas have such values. Without this, every value is in code what it is in JSON.
 * @param int64 what integers of 64 bits are in code
 */
export function findConvertedValues(
  schemas: readonly Pick<NamedSchema, "name" | "id" | "slug">[],
  table: SchemaTable,
  int64: Int64Type,
): void {
  const integers = holdersIn(table, (schema) => int64TypeOf(schema) !== null);
  const dates = holdersIn(table, isDate);
  const found = schemas.filter(({ name }) => integers.has(name) || dates.has(name));
  const holders = found.map(({ name, id, slug }) => {
    const own = integers.has(name) && int64 !== "number" ? int64 : null;
    return [name, { id, slug, int64: own, dates: dates.has(name) }] as const;
  });
  contexts.set(table, { table, holders: new Map(holders), int64, shapes: new Map() });
}

/** What integers of 64 bits are in code. */
export function int64TypeIn(table: SchemaTable): Int64Type {
  return contexts.get(table)?.int64 ?? "number";
}

/** The shape of a component schema; null also for one that is such a value itself: that is written where it is used. */
export function componentValueShape(schema: Schema, table: SchemaTable): ValueShape | null {
  return isConverted(dereference(schema, table)) ? null : valueShape(schema, table);
}

/** The shape of a component schema, by the name of its type. */
export function componentShape(id: string, table: SchemaTable): ValueShape | null {
  const context = contexts.get(table);
  const found = context?.shapes.get(id);
  if (context === undefined || found !== undefined) return found ?? null;
  const name = [...context.holders].find(([, holder]) => holder.id === id)?.[0] ?? "";
  const shape = shapeOf(table.get(name) ?? {}, context);
  context.shapes.set(id, shape);
  return shape;
}

/** From the schemas that are marked themselves back along the references to them. */
function holdersIn(table: SchemaTable, isMarked: (schema: Schema) => boolean): ReadonlySet<string> {
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
        if (isMarked(node)) holders.add(name);
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
