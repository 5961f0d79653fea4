/** Questions about schemas that decide how values are sent: references followed, compositions looked through. */
import { isJsonArray, isJsonObject, member } from "../document/json.js";
import type { Schema } from "../document/normal-document.js";
import { referencedName } from "../document/referenced-name.js";
import { visitSchemas } from "../document/visit-schemas.js";

/** Component schemas by name. */
export type SchemaTable = ReadonlyMap<string, Schema>;

/** The schema behind references; `{}` for a circle of references. */
export function dereference(schema: Schema, table: SchemaTable): Schema {
  const name = referencedName(schema);
  if (name === null) return schema;
  const target = table.get(name) ?? {};
  return referencedName(target) === null ? target : endOfChain(name, table);
}

/** What a chain of references leads to. */
function endOfChain(start: string, table: SchemaTable): Schema {
  const known = chainEnds.get(table) ?? new Map<string, Schema>();
  chainEnds.set(table, known);
  const names = new Set<string>();
  let end: Schema = {};
  for (let name: string | null = start; ;) {
    const found: Schema | undefined = known.get(name) ?? (names.has(name) ? {} : (table.get(name) ?? {}));
    names.add(name);
    end = found;
    name = referencedName(found);
    if (name === null) break;
  }
  // Whichever of them is asked for next.
  for (const name of names) known.set(name, end);
  return end;
}

const chainEnds = new WeakMap<SchemaTable, Map<string, Schema>>();

const compositions = ["allOf", "anyOf", "oneOf"] as const;

/**
 * The schema that says what a value is: behind references, and behind a composition that has one part beside null, as
 * 3.0 writes a reference with a description (`allOf: [{ $ref }]`) or one that may be null.
 */
export function essentialSchema(schema: Schema, table: SchemaTable, depth = 0): Schema {
  const resolved = dereference(schema, table);
  if (depth > 20 || ["type", "enum", "const", "properties"].some((key) => Object.hasOwn(resolved, key)))
    return resolved;
  const parts = compositions
    .flatMap((key) => member(resolved, key) ?? [])
    .filter(isJsonObject)
    .filter((part) => part["type"] !== "null");
  const [only] = parts;
  return only !== undefined && parts.length === 1 ? essentialSchema(only, table, depth + 1) : resolved;
}

/** The types that a schema names, without null; empty where it does not say. */
export function typesOf(schema: Schema): readonly string[] {
  const type = schema["type"];
  const types = isJsonArray(type) ? type : [type];
  return types.filter((name) => typeof name === "string").filter((name) => name !== "null");
}

export interface ObjectShape {
  readonly properties: ReadonlyMap<string, Schema>;
  readonly required: ReadonlySet<string>;
  /** True where the listed properties are all that the schema describes. */
  readonly closed: boolean;
}

/**
 * The properties of an object schema, those of `allOf` included.
 * @returns null where the schema is not plainly an object: a union, a map, or unknown
 */
export function objectShape(schema: Schema, table: SchemaTable): ObjectShape | null {
  return shapeOf(schema, table, 0, new Map());
}

/** @param known what was found already: the same schema may stand in many parts of `allOf` */
function shapeOf(
  schema: Schema,
  table: SchemaTable,
  depth: number,
  known: Map<Schema, ObjectShape | null>,
): ObjectShape | null {
  const resolved = dereference(schema, table);
  const found = known.get(resolved);
  if (found !== undefined) return found;
  const shape = depth > 20 ? null : ownShape(resolved, (part) => shapeOf(part, table, depth + 1, known));
  known.set(resolved, shape);
  return shape;
}

function ownShape(resolved: Schema, shapeOfPart: (part: Schema) => ObjectShape | null): ObjectShape | null {
  if (["oneOf", "anyOf", "patternProperties"].some((key) => Object.hasOwn(resolved, key))) return null;
  const types = typesOf(resolved);
  if (types.length > 1 || (types.length === 1 && types[0] !== "object")) return null;
  const own = resolved["properties"];
  const allOf = isJsonArray(resolved["allOf"]) ? resolved["allOf"] : [];
  const parts = allOf.filter(isJsonObject).map(shapeOfPart);
  if (parts.includes(null)) return null;
  if (!isJsonObject(own) && parts.length === 0) return null;
  const properties = new Map(parts.flatMap((part) => [...(part?.properties ?? [])]));
  for (const [name, property] of Object.entries(isJsonObject(own) ? own : {})) {
    if (isJsonObject(property)) properties.set(name, property);
  }
  const required = isJsonArray(resolved["required"])
    ? resolved["required"].filter((name) => typeof name === "string")
    : [];
  const additional = member(resolved, "additionalProperties");
  return {
    properties,
    required: new Set([...parts.flatMap((part) => [...(part?.required ?? [])]), ...required]),
    closed: additional === undefined || additional === false,
  };
}

/** A schema and the parts that it is composed of, behind references; each once, however often it is referred to. */
export function partsOf(
  schema: Schema,
  table: SchemaTable,
  through: readonly string[] = compositions,
): ReadonlySet<Schema> {
  const way = through.join();
  const known = partsFound.get(table)?.get(schema)?.get(way);
  if (known !== undefined) return known;
  const found = findParts(schema, table, through);
  const bySchema = partsFound.get(table) ?? new WeakMap<Schema, Map<string, ReadonlySet<Schema>>>();
  partsFound.set(table, bySchema);
  const byWay = bySchema.get(schema) ?? new Map<string, ReadonlySet<Schema>>();
  bySchema.set(schema, byWay);
  byWay.set(way, found);
  return found;
}

/** The same schemas are asked for again and again. By table, schema and what was looked through. */
const partsFound = new WeakMap<SchemaTable, WeakMap<Schema, Map<string, ReadonlySet<Schema>>>>();

function findParts(schema: Schema, table: SchemaTable, through: readonly string[]): ReadonlySet<Schema> {
  const parts = new Set([dereference(schema, table)]);
  for (const part of parts) {
    for (const inner of through.flatMap((key) => member(part, key) ?? []))
      if (isJsonObject(inner)) parts.add(dereference(inner, table));
  }
  return parts;
}

/** What a schema, and the parts that it is composed of, say of a property: each its own. */
export function memberSchemas(name: string, parts: Iterable<Schema>): readonly Schema[] {
  return [...parts].map((part) => member(part["properties"], name)).filter((said) => isJsonObject(said));
}

/** All names that a schema refers to, in order of first sight. */
export function referencedNames(schema: Schema): readonly string[] {
  const names = new Set<string>();
  visitSchemas(schema, (node) => {
    const name = referencedName(node);
    if (name !== null) names.add(name);
  });
  return [...names];
}
