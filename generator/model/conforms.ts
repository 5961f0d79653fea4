/**
 * Whether a value has the shape that a schema's TypeScript type has: kinds, required properties, enums. Bounds,
 * patterns and formats are not looked at, since they are not in the type.
 */
import { isDate } from "../document/dates.js";
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue, member, writeJson } from "../document/json.js";
import { appendToken } from "../document/json-pointer.js";
import type { Schema } from "../document/normal-document.js";
import { isNote } from "../document/schema-notes.js";
import { datePlaces } from "./date-places.js";
import { dereference, memberSchemas, partsOf as allPartsOf, type SchemaTable } from "./schema-shape.js";

/**
 * @param excess whether properties count that the schema does not describe: TypeScript takes them for mistakes in a
 * literal, and only there
 * @returns null where the value fits, else what does not, in words, beginning with the place inside of the value
 */
export function contradiction(
  value: JsonValue,
  schema: Schema,
  table: SchemaTable,
  excess: "counts" | "is-fine" = "counts",
): string | null {
  const place: Place = {
    table,
    excess,
    dates: datePlaces(value, schema, table),
    at: "",
    depth: 0,
    known: null,
    isPart: false,
    said: onlyOne(schema),
    found: { parts: new Map(), wholes: new Map(), members: new Map() },
  };
  return whole(value, schema, place);
}

/** What is deeper is not looked at. */
const mostDepth = 250;

interface Place {
  readonly table: SchemaTable;
  readonly excess: "counts" | "is-fine";
  /** The texts that are a `Date` in code. */
  readonly dates: ReadonlyMap<string, string>;
  /** A pointer into the value. */
  readonly at: string;
  readonly depth: number;
  /** The properties that the type of the value at this place has; null where it has any. */
  readonly known: ReadonlySet<string> | null;
  /** Whether others say something of the value, too: what they describe is not additional. */
  readonly isPart: boolean;
  /** All that is said of the value at this place: by the parts of an `allOf`, each its own. */
  readonly said: readonly Schema[];
  readonly found: Found;
}

/** What was found out: schemas that refer to the same ones ask for it again and again, twice as often at each level. */
interface Found {
  /** By place, by all that is said there, by the properties known there, and by which schema is looked at. */
  readonly parts: Map<string, Map<readonly Schema[], Map<Place["known"], Map<Schema, PartResult>>>>;
  readonly wholes: Map<string, Map<readonly Schema[], Map<Schema, string | null>>>;
  /** All that is said of members, by all that is said of the value. */
  readonly members: Map<readonly Schema[], Map<string, readonly Schema[]>>;
}

/** What a schema says of a value alone, and as one of several. */
type PartResult = Partial<Record<"alone" | "among others", string | null>>;

/** A value and all that is said of it: what `part` looks at, and that it has no property of which nothing is said. */
function whole(value: JsonValue, schema: Schema, place: Place): string | null {
  const resolved = dereference(schema, place.table);
  const byList = entry(place.found.wholes, place.at, () => new Map<readonly Schema[], Map<Schema, string | null>>());
  const bySchema = entry(byList, place.said, () => new Map<Schema, string | null>());
  const before = bySchema.get(resolved);
  if (before !== undefined) return before;
  const problem = wholeProblem(value, resolved, place);
  bySchema.set(resolved, problem);
  return problem;
}

function wholeProblem(value: JsonValue, schema: Schema, place: Place): string | null {
  const known = isJsonObject(value) ? knownOfAll(place.said, place.table) : null;
  const problem = part(value, schema, { ...place, known, isPart: false });
  if (problem !== null || !isJsonObject(value)) return problem;
  if (known === null) return null;
  const names = Object.keys(value);
  // A type whose properties are all optional takes nothing that has none of them (weak type detection).
  if (place.excess === "is-fine" && names.some((key) => known.has(key))) return null;
  // Legal JSON Schema, but TypeScript takes a property that the type does not have for a mistake.
  const unknown = names.find((key) => !known.has(key));
  return typeof unknown === "string" ? `${place.at}/${unknown} is a property that the schema does not have` : null;
}

/** What a schema says of a value; it may be one part of an `allOf`, and others may say more. */
function part(value: JsonValue, schema: Schema, place: Place): string | null {
  const resolved = dereference(schema, place.table);
  const byList = entry(
    place.found.parts,
    place.at,
    () => new Map<readonly Schema[], Map<Place["known"], Map<Schema, PartResult>>>(),
  );
  const byKnown = entry(byList, place.said, () => new Map<Place["known"], Map<Schema, PartResult>>());
  const bySchema = entry(byKnown, place.known, () => new Map<Schema, PartResult>());
  const result = entry(bySchema, resolved, (): PartResult => ({}));
  const role = place.isPart ? "among others" : "alone";
  const before = result[role];
  if (before !== undefined) return before;
  const problem = partProblem(value, resolved, place);
  result[role] = problem;
  return problem;
}

function partProblem(value: JsonValue, resolved: Schema, place: Place): string | null {
  if (place.depth > mostDepth) return null;
  const where = place.at === "" ? "the value" : place.at;
  if (allowsNothing(resolved)) return `${where} is not allowed`;
  // The type is the union of these values, whatever the schema says beside them, but for what it is composed of.
  if (Object.hasOwn(resolved, "const") && !equal(value, resolved["const"]))
    return `${where} is not the one value allowed`;
  const values = resolved["enum"];
  if (isJsonArray(values) && !values.some((allowed) => equal(value, allowed)))
    return `${where} is none of the values of the enum`;
  const isListed = Object.hasOwn(resolved, "const") || isJsonArray(values);
  const types = typesOf(resolved);
  if (!isListed && !hasType(value, types)) return `${where} is ${kindOf(value)}, not ${types.join(" or ")}`;
  const isText = typeof value === "string" && (isListed || types.includes("string"));
  if (isText && isDate(resolved) !== place.dates.has(place.at))
    return isDate(resolved) ? `${where} is no date and time with an offset` : `${where} is a Date in code, not text`;
  if (isListed) return compositionProblem(value, resolved, place);
  return (
    compositionProblem(value, resolved, place) ??
    (isJsonArray(value) ? itemProblem(value, resolved, place) : null) ??
    (isJsonObject(value) ? memberProblem(value, resolved, place) : null)
  );
}

/** The types that a schema names, or that its keywords mean; empty where it allows any. */
function typesOf(schema: Schema): readonly string[] {
  const type = schema["type"];
  if (type !== undefined) return (isJsonArray(type) ? type : [type]).map(String);
  const isObject = ["properties", "patternProperties"].some((key) => hasMembers(schema[key])) || isOpen(schema);
  const isList = schema["items"] !== undefined || schema["prefixItems"] !== undefined;
  return [...(isObject ? ["object"] : []), ...(isList ? ["array"] : [])];
}

function allowsNothing({ not }: Schema): boolean {
  return not === true || (isJsonObject(not) && Object.keys(not).every(isNote));
}

function compositionProblem(value: JsonValue, schema: Schema, place: Place): string | null {
  const lists = listOf(schema["allOf"]).length + unionsOf(schema).length;
  const isPart = place.isPart || lists > 1 || hasMembers(schema["properties"]) || isOpen(schema);
  const deeper = { ...place, depth: place.depth + 1, isPart };
  const try_ = (inner: JsonValue) => (isJsonObject(inner) ? part(value, inner, deeper) : null);
  for (const inner of listOf(schema["allOf"])) {
    const problem = try_(inner);
    if (problem !== null) return problem;
  }
  for (const [key, parts] of unionsOf(schema)) {
    const fitting = parts.filter((inner) => try_(inner) === null && (isPart || !isWeak(value, inner, place.table)));
    if (fitting.length === 0) return `${place.at === "" ? "the value" : place.at} fits none of ${key}`;
    const unknown = isJsonObject(value) ? unknownInKind(value, parts, fitting, place) : null;
    if (unknown !== null) return `${place.at}/${unknown} is a property that the schema does not have for such a value`;
  }
  return null;
}

/** Whether a value has none of the properties that a type has: then TypeScript does not take it, though all are optional. */
function isWeak(value: JsonValue, schema: Schema, table: SchemaTable): boolean {
  const known = isJsonObject(value) ? knownProperties(schema, table) : null;
  const names = isJsonObject(value) ? Object.keys(value) : [];
  return known !== null && known.size > 0 && names.length > 0 && !names.some((name) => known.has(name));
}

/** Lists of alternatives. One of `then` and `else` holds, whatever `if` says. */
function unionsOf(schema: Schema): readonly (readonly [string, readonly Schema[]])[] {
  const conditional = [schema["then"], schema["else"]].filter(isJsonObject);
  const unions: readonly (readonly [string, readonly Schema[]])[] = [
    ["anyOf", listOf(schema["anyOf"]).filter(isJsonObject)],
    ["oneOf", listOf(schema["oneOf"]).filter(isJsonObject)],
    ["then and else", conditional.length === 2 ? conditional : []],
  ];
  return unions.filter(([, parts]) => parts.length > 0);
}

/**
 * A property that other alternatives have, but none of those that fit. TypeScript refuses it in a literal where it tells
 * the alternatives apart by a property of literal types; else it takes it if it is what one of the others says it is.
 */
function unknownInKind(
  value: JsonObject,
  parts: readonly Schema[],
  fitting: readonly Schema[],
  place: Place,
): string | null {
  const { known, table } = place;
  if (place.excess === "is-fine" || known === null || fitting.length === parts.length) return null;
  const haveKinds = parts.some((part) => hasKind(part, table));
  const names = fitting.map((part) => knownProperties(part, table));
  const others = parts.filter((part) => !fitting.includes(part));
  const othersNames = others.map((part) => knownProperties(part, table));
  const unknown = Object.entries(value).find(([key, inner]) => {
    if (names.some((own) => own === null || own.has(key))) return false;
    if (haveKinds) return othersNames.some((own) => own?.has(key) === true);
    const said = others.flatMap((part) => memberSchemas(key, allPartsOf(part, table)));
    return said.length > 0 && said.every((each) => contradiction(inner, each, table, "is-fine") !== null);
  });
  return unknown?.[0] ?? null;
}

/** Whether a schema has a property of literal types. */
function hasKind(schema: Schema, table: SchemaTable): boolean {
  // A set is iterated to its end, also where it grows.
  const parts = new Set([dereference(schema, table)]);
  for (const each of parts) {
    const { properties } = each;
    const own = Object.values(isJsonObject(properties) ? properties : {}).filter(isJsonObject);
    if (own.map((property) => dereference(property, table)).some((one) => "enum" in one || "const" in one)) return true;
    for (const inner of ownPartsOf(each)) parts.add(dereference(inner, table));
  }
  return false;
}

function itemProblem(items: readonly JsonValue[], schema: Schema, place: Place): string | null {
  const tuple = listOf(schema["prefixItems"]);
  const where = place.at === "" ? "the value" : place.at;
  const { minItems, maxItems } = schema;
  const isClosed = schema["items"] === false || schema["unevaluatedItems"] === false;
  const most = Math.min(
    isClosed ? tuple.length : Number.POSITIVE_INFINITY,
    // The length is in the type only of what has places.
    tuple.length > 0 && typeof maxItems === "number" && maxItems <= tuple.length ? maxItems : Number.POSITIVE_INFINITY,
  );
  const least = typeof minItems === "number" ? Math.min(minItems, tuple.length) : 0;
  if (items.length > most) return `${where} has ${items.length} items, more than ${most}`;
  if (items.length < least) return `${where} has ${items.length} items, fewer than ${least}`;
  const problems = items.map((item, index) => {
    const itemSchema = tuple[index] ?? schema["items"];
    return isJsonObject(itemSchema) ? whole(item, itemSchema, below(place, String(index), onlyOne(itemSchema))) : null;
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
  // What it requires and does not describe has the type that other alternatives give it.
  for (const name of required.filter((name) => Object.hasOwn(value, name) && member(known, name) === undefined)) {
    const said = saidOfMember(name, place);
    const problems = said.map((each) => part(value[name] ?? null, each, below(place, name, onlyOne(each))));
    if (problems.length > 0 && !problems.includes(null)) return problems[0] ?? null;
  }
  const { patternProperties } = schema;
  const additional = schema["additionalProperties"] ?? schema["unevaluatedProperties"];
  const patterns = Object.values(isJsonObject(patternProperties) ? patternProperties : {});
  const isPart = place.isPart || ownPartsOf(schema).length > 0;
  // Which pattern a name has is not in the type.
  const others = [...patterns, ...(isJsonObject(additional) ? [additional] : [])].filter(isJsonObject);
  for (const [key, inner] of Object.entries(value)) {
    const own = member(known, key);
    const schemas = isJsonObject(own) ? [own] : additional === true || isPart ? [] : others;
    // Of an object in an object: properties that another part of the `allOf` knows are no surprise.
    const said = isJsonObject(inner) ? saidOfMember(key, place) : [];
    const problems = schemas.map((each) =>
      whole(inner, each, below(place, key, said.length > 1 ? said : onlyOne(each))),
    );
    if (problems.length > 0 && !problems.includes(null)) return problems[0] ?? null;
  }
  return null;
}

function below(place: Place, key: string, said: readonly Schema[]): Place {
  return { ...place, at: appendToken(place.at, key), depth: place.depth + 1, said };
}

/** Found once, whichever alternative asks. */
function saidOfMember(key: string, { said, found, table }: Place): readonly Schema[] {
  const byName = entry(found.members, said, () => new Map<string, readonly Schema[]>());
  return entry(byName, key, () => [...new Set(said.flatMap((each) => memberSchemas(key, allPartsOf(each, table))))]);
}

/** The same list for the same schema. */
function onlyOne(schema: Schema): readonly Schema[] {
  const found = alone.get(schema) ?? [schema];
  alone.set(schema, found);
  return found;
}

const alone = new WeakMap<Schema, readonly Schema[]>();

/** What a map has, or what is made for it. */
function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}

function knownOfAll(schemas: readonly Schema[], table: SchemaTable): ReadonlySet<string> | null {
  const [only, ...others] = schemas;
  if (only !== undefined && others.length === 0) return knownProperties(only, table);
  const found = knownByList.get(schemas);
  if (found !== undefined) return found;
  const known = knownProperties({ allOf: schemas }, table);
  knownByList.set(schemas, known);
  return known;
}

/** Each alternative of a value asks for the same. */
const knownByList = new WeakMap<readonly Schema[], ReadonlySet<string> | null>();

/** The properties of a schema and of the parts that it is composed of; null where it takes any. */
function knownProperties(schema: Schema, table: SchemaTable): ReadonlySet<string> | null {
  const known = membersOf(schema, table, 0);
  return known === "any" || known === "unsaid" ? null : known;
}

/**
 * The properties that a schema's type has. `any`: an index signature takes in all others. `unsaid`: the type says no more
 * than that it is an object, if that; beside others it adds nothing.
 */
type Members = ReadonlySet<string> | "any" | "unsaid";

function membersOf(schema: Schema, table: SchemaTable, depth: number): Members {
  const resolved = dereference(schema, table);
  const ofTable = membersFound.get(table) ?? new WeakMap<Schema, Members>();
  membersFound.set(table, ofTable);
  const known = ofTable.get(resolved);
  if (known !== undefined) return known;
  const found = depth > mostDepth ? "any" : findMembers(resolved, table, depth);
  ofTable.set(resolved, found);
  return found;
}

/** By table and schema. */
const membersFound = new WeakMap<SchemaTable, WeakMap<Schema, Members>>();

function findMembers(resolved: Schema, table: SchemaTable, depth: number): Members {
  if (isOpen(resolved) || hasMembers(resolved["patternProperties"])) return keysOf(resolved, table) ?? "any";
  const { properties } = resolved;
  const inner = (part: Schema): Members =>
    saysObject(dereference(part, table)) ? membersOf(part, table, depth + 1) : new Set<string>();
  const parts = [
    ...(hasMembers(properties) && isJsonObject(properties) ? [new Set(Object.keys(properties))] : []),
    ...listOf(resolved["allOf"]).filter(isJsonObject).map(inner),
    // A union with an alternative that says nothing says nothing.
    ...unionsOf(resolved).map(([, alternatives]) => unionMembers(alternatives.map(inner))),
  ];
  if (parts.length === 0) return isClosed(resolved) ? new Set() : "unsaid";
  return joined(parts);
}

function unionMembers(alternatives: readonly Members[]): Members {
  return alternatives.includes("unsaid") ? "unsaid" : joined(alternatives);
}

/** All of them together: what is unsaid in one part, another may say. */
function joined(parts: readonly Members[]): Members {
  if (parts.includes("any")) return "any";
  const sets = parts.filter((part) => part !== "unsaid" && part !== "any");
  const names = new Set(sets.flatMap((set) => [...set]));
  return names.size === 0 && sets.length < parts.length ? "unsaid" : names;
}

/** The keys that a record may have; null where it takes any. */
function keysOf({ propertyNames, properties }: Schema, table: SchemaTable): ReadonlySet<string> | null {
  if (!isJsonObject(propertyNames) || hasMembers(properties)) return null;
  const values = dereference(propertyNames, table)["enum"];
  return isJsonArray(values) ? new Set(values.map(String)) : null;
}

/** Whether an object may have members that are not listed. */
function isOpen(schema: Schema): boolean {
  const others = schema["additionalProperties"] ?? schema["unevaluatedProperties"];
  return others === true || isJsonObject(others) || (others === undefined && isJsonObject(schema["propertyNames"]));
}

function isClosed(schema: Schema): boolean {
  const others = schema["additionalProperties"] ?? schema["unevaluatedProperties"];
  return others === false || schema["maxProperties"] === 0;
}

function ownPartsOf(schema: Schema): readonly Schema[] {
  return [...listOf(schema["allOf"]).filter(isJsonObject), ...unionsOf(schema).flatMap(([, parts]) => parts)];
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

function hasType(value: JsonValue, types: readonly string[]): boolean {
  const kind = kindOf(value);
  return types.length === 0 || types.some((name) => name === kind || (name === "number" && kind === "integer"));
}

function kindOf(value: JsonValue): string {
  if (value === null) return "null";
  if (isJsonArray(value)) return "array";
  return typeof value === "bigint" || Number.isInteger(value) ? "integer" : typeof value;
}

function equal(a: JsonValue, b: JsonValue | undefined): boolean {
  return b !== undefined && writeJson(a) === writeJson(b);
}
