/**
 * The structure of a schema's values, looked at from outside: scalars, lists, objects, and what is only known at run
 * time.
 */
import { isJsonArray, isJsonObject, type JsonValue } from "../document/json.js";
import { isDate } from "../document/dates.js";
import type { Schema } from "../document/normal-document.js";
import { int64TypeOf } from "../document/int64.js";
import { dereference, essentialSchema, objectShape, type SchemaTable, typesOf } from "./schema-shape.js";
import type { JsonType, Scalar, ScalarType } from "./wire.js";

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

/** How many parts of unions are looked at: unions of unions multiply. */
const maxLooks = 1000;

/** Looks at a schema. */
export function structureOf(schema: Schema, table: SchemaTable, depth = 0, budget = { left: maxLooks }): Structure {
  const essential = essentialSchema(schema, table);
  const values = allowedValues(essential);
  const scalars = values?.filter((value) => typeof value !== "object") ?? [];
  if (values !== null && scalars.length === values.length)
    return { kind: "scalar", scalar: scalarOf(scalars, essential) };
  const types = typesOf(essential);
  const shape = objectShape(essential, table);
  if (shape !== null)
    return { kind: "object", properties: shape.properties, required: shape.required, rest: restOf(essential, table) };
  const union = ["oneOf", "anyOf"].flatMap((key) => essential[key] ?? []).filter(isJsonObject);
  const isScalar = types.length > 0 && types.every((type) => scalarTypes.includes(type));
  if (values === null && isScalar && union.length === 0)
    return { kind: "scalar", scalar: { types: types.filter(isScalarType), values: null, format: formatOf(essential) } };
  if (union.length > 0) return unionOf(union, types, table, depth, budget);
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
function unionOf(
  parts: readonly Schema[],
  types: readonly string[],
  table: SchemaTable,
  depth: number,
  budget: { left: number },
): Structure {
  if (depth > 8 || budget.left <= 0) return { kind: "mixed", types: [] };
  budget.left -= parts.length;
  const structures = parts
    .map((part) => dereference(part, table))
    .filter(({ type, const: only }) => type !== "null" && only !== null)
    .map((part) => structureOf(part, table, depth + 1, budget));
  const scalars = structures.flatMap((structure) => (structure.kind === "scalar" ? [structure.scalar] : []));
  if (scalars.length === structures.length && scalars.length > 0) {
    const allValues = scalars.every(({ values }) => values !== null);
    const [first] = scalars;
    const hasDates = scalars.some((scalar) => scalar.format?.startsWith("date-time") === true);
    const isShared = scalars.every((scalar) => scalar.format === first?.format);
    const format = isShared ? (first?.format ?? null) : hasDates ? "date-time-or-text" : null;
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

type ScalarValue = string | number | bigint | boolean;

/** One of these values. */
function scalarOf(values: readonly ScalarValue[], schema: Schema): Scalar {
  const type = int64TypeOf(schema);
  if (type === null) return { types: typesOfValues(values), values, format: null };
  const own = values.map((value) => {
    const isInteger = typeof value === "bigint" || Number.isInteger(value);
    return isInteger ? (type === "bigint" ? BigInt(value) : String(value)) : value;
  });
  return { types: typesOfValues(own), values: own, format: `int64-${type}` };
}

function typesOfValues(values: readonly ScalarValue[]): readonly ScalarType[] {
  const types = values.map((value): ScalarType => {
    if (typeof value === "bigint") return "integer";
    if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
    return typeof value === "string" ? "string" : "boolean";
  });
  return [...new Set(types)];
}

function formatOf(schema: Schema): Scalar["format"] {
  const type = int64TypeOf(schema);
  if (type !== null) return `int64-${type}`;
  if (isDate(schema)) return "date-time";
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
export function isNullable(schema: Schema, table: SchemaTable, depth = 0, budget = { left: maxLooks }): boolean {
  const resolved = dereference(schema, table);
  const { type, enum: values } = resolved;
  if (type !== undefined) return type === "null" || (isJsonArray(type) && type.includes("null"));
  if (isJsonArray(values)) return values.includes(null);
  if (resolved["const"] !== undefined) return resolved["const"] === null;
  const union = ["oneOf", "anyOf"].flatMap((key) => resolved[key] ?? []).filter(isJsonObject);
  const parts = union.length > 0 ? union : [resolved["allOf"] ?? []].flat().filter(isJsonObject);
  const allows = (part: Schema) => isNullable(part, table, depth + 1, budget);
  if (parts.length > 0) {
    if (depth > 7 || budget.left <= 0) return false;
    budget.left -= parts.length;
    // Null must be allowed by one part of a union, by every part of `allOf`.
    return union.length > 0 ? union.some(allows) : parts.every(allows);
  }
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
