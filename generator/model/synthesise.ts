/**
 * Values where the document has no example: deterministic, shaped by the schema, and readable, since people will see
 * them in fixtures. Each depends on its own schema and name alone, so that adding a field changes no other value.
 */
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue, jsonObject } from "../document/json.js";
import type { Schema } from "../document/normal-document.js";
import { contradiction } from "./conforms.js";
import { referencedName } from "../document/referenced-name.js";
import { dereference, memberSchemas, partsOf, type SchemaTable, typesOf } from "./schema-shape.js";

export interface Synthesis {
  readonly table: SchemaTable;
  /** The name of the field or parameter that the value is for; it says more than the schema, often. */
  readonly name: string;
  readonly description: string | null;
  /** False for scalars that cannot be used; such a value is not taken where the schema gives another. */
  readonly accepts?: (value: JsonValue) => boolean;
}

/**
 * A value for a schema. A component schema is not put into itself: where that is not avoided by leaving out a property or
 * an item, there is no value.
 * @returns undefined where there is none
 */
export function synthesise(schema: Schema, synthesis: Synthesis): JsonValue | undefined {
  const value = make(schema, synthesis, { depth: 0, inside: new Set(), required: new Set(), budget: { left: 5000 } });
  // Schemas that contradict themselves have no value.
  return value === undefined || contradiction(value, schema, synthesis.table) !== null ? undefined : value;
}

/** Where in the value we are. */
interface Trail {
  readonly depth: number;
  /** The component schemas around this place. */
  readonly inside: ReadonlySet<string>;
  /** Properties that a schema around this one, of which it is a part, requires. */
  readonly required: ReadonlySet<string>;
  /** How many more values are made: schemas that fan out would make millions. */
  readonly budget: { left: number };
}

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
  if (["allOf", "anyOf", "oneOf"].some((key) => listOf(schema[key]).length > 0))
    return makeComposed(schema, about, trail);
  const [type] = typesOf(schema);
  if (type === "object" || (type === undefined && isJsonObject(schema["properties"])))
    return makeObject(schema, about, trail);
  if (type === "array" || (type === undefined && isJsonObject(schema["items"]))) return makeArray(schema, about, trail);
  if (type === "boolean") return true;
  if (type === "integer" || type === "number") return numberFor(schema);
  if (type === "string") return textFor(schema, about);
  if (isJsonObject(schema["not"]) && Object.keys(schema["not"]).length === 0) return undefined;
  return typesOf(schema).length === 0 && schema["type"] !== undefined ? null : {};
}

/** All parts of `allOf`, the first possible one of `anyOf` and `oneOf`, and what stands beside them, in one value. */
function makeComposed(schema: Schema, about: Synthesis, trail: Trail): JsonValue | undefined {
  const { allOf, anyOf, oneOf, ...beside } = schema;
  // What one part requires, another may describe.
  const parts = [...partsOf(schema, about.table, ["allOf"])];
  const required = new Set([...trail.required, ...parts.flatMap((part) => textsOf(part["required"]))]);
  const inner = { ...trail, required };
  const values: (JsonValue | undefined)[] = listOf(allOf)
    .filter(saysSomething)
    .map((part) => make(part, about, inner));
  for (const alternatives of [listOf(anyOf), listOf(oneOf)].map((parts) => parts.filter(isJsonObject))) {
    if (alternatives.length > 0) values.push(firstOf(alternatives, about, inner));
  }
  if (isJsonObject(beside["properties"])) values.push(makeObject(beside, about, inner));
  const made = values.filter((value) => value !== undefined);
  if (made.length < values.length) return undefined;
  const [first] = made;
  if (first === undefined) return makeBySchema(beside, about, trail);
  if (!made.every(isJsonObject))
    return made.find((value) => contradiction(value, schema, about.table) === null) ?? first;
  // Two parts may say something of one property: one of the two says more, or each of some.
  const fits = (value: JsonObject) => contradiction(value, schema, about.table) === null;
  const simple = [made, made.toReversed()].map((objects) => jsonObject(objects.flatMap(Object.entries<JsonValue>)));
  return simple.find(fits) ?? [withSharedMembers(made, schema, about, trail)].find(fits) ?? first;
}

/** Objects in one; of a member that several have, the value that fits all that is said of it, or a new one. */
function withSharedMembers(objects: readonly JsonObject[], schema: Schema, about: Synthesis, trail: Trail): JsonObject {
  const inner = { ...trail, depth: trail.depth + 1, required: new Set<string>() };
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

function firstOf(schemas: readonly Schema[], about: Synthesis, trail: Trail): JsonValue | undefined {
  for (const schema of [...schemas.filter(({ type }) => type !== "null"), ...schemas]) {
    const value = make(schema, about, trail);
    if (value !== undefined) return value;
  }
  return undefined;
}

function makeObject(schema: Schema, about: Synthesis, trail: Trail): JsonValue | undefined {
  const properties = propertiesOf(schema);
  const required = new Set([...trail.required, ...textsOf(schema["required"])]);
  const entries: (readonly [string, JsonValue])[] = [];
  for (const [name, property] of Object.entries(properties)) {
    if (!isJsonObject(property) || (trail.depth >= optionalDepth && !required.has(name))) continue;
    const inner = { ...trail, depth: trail.depth + 1, required: new Set<string>() };
    const value = make(property, { ...about, name, description: null }, inner);
    if (value !== undefined) entries.push([name, value]);
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
  const inner = { ...trail, depth: trail.depth + 1, required: new Set<string>() };
  const tuple = listOf(schema["prefixItems"]).filter(isJsonObject);
  if (tuple.length > 0) {
    const values = tuple.map((item) => make(item, about, inner)).filter((value) => value !== undefined);
    return values.length === tuple.length ? values : undefined;
  }
  const items = schema["items"];
  const value = isJsonObject(items) ? make(items, about, inner) : undefined;
  return value === undefined || schema["maxItems"] === 0 ? [] : [value];
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

function numberFor(schema: Schema): number {
  const bound = (key: string) => (typeof schema[key] === "number" ? schema[key] : undefined);
  const lowest = bound("minimum") ?? (bound("exclusiveMinimum") ?? 0) + 1;
  const highest = bound("maximum") ?? Number.POSITIVE_INFINITY;
  const step = bound("multipleOf") ?? 1;
  return Math.min(Math.ceil(lowest / step) * step, highest);
}

const formats: Readonly<Record<string, string>> = {
  "date-time": "2024-01-02T03:04:05Z",
  date: "2024-01-02",
  time: "03:04:05Z",
  duration: "P1D",
  email: "ada@example.com",
  "idn-email": "ada@example.com",
  hostname: "example.com",
  ipv4: "192.0.2.1",
  ipv6: "2001:db8::1",
  uri: "https://example.com/",
  "uri-reference": "/example",
  iri: "https://example.com/",
  uuid: "123e4567-e89b-42d3-a456-426614174000",
  byte: "ZXhlbXBsYXI=",
};

/** What a field's name promises, most telling first. Each is tried on the name's words joined by `_`. */
const names: readonly (readonly [RegExp, string])[] = [
  [/e?mail(_address)?$/, "ada@example.com"],
  [/first_?name$|given_?name$/, "Ada"],
  [/last_?name$|surname$|family_?name$/, "Lovelace"],
  [/^(user|display|full)_?name$/, "Ada Lovelace"],
  [/passw(or)?d$/, "correct horse battery staple"],
  [/(phone|mobile|fax)(_?(number|no))?$/, "+1 555 0100"],
  [/(^|_)(zip|zip_?code|postal_?code|postcode)$/, "12345"],
  [/(^|_)country(_?code)?$/, "US"],
  [/(^|_)(state|province|region)$/, "CA"],
  [/(^|_)(city|town)$/, "San Jose"],
  [/(^|_)(address|street)(_?(line)?_?1)?$/, "1 Example Street"],
  [/(^|_)(apt|apartment|suite)$/, "Apt 2"],
  [/(^|_)currency(_?code)?$/, "USD"],
  [/(^|_)(lang|language|locale)(_?code)?$/, "en"],
  [/(^|_)time_?zone$/, "UTC"],
  [/(^|_)(url|uri|link|website)$/, "https://example.com/"],
  [/(^|_)domains?$/, "example.com"],
  [/(^|_)date$/, "2024-01-02"],
  [/_at$|(^|_)(time|timestamp|datetime)$/, "2024-01-02T03:04:05Z"],
  [/^(enable|disable|is|has|allow)_/, "true"],
  [/(^|_)(count|number|size|limit|capacity|amount|quantity)$/, "1"],
];

function textFor(schema: Schema, about: Synthesis): string {
  const format = schema["format"];
  const byFormat = typeof format === "string" && Object.hasOwn(formats, format) ? formats[format] : undefined;
  const words = about.name
    .replace(/([a-z\d])([A-Z])/g, "$1_$2")
    .replace(/[^A-Za-z\d]+/g, "_")
    .toLowerCase();
  const byName = names.find(([pattern]) => pattern.test(words))?.[1];
  return fit(
    byFormat ?? documentedValue(about.description) ?? byName ?? (about.name === "" ? "text" : about.name),
    schema,
  );
}

/** The first value that a description documents: `0 means A, 1 means B` gives `0`, `max of 100` gives `100`. */
function documentedValue(description: string | null): string | undefined {
  return description?.match(/\b(\d+) means\b/)?.[1] ?? description?.match(/\bmax(?:imum)? of (\d+)\b/)?.[1];
}

/** Cut or padded to the length that the schema asks for. */
function fit(text: string, schema: Schema): string {
  const least = typeof schema["minLength"] === "number" ? Math.min(schema["minLength"], 10_000) : 0;
  const most = typeof schema["maxLength"] === "number" ? schema["maxLength"] : Number.POSITIVE_INFINITY;
  return text.padEnd(least, "x").slice(0, Math.max(most, 0));
}
