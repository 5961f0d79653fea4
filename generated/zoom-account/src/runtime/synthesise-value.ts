/** Values made up at run time: valid for their schema, another each time, the same for the same seed. */
import { fitsSchema } from "./check-schema.js";
import { canonical, firstRepeated, isObject, isOneOf } from "./json-equality.js";
import type { JsonSchema, JsonSchemaObject } from "./json-schema.js";
import { type Random, randomOf } from "./random.js";
import { synthesiseText } from "./synthesise-text.js";

const attempts = 8;

/** A value; undefined where none of a few attempts is valid. */
export function synthesiseValue(schema: JsonSchema, seed: number): unknown {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const random = randomOf(Math.imul(seed, 31) + attempt);
    // The last attempts leave out what may be left out: less can contradict.
    const context = { random, optional: attempt < attempts / 2 ? 0.75 : 0 };
    const value = make(schema, 0, context);
    if (value !== undefined && fitsSchema(schema, value)) return value;
  }
  return undefined;
}

interface Context {
  readonly random: Random;
  /** How likely a property is that may be left out. */
  readonly optional: number;
}

/** From here on, what may be left out is. */
const deep = 5;
/** Nothing that ends is deeper. */
const deepest = 24;

function make(schema: JsonSchema, depth: number, context: Context): unknown {
  if (schema === false || depth > deepest) return undefined;
  const whole = schema === true ? {} : flatten(schema, context.random, 0);
  const { random } = context;
  if (whole.const !== undefined) return whole.const;
  const values = whole.enum;
  if (values !== undefined) return values[random.integer(0, values.length - 1)];
  switch (typeOf(whole, random)) {
    case "object":
      return makeObject(whole, depth, context);
    case "array":
      return makeList(whole, depth, context);
    case "integer":
      return makeNumber(whole, true, random);
    case "number":
      return makeNumber(whole, false, random);
    case "boolean":
      return random.chance(0.5);
    case "null":
      return null;
    default:
      return synthesiseText(whole, random);
  }
}

function typeOf({ type, properties, items, prefixItems, minimum, maximum }: JsonSchemaObject, random: Random): string {
  const types: readonly string[] = type === undefined ? [] : typeof type === "string" ? [type] : type;
  const [first, ...others] = types.filter((each) => each !== "null");
  if (first !== undefined)
    return types.length > 1 + others.length && random.chance(0.1) ? "null" : random.pick([first, ...others]);
  if (types.length > 0) return "null";
  if (properties !== undefined) return "object";
  if (items !== undefined || prefixItems !== undefined) return "array";
  return minimum !== undefined || maximum !== undefined ? "number" : "string";
}

/** One schema of a schema and those that hold beside it, with one of the alternatives chosen. */
function flatten(schema: JsonSchemaObject, random: Random, depth: number): JsonSchemaObject {
  const { $ref, allOf = [], anyOf = [], oneOf = [], ...own } = schema;
  if (depth > deepest) return own;
  const chosen = [anyOf, oneOf].flatMap(([first, ...others]) =>
    first === undefined ? [] : [random.pick([first, ...others])],
  );
  const parts = [...($ref === undefined ? [] : [$ref()]), ...allOf, ...chosen];
  return parts.reduce<JsonSchemaObject>(
    (whole, part) => (typeof part === "boolean" ? whole : join(whole, flatten(part, random, depth + 1))),
    own,
  );
}

function join(a: JsonSchemaObject, b: JsonSchemaObject): JsonSchemaObject {
  const types = sharedTypes(a.type, b.type);
  const required = [...new Set([...(a.required ?? []), ...(b.required ?? [])])];
  const properties = { ...a.properties };
  for (const [name, schema] of Object.entries(b.properties ?? {})) {
    const other = Object.hasOwn(properties, name) ? properties[name] : undefined;
    properties[name] = other === undefined ? schema : { allOf: [other, schema] };
  }
  const values = a.enum?.filter((value) => isOneOf(value, b.enum ?? a.enum ?? [])) ?? b.enum;
  const items = a.items !== undefined && b.items !== undefined ? { allOf: [a.items, b.items] } : (a.items ?? b.items);
  return {
    ...a,
    ...b,
    ...(types !== undefined && { type: types }),
    ...(required.length > 0 && { required }),
    ...(Object.keys(properties).length > 0 && { properties }),
    ...(values !== undefined && { enum: values }),
    ...(items !== undefined && { items }),
    ...most("minLength", a, b, Math.max),
    ...most("maxLength", a, b, Math.min),
    ...most("minItems", a, b, Math.max),
    ...most("maxItems", a, b, Math.min),
  };
}

function most<Key extends "minLength" | "maxLength" | "minItems" | "maxItems">(
  key: Key,
  a: JsonSchemaObject,
  b: JsonSchemaObject,
  choose: (x: number, y: number) => number,
): { readonly [K in Key]?: number } | null {
  const [x, y] = [a[key], b[key]];
  // An object of the one key that it is given.
  return x === undefined || y === undefined ? null : ({ [key]: choose(x, y) } as { readonly [K in Key]?: number });
}

function sharedTypes(a: JsonSchemaObject["type"], b: JsonSchemaObject["type"]): JsonSchemaObject["type"] {
  if (a === undefined || b === undefined) return a ?? b;
  const [ofA, ofB] = [listOf(a), listOf(b)];
  const both = ofA.filter((type) => ofB.includes(type) || (type === "integer" && ofB.includes("number")));
  return [...both, ...(ofA.includes("number") && ofB.includes("integer") ? ["integer"] : [])];
}

function listOf(type: string | readonly string[]): readonly string[] {
  return typeof type === "string" ? [type] : type;
}

function makeObject(schema: JsonSchemaObject, depth: number, context: Context): unknown {
  const { properties = {}, required = [], additionalProperties, minProperties = 0 } = schema;
  const entries: [string, unknown][] = [];
  for (const [name, property] of Object.entries(properties)) {
    const isNeeded = required.includes(name);
    if (!isNeeded && (depth >= deep || !context.random.chance(context.optional))) continue;
    const value = make(property, depth + 1, context);
    if (value !== undefined) entries.push([name, value]);
    else if (isNeeded) return undefined;
  }
  const rest = additionalProperties ?? true;
  for (const name of required) {
    if (Object.hasOwn(properties, name)) continue;
    const value = make(rest, depth + 1, context);
    if (value === undefined) return undefined;
    entries.push([name, value]);
  }
  const isMap = isObject(additionalProperties) && Object.keys(properties).length === 0;
  const count = isMap && depth < deep ? Math.max(minProperties, context.random.integer(0, 2)) : minProperties;
  for (let tries = 0; entries.length < count && tries < count * 2; tries++) {
    const name = synthesiseText(nameSchema(schema), context.random);
    const value = make(rest, depth + 1, context);
    if (value !== undefined && !entries.some(([other]) => other === name)) entries.push([name, value]);
  }
  return Object.fromEntries(entries);
}

function nameSchema({ propertyNames }: JsonSchemaObject): JsonSchemaObject {
  return typeof propertyNames === "object" ? propertyNames : {};
}

function makeList(schema: JsonSchemaObject, depth: number, context: Context): unknown {
  const { prefixItems = [], items = true, minItems = 0, maxItems, uniqueItems } = schema;
  const most = Math.min(maxItems ?? Number.POSITIVE_INFINITY, Math.max(minItems, depth >= deep ? 0 : 3));
  const count = Math.min(context.random.integer(minItems, Math.max(minItems, most)), 200);
  const values: unknown[] = [];
  for (let tries = 0; values.length < count && tries < count * 4; tries++) {
    const value = make(prefixItems[values.length] ?? items, depth + 1, context);
    // An item that cannot be made ends the list, which may be short.
    if (value === undefined) break;
    if (uniqueItems !== true || firstRepeated([...values, value]) === null) values.push(value);
  }
  return values;
}

function makeNumber(schema: JsonSchemaObject, isInteger: boolean, random: Random): unknown {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, int64, format } = schema;
  const step = isInteger ? 1 : 0.01;
  const lower = [minimum, exclusiveMinimum === undefined ? undefined : Number(exclusiveMinimum) + step];
  const upper = [maximum, exclusiveMaximum === undefined ? undefined : Number(exclusiveMaximum) - step];
  const least = Math.max(...lower.map((each) => (each === undefined ? Number.NEGATIVE_INFINITY : Number(each))));
  const most = Math.min(...upper.map((each) => (each === undefined ? Number.POSITIVE_INFINITY : Number(each))));
  const from = Number.isFinite(least) ? least : Math.min(1, Number.isFinite(most) ? most - 100 : 1);
  const to = Number.isFinite(most) ? Math.min(most, from + 100_000) : from + 1000;
  const unit = multipleOf === undefined ? step : Number(multipleOf);
  const [first, last] = [Math.ceil(from / unit), Math.floor(to / unit)];
  // A bound that is no multiple of a hundredth is met by itself.
  const value = first > last ? from : random.integer(first, last) * unit;
  const tidy = isInteger ? Math.round(value) : Number(value.toPrecision(12));
  const isText = int64 === true && format !== undefined;
  return isText ? canonical(tidy) : tidy;
}
