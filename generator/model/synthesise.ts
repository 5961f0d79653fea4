/**
 * Values where the document has no example: deterministic, shaped by the schema, and readable, since people will see
 * them in fixtures. Each depends on its own schema and name alone, so that adding a field changes no other value.
 */
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue, jsonObject } from "../document/json.js";
import type { Schema } from "../document/normal-document.js";
import { contradiction } from "./conforms.js";
import { int64Value } from "./int64-value.js";
import { referencedName } from "../document/referenced-name.js";
import { numberFor, textFor } from "./synthesise-scalar.js";
import { dereference, memberSchemas, partsOf, type SchemaTable, typesOf } from "./schema-shape.js";

export interface Synthesis {
  readonly table: SchemaTable;
  /** The name of the field or parameter that the value is for; it says more than the schema, often. */
  readonly name: string;
  readonly description: string | null;
  /** Where the value becomes text: what may be anything is a text, which can be sent. */
  readonly asText?: boolean;
  /** False for scalars that cannot be used; such a value is not taken where the schema gives another. */
  readonly accepts?: (value: JsonValue) => boolean;
}

/**
 * A value for a schema. A component schema is not put into itself: where that is not avoided by leaving out a property or
 * an item, there is no value.
 * @returns undefined where there is none
 */
export function synthesise(schema: Schema, synthesis: Synthesis): JsonValue | undefined {
  const attempt = (checks: boolean) => {
    const trail = { depth: 0, inside: new Set<string>(), ...ofItself, budget: { left: 5000 }, checks };
    const value = make(schema, synthesis, trail);
    return value === undefined || contradiction(value, schema, synthesis.table) !== null ? undefined : value;
  };
  // Schemas that contradict themselves have no value; what is optional in them is left out, which has to be looked for.
  const value = attempt(false) ?? attempt(true);
  return value === undefined ? undefined : int64Value(value, schema, synthesis.table);
}

/** Where in the value we are. */
interface Trail {
  readonly depth: number;
  /** The component schemas around this place. */
  readonly inside: ReadonlySet<string>;
  /** Properties that a schema around this one, of which it is a part, requires. */
  readonly required: ReadonlySet<string>;
  /** Properties that are not made, unless they are required. */
  readonly avoided: ReadonlySet<string>;
  /** How many more values are made: schemas that fan out would make millions. */
  readonly budget: { left: number };
  /** Whether each optional member and item is checked by itself. */
  readonly checks: boolean;
}

/** What nothing around a value says anything of. */
const ofItself = { required: new Set<string>(), avoided: new Set<string>() };

/** Optional properties are made down to here. */
const optionalDepth = 3;
const maximumDepth = 40;

function make(schema: Schema, synthesis: Synthesis, trail: Trail): JsonValue | undefined {
  const name = referencedName(schema);
  if ((name !== null && trail.inside.has(name)) || trail.depth > maximumDepth || trail.budget.left-- <= 0)
    return undefined;
  const inside = name === null ? trail.inside : new Set([...trail.inside, name]);
  const resolved = dereference(schema, synthesis.table);
  const given = givenValue(resolved, synthesis);
  if (given !== undefined) return given;
  const description = resolved["description"];
  const about = typeof description === "string" ? { ...synthesis, description } : synthesis;
  return makeBySchema(resolved, about, { ...trail, inside });
}

function makeBySchema(schema: Schema, about: Synthesis, trail: Trail): JsonValue | undefined {
  // None of the values that it lists is possible.
  if (schema["const"] !== undefined || isJsonArray(schema["enum"])) return undefined;
  if (isJsonObject(schema["then"]) || isJsonObject(schema["else"])) return makeConditional(schema, about, trail);
  if (["allOf", "anyOf", "oneOf"].some((key) => listOf(schema[key]).length > 0))
    return makeComposed(schema, about, trail);
  const [type] = typesOf(schema);
  if (type === "object" || (type === undefined && objectWords.some((key) => Object.hasOwn(schema, key))))
    return makeObject(schema, about, trail);
  if (type === "array" || (type === undefined && isJsonObject(schema["items"]))) return makeArray(schema, about, trail);
  if (type === "boolean") return true;
  if (type === "integer" || type === "number") return numberFor(schema);
  if (type === "string") return textFor(schema, about);
  if (isJsonObject(schema["not"]) && Object.keys(schema["not"]).length === 0) return undefined;
  if (typesOf(schema).length === 0 && schema["type"] !== undefined) return null;
  return about.asText === true ? textFor(schema, about) : {};
}

/** What a schema without a type says of objects alone. */
const objectWords = ["properties", "required", "additionalProperties", "patternProperties"];

/** What `if` asks with what follows from it, else what follows where it does not hold. */
function makeConditional(schema: Schema, about: Synthesis, trail: Trail): JsonValue | undefined {
  const { if: condition = {}, then: met = {}, else: unmet = {}, ...rest } = schema;
  const withParts = (...parts: readonly JsonValue[]) =>
    makeBySchema({ ...rest, allOf: [...listOf(rest["allOf"]), ...parts] }, about, trail);
  return withParts(condition, met) ?? withParts(unmet);
}

/** Of `oneOf` no second one may fit: what only others require is left out, where that is what makes them fit. */
function makeComposed(schema: Schema, about: Synthesis, trail: Trail): JsonValue | undefined {
  const value = compose(schema, about, trail);
  const alternatives = listOf(schema["oneOf"]).filter(isJsonObject);
  if (!isJsonObject(value) || alternatives.length < 2) return value;
  const fitting = (made: JsonObject) => alternatives.filter((part) => fitsLoosely(made, part, about.table));
  const [chosen, ...others] = fitting(value);
  if (chosen === undefined || others.length === 0) return value;
  const needed = new Set([...trail.required, ...requiredOf(schema, about.table), ...requiredOf(chosen, about.table)]);
  const onlyOthers = others.flatMap((part) => requiredOf(part, about.table)).filter((name) => !needed.has(name));
  const narrower = compose(schema, about, { ...trail, avoided: new Set([...trail.avoided, ...onlyOthers]) });
  return isJsonObject(narrower) && fitting(narrower).length === 1 ? narrower : value;
}

/** All parts of `allOf`, the first possible one of `anyOf` and `oneOf`, and what stands beside them, in one value. */
function compose(schema: Schema, about: Synthesis, trail: Trail): JsonValue | undefined {
  const { allOf, anyOf, oneOf, ...beside } = schema;
  // What one part requires, another may describe.
  const outer = { ...trail, required: new Set([...trail.required, ...requiredOf(schema, about.table)]) };
  const alternatives: JsonValue[] = [];
  const chosen: Schema[] = [];
  for (const parts of [listOf(anyOf), listOf(oneOf)].map((list) => list.filter(isJsonObject))) {
    if (parts.length === 0) continue;
    const found = firstOf(parts, about, outer);
    if (found === undefined) return undefined;
    chosen.push(found.schema);
    alternatives.push(found.value);
  }
  const names = chosen.flatMap((part) => requiredOf(part, about.table));
  const inner = { ...outer, required: new Set([...outer.required, ...names]) };
  const values: (JsonValue | undefined)[] = listOf(allOf)
    .filter(saysSomething)
    .map((part) => make(part, about, inner));
  values.push(...alternatives);
  if (isJsonObject(beside["properties"])) values.push(makeObject(beside, about, inner));
  const made = values.filter((value) => value !== undefined);
  if (made.length < values.length) return undefined;
  const [first] = made;
  if (first === undefined) return makeBySchema(beside, about, trail);
  // Where nothing fits, what is optional is left out, and a list is empty.
  if (!made.every(isJsonObject)) return made.find((value) => contradiction(value, schema, about.table) === null);
  // Two parts may say something of one property: one of the two says more, or each of some.
  const fits = (value: JsonObject) => contradiction(value, schema, about.table) === null;
  const simple = [made, made.toReversed()].map((objects) => jsonObject(objects.flatMap(Object.entries<JsonValue>)));
  return simple.find(fits) ?? [withSharedMembers(made, schema, about, trail)].find(fits);
}

/** The names that a schema and the parts of its `allOf` require. */
function requiredOf(schema: Schema, table: SchemaTable): readonly string[] {
  return [...partsOf(schema, table, ["allOf"])].flatMap((part) => textsOf(part["required"]));
}

/** Whether an object has all that a schema requires, and nothing that contradicts what is said of its properties. */
function fitsLoosely(value: JsonObject, schema: Schema, table: SchemaTable): boolean {
  const parts = partsOf(schema, table, ["allOf"]);
  return (
    requiredOf(schema, table).every((name) => Object.hasOwn(value, name)) &&
    Object.entries(value).every(([name, inner]) =>
      memberSchemas(name, parts).every((said) => contradiction(inner, said, table) === null),
    )
  );
}

/** Objects in one; of a member that several have, the value that fits all that is said of it, or a new one. */
function withSharedMembers(objects: readonly JsonObject[], schema: Schema, about: Synthesis, trail: Trail): JsonObject {
  const inner = { ...trail, depth: trail.depth + 1, ...ofItself };
  const parts = partsOf(schema, about.table, ["allOf"]);
  const members = new Map<string, JsonValue[]>();
  for (const [name, value] of objects.flatMap(Object.entries<JsonValue>))
    members.set(name, [...(members.get(name) ?? []), value]);
  const merged = [...members].map(([name, values]) => {
    const [first = null, ...others] = values;
    if (others.length === 0) return [name, first] as const;
    const all = { allOf: memberSchemas(name, parts) };
    const fitting = values.find((value) => contradiction(value, all, about.table) === null);
    return [name, fitting ?? make(all, { ...about, name, description: null }, inner) ?? first] as const;
  });
  return jsonObject(merged);
}

interface Alternative {
  readonly schema: Schema;
  readonly value: JsonValue;
}

/** The first schema that has a value, and the value; null only where there is nothing else. */
function firstOf(schemas: readonly Schema[], about: Synthesis, trail: Trail): Alternative | undefined {
  for (const schema of [...schemas.filter(({ type }) => type !== "null"), ...schemas]) {
    // What only requires says nothing of what it requires: others do.
    const onlyRequires = Object.hasOwn(schema, "required") && !saysSomething(schema);
    const value = onlyRequires ? {} : make(schema, about, trail);
    if (value !== undefined) return { schema, value };
  }
  return undefined;
}

function makeObject(schema: Schema, about: Synthesis, trail: Trail): JsonValue | undefined {
  const properties = propertiesOf(schema);
  const required = new Set([...trail.required, ...textsOf(schema["required"])]);
  const avoided = new Set([...trail.avoided, ...textsOf(isJsonObject(schema["not"]) ? schema["not"]["required"] : [])]);
  const entries: (readonly [string, JsonValue])[] = [];
  for (const [name, property] of Object.entries(properties)) {
    const isWanted = required.has(name) || (trail.depth < optionalDepth && !avoided.has(name));
    if (!isJsonObject(property) || !isWanted) continue;
    const inner = { ...trail, depth: trail.depth + 1, ...ofItself };
    const value = make(property, { ...about, name, description: null }, inner);
    const isWrong = value === undefined || (trail.checks && contradiction(value, property, about.table) !== null);
    if (!isWrong) entries.push([name, value]);
    else if (required.has(name)) return undefined;
  }
  return jsonObject(entries);
}

/** The properties that a schema describes; where it takes any, also those that it requires without describing them. */
function propertiesOf(schema: Schema): Schema {
  const described = isJsonObject(schema["properties"]) ? schema["properties"] : {};
  const additional = schema["additionalProperties"];
  const isOpen = additional === true || isJsonObject(additional) || Object.keys(described).length === 0;
  if (!isOpen || additional === false) return described;
  const others = textsOf(schema["required"]).filter((name) => !Object.hasOwn(described, name));
  const value = isJsonObject(additional) ? additional : {};
  return jsonObject<JsonValue>([...Object.entries(described), ...others.map((name) => [name, value] as const)]);
}

function makeArray(schema: Schema, about: Synthesis, trail: Trail): JsonValue | undefined {
  const inner = { ...trail, depth: trail.depth + 1, ...ofItself };
  const tuple = listOf(schema["prefixItems"]).filter(isJsonObject);
  if (tuple.length > 0) {
    const values = tuple.map((item) => make(item, about, inner)).filter((value) => value !== undefined);
    return values.length === tuple.length ? values : undefined;
  }
  const items = schema["items"];
  const value = isJsonObject(items) ? make(items, about, inner) : undefined;
  const isWrong =
    value === undefined || (trail.checks && isJsonObject(items) && contradiction(value, items, about.table) !== null);
  return isWrong || schema["maxItems"] === 0 ? [] : [value];
}

/** False for the parts of an `allOf` that only describe. */
function saysSomething(part: JsonValue): part is JsonObject {
  const prose = new Set([
    "title",
    "description",
    "deprecated",
    "externalDocs",
    "example",
    "examples",
    "default",
    "required",
  ]);
  return isJsonObject(part) && Object.keys(part).some((key) => !prose.has(key) && !key.startsWith("x-"));
}

/** What the schema itself gives: const, example, default, first of the enum; whichever of them fits it. */
function givenValue(schema: Schema, { table, accepts = () => true }: Synthesis): JsonValue | undefined {
  const candidates = [
    schema["const"],
    schema["example"],
    ...listOf(schema["examples"]).slice(0, 1),
    schema["default"],
    ...listOf(schema["enum"]),
  ];
  const present = candidates.filter((value) => value !== undefined);
  // Null says little, where there is something else.
  const ordered = [...present.filter((value) => value !== null), ...(allowsOnlyNull(schema) ? [null] : [])];
  return ordered.find((value) => accepts(value) && contradiction(value, schema, table) === null);
}

function allowsOnlyNull(schema: Schema): boolean {
  return schema["const"] === null || listOf(schema["enum"]).includes(null);
}

function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  return isJsonArray(value) ? value : [];
}

function textsOf(value: JsonValue | undefined): readonly string[] {
  return listOf(value).filter((item) => typeof item === "string");
}
