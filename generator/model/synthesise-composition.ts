/** Values of schemas that are made of others: all parts of `allOf`, one of `anyOf` and `oneOf`, and conditions. */
import { isJsonObject, type JsonObject, type JsonValue, jsonObject } from "../document/json.js";
import type { Schema } from "../document/normal-document.js";
import { contradiction } from "./conforms.js";
import { isConstraint } from "./find-violations.js";
import { negations } from "./negations.js";
import { essentialSchema, memberSchemas, partsOf, type SchemaTable } from "./schema-shape.js";
import { makeObject } from "./synthesise-object.js";
import { isValid, listOf, ofItself, type Synthesis, textsOf, type Trail } from "./synthesis.js";

/** What `if` asks with what follows from it, else what follows where it does not hold. */
export function makeConditional(schema: Schema, about: Synthesis, trail: Trail): JsonValue | undefined {
  const { if: condition = {}, then: met = {}, else: unmet = {}, ...rest } = schema;
  const fits = (value: JsonValue | undefined) => value !== undefined && isValid(value, schema, about.table);
  const withParts = (...parts: readonly JsonValue[]) =>
    trail.make({ ...rest, allOf: [...listOf(rest["allOf"]), ...parts] }, about, trail);
  const holding = withParts(condition, met);
  if (trail.checks ? fits(holding) : holding !== undefined) return holding;
  const other = withParts(unmet);
  if (!trail.checks || fits(other)) return other ?? holding;
  for (const negation of isJsonObject(condition) ? negations(condition, about.table).slice(0, mostAlternatives) : []) {
    const made = withParts(negation, unmet);
    if (fits(made)) return made;
  }
  return other ?? holding;
}

/** So many alternatives are tried. */
const mostAlternatives = 16;

/** Where values are checked, the first alternative whose value fits the whole schema. */
export function makeComposed(schema: Schema, about: Synthesis, trail: Trail): JsonValue | undefined {
  const value = makeOne(schema, about, trail);
  if (isDoubtful(value, schema, about.table)) trail.doubt.any = true;
  if (!trail.checks || (value !== undefined && isValid(value, schema, about.table))) return value;
  const { anyOf, oneOf, ...others } = schema;
  const pairs = [listOf(anyOf), listOf(oneOf)].map((parts) => (parts.length === 0 ? [null] : parts));
  const [any = [], one = []] = pairs;
  const choices = any.flatMap((first) => one.map((second) => [first, second].filter((part) => part !== null)));
  if (choices.every((chosen) => chosen.length === 0)) return value;
  for (const chosen of choices.slice(0, mostAlternatives)) {
    const made = trail.make({ ...others, allOf: [...listOf(others["allOf"]), ...chosen] }, about, trail);
    if (made !== undefined && isValid(made, schema, about.table)) return made;
  }
  return value;
}

/** Whether a value that is made of parts may break what one of them asks for. */
function isDoubtful(value: JsonValue | undefined, schema: Schema, table: SchemaTable): boolean {
  const { allOf, anyOf, oneOf, ...beside } = schema;
  const all = listOf(allOf).filter(isJsonObject);
  const one = listOf(oneOf).filter(isJsonObject);
  const isAlone = [all.length, listOf(anyOf).length, one.length].filter((count) => count > 0).length === 1;
  if (one.length > 1 && !haveDistinctTypes(one, table)) return true;
  if (Object.keys(beside).some(isConstraint)) return true;
  if (isJsonObject(value) && textsOf(beside["required"]).some((name) => !Object.hasOwn(value, name))) return true;
  if (isAlone && all.length < 2 && !isJsonObject(beside["properties"])) return false;
  // Parts of one object: each asks for its own, unless it says something of all others, or of the same.
  if (!isJsonObject(value) || one.length + listOf(anyOf).length > 0) return true;
  const parts = [beside, ...all].flatMap((part) => [...partsOf(part, table)]);
  const names = parts.flatMap(({ properties }) => Object.keys(isJsonObject(properties) ? properties : {}));
  const isClosed = parts.some(({ additionalProperties: more }) => more !== undefined && more !== true);
  const isComposed = parts.some((part) => listOf(part["oneOf"]).length + listOf(part["anyOf"]).length > 0);
  const required = parts.flatMap((part) => textsOf(part["required"]));
  return (
    isClosed || isComposed || new Set(names).size < names.length || required.some((name) => !Object.hasOwn(value, name))
  );
}

/** Whether no value can fit two of the schemas: their types are others. */
function haveDistinctTypes(schemas: readonly Schema[], table: SchemaTable): boolean {
  const types = schemas.map((schema) => {
    const { type } = essentialSchema(schema, table);
    return typeof type === "string" ? [type] : textsOf(type);
  });
  // An integer is a number.
  const all = types.flat().map((type) => (type === "integer" ? "number" : type));
  return types.every((own) => own.length > 0) && new Set(all).size === all.length;
}

/** Of `oneOf` no second one may fit: what only others require is left out, where that is what makes them fit. */
function makeOne(schema: Schema, about: Synthesis, trail: Trail): JsonValue | undefined {
  const value = withRequired(compose(schema, about, { ...trail, isPart: true }), schema, about, trail);
  const alternatives = listOf(schema["oneOf"]).filter(isJsonObject);
  if (!isJsonObject(value) || alternatives.length < 2) return value;
  const fitting = (made: JsonObject) => alternatives.filter((part) => fitsLoosely(made, part, about.table));
  const [chosen, ...others] = fitting(value);
  if (chosen === undefined || others.length === 0) return value;
  const needed = new Set([...trail.required, ...requiredOf(schema, about.table), ...requiredOf(chosen, about.table)]);
  const onlyOthers = others.flatMap((part) => requiredOf(part, about.table)).filter((name) => !needed.has(name));
  const narrower = compose(schema, about, {
    ...trail,
    isPart: true,
    avoided: new Set([...trail.avoided, ...onlyOthers]),
  });
  return isJsonObject(narrower) && fitting(narrower).length === 1
    ? withRequired(narrower, schema, about, trail)
    : value;
}

/** With what the parts require and none of them describes. */
function withRequired(
  value: JsonValue | undefined,
  schema: Schema,
  about: Synthesis,
  trail: Trail,
): JsonValue | undefined {
  if (!isJsonObject(value) || trail.isPart || about.excess !== true) return value;
  const missing = requiredOf(schema, about.table).filter((name) => !Object.hasOwn(value, name));
  if (missing.length === 0) return value;
  const inner = { ...trail, depth: trail.depth + 1, ...ofItself };
  // Another alternative may describe it: then so does the type.
  const described = (name: string) => memberSchemas(name, partsOf(schema, about.table))[0] ?? {};
  const others = missing.map((name) => {
    return [name, trail.make(described(name), { ...about, name, description: null }, inner) ?? null] as const;
  });
  const more = jsonObject<JsonValue>([...Object.entries(value), ...others]);
  return contradiction(more, schema, about.table, "is-fine") === null ? more : value;
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
  const saying = listOf(allOf).filter(saysSomething);
  const values: (JsonValue | undefined)[] = saying.map((part) => trail.make(part, about, inner));
  values.push(...alternatives);
  if (isJsonObject(beside["properties"])) values.push(makeObject(beside, about, inner));
  const made = values.filter((value) => value !== undefined);
  if (made.length < values.length) return undefined;
  const [first] = made;
  if (first === undefined) return trail.make(beside, about, trail);
  const excess = about.excess === true ? "is-fine" : "counts";
  const fits = (value: JsonValue) => contradiction(value, schema, about.table, excess) === null;
  if (!made.every(isJsonObject)) {
    // Where nothing fits, what is optional is left out, and a list is empty.
    const fitting = made.filter(fits);
    if (!trail.checks && fitting.length > 0) return fitting[0];
    return fitting.find((value) => isValid(value, schema, about.table)) ?? fitting[0];
  }
  // What is in one part alone fits, or is found out of at the end.
  if (!trail.checks && !shareMembers(made)) return jsonObject(made.flatMap(Object.entries<JsonValue>));
  // Two parts may say something of one property: one of the two says more, or each of some.
  const simple = [made, made.toReversed()].map((objects) => jsonObject(objects.flatMap(Object.entries<JsonValue>)));
  return simple.find(fits) ?? [withSharedMembers(made, schema, about, trail)].find(fits);
}

function shareMembers(objects: readonly JsonObject[]): boolean {
  const names = objects.flatMap((object) => Object.keys(object));
  return new Set(names).size < names.length;
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
    return [name, fitting ?? trail.make(all, { ...about, name, description: null }, inner) ?? first] as const;
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
    const value = onlyRequires ? {} : trail.make(schema, about, trail);
    if (value !== undefined) return { schema, value };
  }
  return undefined;
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
