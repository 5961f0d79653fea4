/** Ways to break a value that its schema forbids, as far as the schema says so plainly. Another judge says whether they do. */
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../../generator/document/json.js";
import type { Schema } from "../../generator/document/normal-document.js";
import { referencedName } from "../../generator/document/referenced-name.js";
import type { SchemaTable } from "../../generator/model/schema-shape.js";

export interface Mutation {
  /** What was done: `no required property`. */
  readonly kind: string;
  readonly path: readonly (string | number)[];
  /** The whole value, changed. */
  readonly value: unknown;
}

/** How deep a value is looked into. */
const deepest = 5;

/**
 * Breaks a value in one place at a time, by what its schemas say of it.
 * @param value of JSON, which stays as it is
 */
export function mutateValue(value: unknown, schema: Schema, table: SchemaTable): readonly Mutation[] {
  if (!isJson(value)) return [];
  return [...schemasOf(schema, table, 0)].flatMap((each) => mutationsOf(value, each, table, []));
}

function isJson(value: unknown): value is JsonValue {
  return value !== undefined;
}

/** A schema and those that must hold beside it. */
function schemasOf(schema: JsonValue, table: SchemaTable, depth: number): readonly JsonObject[] {
  if (!isJsonObject(schema) || depth > 20) return [];
  const name = referencedName(schema);
  const target = name === null ? undefined : table.get(name);
  const all = schema["allOf"];
  const others = [...(target === undefined ? [] : [target]), ...(isJsonArray(all) ? all : [])];
  return [schema, ...others.flatMap((other) => schemasOf(other, table, depth + 1))];
}

function mutationsOf(
  value: JsonValue,
  schema: JsonObject,
  table: SchemaTable,
  path: readonly (string | number)[],
): readonly Mutation[] {
  if (path.length > deepest) return [];
  const own = [
    ...typeFaults(schema),
    ...(typeof value === "string" ? textFaults(value, schema) : []),
    ...(typeof value === "number" ? numberFaults(schema) : []),
    ...(isJsonArray(value) ? listFaults(value, schema) : []),
    ...(isJsonObject(value) ? objectFaults(value, schema) : []),
  ].map(([kind, changed]): Mutation => ({ kind, path, value: changed }));
  return [...own, ...below(value, schema, table, path)];
}

/** What is broken inside, within the whole. */
function below(
  value: JsonValue,
  schema: JsonObject,
  table: SchemaTable,
  path: readonly (string | number)[],
): readonly Mutation[] {
  if (isJsonArray(value)) {
    const [first] = value;
    if (first === undefined) return [];
    return schemasOf(schema["items"] ?? true, table, 0)
      .flatMap((each) => mutationsOf(first, each, table, [...path, 0]))
      .map((mutation) => ({ ...mutation, value: [mutation.value, ...value.slice(1)] }));
  }
  const properties = schema["properties"];
  if (!isJsonObject(value) || !isJsonObject(properties)) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    (Object.hasOwn(properties, name) ? schemasOf(properties[name] ?? true, table, 0) : [])
      .flatMap((each) => mutationsOf(member, each, table, [...path, name]))
      .map((mutation) => ({ ...mutation, value: { ...value, [name]: mutation.value } })),
  );
}

type Fault = readonly [kind: string, value: unknown];

function typeFaults({ type, enum: values, const: only }: JsonObject): readonly Fault[] {
  const faults: Fault[] = [];
  const types = typeof type === "string" ? [type] : isJsonArray(type) ? type : [];
  if (types.length > 0) {
    for (const [name, other] of [
      ["object", { unexpected: true }],
      ["string", "no-such-text"],
      ["boolean", true],
      ["array", ["unexpected"]],
      ["null", null],
      ["number", 1.5],
    ] as const)
      if (!types.includes(name)) faults.push([`wrong type (${name})`, other]);
  }
  if (isJsonArray(values)) faults.push(["not in its enum", "no-such-value"], ["not in its enum (number)", 987654]);
  if (only !== undefined) faults.push(["not its const", "no-such-value"]);
  return faults;
}

function textFaults(value: string, { minLength, maxLength, pattern, format }: JsonObject): readonly Fault[] {
  const faults: Fault[] = [];
  if (typeof minLength === "number" && minLength > 0) {
    faults.push([
      "too short",
      Array.from(value)
        .slice(0, minLength - 1)
        .join(""),
    ]);
    // As many code units, and fewer characters.
    if (minLength > 1) faults.push(["too short (pairs)", "👩".repeat(minLength - 1)]);
  }
  if (typeof maxLength === "number" && maxLength < 100_000)
    faults.push(["too long", "x".repeat(maxLength + 1)], ["as long as may be (pairs)", "👩".repeat(maxLength)]);
  if (typeof pattern === "string")
    faults.push(
      ["not its pattern", `\u0000 ${value} \u0000`],
      ["not its pattern (empty)", ""],
      ["not its pattern (lines)", `${value}\n`],
    );
  if (typeof format === "string")
    faults.push(["not its format", "no such format"], ["not its format (blank)", `${value} `]);
  return faults;
}

function numberFaults(schema: JsonObject): readonly Fault[] {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, format } = schema;
  const faults: Fault[] = [];
  if (typeof minimum === "number") faults.push(["too small", minimum - 1], ["a little too small", minimum - 0.5]);
  if (typeof maximum === "number") faults.push(["too large", maximum + 1], ["as large as may be", maximum]);
  if (typeof exclusiveMinimum === "number") faults.push(["too small (exclusive)", exclusiveMinimum]);
  if (typeof exclusiveMaximum === "number") faults.push(["too large (exclusive)", exclusiveMaximum]);
  if (typeof multipleOf === "number") faults.push(["no multiple", multipleOf * 1.5]);
  // Of int64, Ajv only asks for an integer; ours has its bounds.
  if (typeof format === "string") faults.push(["out of its format", 2 ** 40], ["no integer of its format", 0.25]);
  return faults;
}

function listFaults(value: readonly JsonValue[], { minItems, maxItems, uniqueItems }: JsonObject): readonly Fault[] {
  const [first = null] = value;
  const faults: Fault[] = [];
  if (typeof minItems === "number" && minItems > 0) faults.push(["too few items", value.slice(0, minItems - 1)]);
  if (typeof maxItems === "number" && maxItems < 10_000)
    faults.push(["too many items", Array.from({ length: maxItems + 1 }, (_, index) => value[index] ?? first)]);
  if (uniqueItems === true && value.length > 0) faults.push(["equal items", [...value, reversed(first)]]);
  return faults;
}

/** The same object with its properties in another order. */
function reversed(value: JsonValue): unknown {
  return isJsonObject(value) ? Object.fromEntries(Object.entries(value).reverse()) : value;
}

function objectFaults(value: JsonObject, schema: JsonObject): readonly Fault[] {
  const { required, additionalProperties, minProperties, maxProperties } = schema;
  const without = (name: string) => Object.fromEntries(Object.entries(value).filter(([other]) => other !== name));
  const faults: Fault[] = [];
  for (const name of isJsonArray(required) ? required : [])
    if (typeof name === "string" && Object.hasOwn(value, name)) faults.push(["no required property", without(name)]);
  if (additionalProperties !== undefined && additionalProperties !== true)
    faults.push(["another property", { ...value, no_such_property: [[1]] }]);
  faults.push(["a property called __proto__", Object.fromEntries([...Object.entries(value), ["__proto__", "text"]])]);
  if (typeof minProperties === "number" && minProperties > 0) faults.push(["too few properties", {}]);
  if (typeof maxProperties === "number" && maxProperties < 1000)
    faults.push([
      "too many properties",
      { ...value, ...Object.fromEntries(Array.from({ length: maxProperties + 1 }, (_, index) => [`more${index}`, 1])) },
    ]);
  return faults;
}
