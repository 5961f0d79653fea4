/**
 * Whether a value has the shape that a schema's TypeScript type has: kinds, required properties, enums. Bounds,
 * patterns and formats are not looked at, since they are not in the type.
 */
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue, member } from "../document/json.js";
import type { Schema } from "../document/normal-document.js";
import { dereference, memberSchemas, partsOf, type SchemaTable } from "./schema-shape.js";

/**
 * @returns null where the value fits, else what does not, in words, beginning with the place inside of the value
 */
export function contradiction(value: JsonValue, schema: Schema, table: SchemaTable): string | null {
  return whole(value, schema, { table, at: "", depth: 0, known: null, said: [schema] });
}

interface Place {
  readonly table: SchemaTable;
  /** A pointer into the value. */
  readonly at: string;
  readonly depth: number;
  /** The properties that the type of the value at this place has; null where it has any. */
  readonly known: ReadonlySet<string> | null;
  /** All that is said of the value at this place: by the parts of an `allOf`, each its own. */
  readonly said: readonly Schema[];
}

/** A value and all that is said of it: what `part` looks at, and that it has no property of which nothing is said. */
function whole(value: JsonValue, schema: Schema, place: Place): string | null {
  const known = isJsonObject(value) ? knownOfAll(place.said, place.table) : null;
  const problem = part(value, schema, { ...place, known });
  if (problem !== null || !isJsonObject(value)) return problem;
  // Legal JSON Schema, but TypeScript takes a property that the type does not have for a mistake.
  const unknown = known && Object.keys(value).find((key) => !known.has(key));
  return typeof unknown === "string" ? `${place.at}/${unknown} is a property that the schema does not have` : null;
}

/** What a schema says of a value; it may be one part of an `allOf`, and others may say more. */
function part(value: JsonValue, schema: Schema, place: Place): string | null {
  const resolved = dereference(schema, place.table);
  if (place.depth > 64) return null;
  const where = place.at === "" ? "the value" : place.at;
  if (Object.hasOwn(resolved, "const"))
    return equal(value, resolved["const"]) ? null : `${where} is not the one value allowed`;
  const values = resolved["enum"];
  const hasMembersInType = Object.hasOwn(resolved, "properties") || Object.hasOwn(resolved, "additionalProperties");
  if (isJsonArray(values) && !hasMembersInType) {
    // The type is the union of these values, whatever else the schema says.
    return values.some((allowed) => equal(value, allowed)) ? null : `${where} is none of the values of the enum`;
  }
  const type = resolved["type"] ?? (hasMembers(resolved["properties"]) ? "object" : undefined);
  if (!hasType(value, type))
    return `${where} is ${kindOf(value)}, not ${(isJsonArray(type) ? type : [type]).map(String).join(" or ")}`;
  return (
    compositionProblem(value, resolved, place) ??
    (isJsonArray(value) ? itemProblem(value, resolved, place) : null) ??
    (isJsonObject(value) ? memberProblem(value, resolved, place) : null)
  );
}

function compositionProblem(value: JsonValue, schema: Schema, place: Place): string | null {
  const deeper = { ...place, depth: place.depth + 1 };
  const try_ = (inner: JsonValue) => (isJsonObject(inner) ? part(value, inner, deeper) : null);
  for (const inner of listOf(schema["allOf"])) {
    const problem = try_(inner);
    if (problem !== null) return problem;
  }
  for (const key of ["anyOf", "oneOf"]) {
    const parts = listOf(schema[key]);
    if (parts.length > 0 && parts.every((inner) => try_(inner) !== null))
      return `${place.at === "" ? "the value" : place.at} fits none of ${key}`;
  }
  return null;
}

function itemProblem(items: readonly JsonValue[], schema: Schema, place: Place): string | null {
  const tuple = listOf(schema["prefixItems"]);
  if (tuple.length > 0 && items.length !== tuple.length)
    return `${place.at === "" ? "the value" : place.at} has ${items.length} items, not ${tuple.length}`;
  const problems = items.map((item, index) => {
    const itemSchema = tuple[index] ?? schema["items"];
    return isJsonObject(itemSchema) ? whole(item, itemSchema, below(place, String(index), [itemSchema])) : null;
  });
  return problems.find((problem) => problem !== null) ?? null;
}

function memberProblem(value: JsonObject, schema: Schema, place: Place): string | null {
  const required = listOf(schema["required"]).filter((name) => typeof name === "string");
  // A property that is required and nowhere described is not in the type.
  const missing = required.find((name) => !Object.hasOwn(value, name) && place.known?.has(name) !== false);
  if (missing !== undefined)
    return `${place.at === "" ? "the value" : place.at} lacks the required property "${missing}"`;
  const known = schema["properties"];
  for (const [key, inner] of Object.entries(value)) {
    // Beside properties, the index of the type takes any value.
    const own = member(known, key) ?? (hasMembers(known) ? undefined : schema["additionalProperties"]);
    if (!isJsonObject(own)) continue;
    // Of an object in an object: properties that another part of the `allOf` knows are no surprise.
    const others = isJsonObject(inner)
      ? place.said.flatMap((said) => memberSchemas(key, partsOf(said, place.table)))
      : [];
    const problem = whole(inner, own, below(place, key, others.length > 1 ? others : [own]));
    if (problem !== null) return problem;
  }
  return null;
}

function below(place: Place, key: string, said: readonly Schema[]): Place {
  return { ...place, at: `${place.at}/${key}`, depth: place.depth + 1, said };
}

function knownOfAll(schemas: readonly Schema[], table: SchemaTable): ReadonlySet<string> | null {
  const [only, ...others] = schemas;
  return knownProperties(only !== undefined && others.length === 0 ? only : { allOf: schemas }, table, 0);
}

/** The properties of a schema and of the parts that it is composed of; null where it takes any. */
function knownProperties(schema: Schema, table: SchemaTable, depth: number): ReadonlySet<string> | null {
  const resolved = dereference(schema, table);
  if (depth > 20) return null;
  const additional = resolved["additionalProperties"];
  const isOpen = additional === true || isJsonObject(additional) || hasMembers(resolved["patternProperties"]);
  const parts = ["allOf", "anyOf", "oneOf"].flatMap((key) => listOf(resolved[key])).filter(isJsonObject);
  const properties = resolved["properties"];
  if (isOpen || (!hasMembers(properties) && parts.length === 0)) return null;
  const names = new Set(isJsonObject(properties) ? Object.keys(properties) : []);
  for (const inner of parts) {
    const more = knownProperties(inner, table, depth + 1);
    if (more === null && saysObject(dereference(inner, table))) return null;
    for (const name of more ?? []) names.add(name);
  }
  return names;
}

/** False for parts that add nothing to an object: text, null, or only words. */
function saysObject(schema: Schema): boolean {
  const type = schema["type"];
  return type === undefined || (isJsonArray(type) ? type.includes("object") : type === "object");
}

function hasMembers(value: JsonValue | undefined): boolean {
  return isJsonObject(value) && Object.keys(value).length > 0;
}

function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  return isJsonArray(value) ? value : [];
}

function hasType(value: JsonValue, type: JsonValue | undefined): boolean {
  if (type === undefined) return true;
  const kind = kindOf(value);
  return (isJsonArray(type) ? type : [type]).some((name) => name === kind || (name === "number" && kind === "integer"));
}

function kindOf(value: JsonValue): string {
  if (value === null) return "null";
  if (isJsonArray(value)) return "array";
  return typeof value === "number" && Number.isInteger(value) ? "integer" : typeof value;
}

function equal(a: JsonValue, b: JsonValue | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
