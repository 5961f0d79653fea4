/** What the parts of an `allOf` say together, as one schema without `allOf`. */
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue, jsonObject, writeJson } from "../document/json.js";
import type { Schema } from "../document/normal-document.js";
import { referencedName } from "../document/referenced-name.js";
import { dereference, type SchemaTable, typesOf } from "./schema-shape.js";

export interface MergedSchema {
  readonly schema: Schema;
  /** The component schemas that were put in. */
  readonly names: readonly string[];
}

/**
 * Where two parts say what has no common keyword, as two patterns, the first of them stays: so what is made of the result
 * has to be judged by the schema itself.
 * @param inside component schemas that are not put in
 * @returns null where the parts allow no value together, and where more than one has alternatives
 */
export function mergeSchemas(schema: Schema, table: SchemaTable, inside: ReadonlySet<string>): MergedSchema | null {
  const gathering: Gathering = { table, inside: new Set(inside), names: [], parts: new Map() };
  if (!gatherParts(schema, gathering)) return null;
  const parts = [...gathering.parts.values()];
  const merged = mergeAll(parts);
  return merged && { schema: withoutExcluded(merged, parts), names: gathering.names };
}

/** What is known while the parts of a schema are gathered. */
interface Gathering {
  readonly table: SchemaTable;
  /** The component schemas around this place. */
  readonly inside: Set<string>;
  readonly names: string[];
  /** Each once: what a part says twice, it says once. */
  readonly parts: Map<Schema, Schema>;
}

/** Gathers a schema and all parts of its `allOf`, each without its own `allOf`; false for a circle. */
function gatherParts(schema: Schema, gathering: Gathering): boolean {
  const { table, inside, names, parts } = gathering;
  const name = referencedName(schema);
  if (name !== null && inside.has(name)) return false;
  const resolved = dereference(schema, table);
  if (parts.has(resolved)) return true;
  const { allOf, ...own } = resolved;
  parts.set(resolved, own);
  if (name !== null) names.push(name);
  if (name !== null) inside.add(name);
  const isFinite = (isJsonArray(allOf) ? allOf.filter(isJsonObject) : []).every((part) => gatherParts(part, gathering));
  if (name !== null) inside.delete(name);
  return isFinite;
}

type Merge = (one: JsonValue, other: JsonValue) => JsonValue | null;

const higher: Merge = (one, other) => (Number(one) >= Number(other) ? one : other);
const lower: Merge = (one, other) => (Number(one) <= Number(other) ? one : other);
const both: Merge = (one, other) => {
  if (one === false || other === false) return false;
  if (!isJsonObject(one) || !isJsonObject(other)) return isJsonObject(one) ? one : other;
  return writeJson(one) === writeJson(other) ? one : { allOf: [one, other] };
};
const bothOfEach: Merge = (one, other) => {
  if (!isJsonObject(one) || !isJsonObject(other)) return one;
  const entries = Object.entries(other).map(([name, said]) => {
    return [name, Object.hasOwn(one, name) ? (both(one[name] ?? true, said) ?? said) : said] as const;
  });
  return jsonObject([...Object.entries(one), ...entries]);
};
const union: Merge = (one, other) => [...new Set([...listOf(one), ...listOf(other)])];
const common: Merge = (one, other) => {
  const allowed = new Set(listOf(other).map(writeJson));
  return listOf(one).filter((value) => allowed.has(writeJson(value)));
};
const commonMultiple: Merge = (one, other) => {
  const [step, unit] = [Number(one), Number(other)];
  for (let count = 1; count <= 1000; count++) if ((step * count) % unit === 0) return step * count;
  return one;
};
/** Only one part may have alternatives: which of them go together is found out one list at a time. */
const neither: Merge = (one, other) => (writeJson(one) === writeJson(other) ? one : null);

const merges: Readonly<Record<string, Merge>> = {
  minimum: higher,
  exclusiveMinimum: higher,
  minLength: higher,
  minItems: higher,
  minProperties: higher,
  minContains: higher,
  maximum: lower,
  exclusiveMaximum: lower,
  maxLength: lower,
  maxItems: lower,
  maxProperties: lower,
  maxContains: lower,
  multipleOf: commonMultiple,
  uniqueItems: (one, other) => one === true || other === true,
  required: union,
  examples: union,
  enum: common,
  items: both,
  additionalProperties: both,
  propertyNames: both,
  contains: both,
  properties: bothOfEach,
  patternProperties: bothOfEach,
  dependentSchemas: bothOfEach,
  not: (one, other) => ({ anyOf: [one, other] }),
  anyOf: neither,
  oneOf: neither,
  if: neither,
  then: neither,
  else: neither,
};

/** A group of many parts is merged first: what all say together is then not copied for each of them. */
const mostTogether = 64;

function mergeAll(parts: readonly Schema[]): Schema | null {
  if (parts.length > mostTogether) {
    const size = Math.max(mostTogether, Math.ceil(parts.length / mostTogether));
    const groups = Array.from({ length: Math.ceil(parts.length / size) }, (_, index) => {
      return mergeAll(parts.slice(index * size, (index + 1) * size));
    });
    return groups.includes(null) ? null : mergeAll(groups.filter((group) => group !== null));
  }
  const [first = {}, ...others] = parts;
  return others.reduce<Schema | null>((all, part) => all && mergeTwo(all, part), first);
}

function mergeTwo(one: Schema, other: Schema): Schema | null {
  const merged = new Map<string, JsonValue>(Object.entries(one));
  for (const [key, value] of Object.entries(other)) {
    const known = merged.get(key);
    const together = known === undefined ? value : (merges[key] ?? ((first) => first))(known, value);
    if (together === null) return null;
    merged.set(key, together);
  }
  const types = commonTypes(one, other);
  if (types !== null && types.length === 0) return null;
  if (types !== null) merged.set("type", types.length === 1 ? (types[0] ?? null) : types);
  return jsonObject([...merged]);
}

/** The types that both allow, null not looked at; null where one of them does not say. */
function commonTypes(one: Schema, other: Schema): readonly string[] | null {
  const [types, others] = [typesOf(one), typesOf(other)];
  if (types.length === 0 || others.length === 0) return null;
  const narrow = (from: readonly string[], by: readonly string[]) =>
    from.filter((type) => by.includes(type) || (type === "integer" && by.includes("number")));
  return [...new Set([...narrow(types, others), ...narrow(others, types)])];
}

/** Without the properties that one part describes and another excludes. */
function withoutExcluded(merged: Schema, parts: readonly Schema[]): Schema {
  const { properties } = merged;
  if (merged["additionalProperties"] !== false || !isJsonObject(properties)) return merged;
  const closed = parts.filter(
    (part) => part["additionalProperties"] === false && !isJsonObject(part["patternProperties"]),
  );
  const isAllowed = (name: string) => closed.every((part) => Object.hasOwn(propertiesOf(part), name));
  return { ...merged, properties: jsonObject(Object.entries(properties).filter(([name]) => isAllowed(name))) };
}

function propertiesOf({ properties }: Schema): JsonObject {
  return isJsonObject(properties) ? properties : {};
}

function listOf(value: JsonValue): readonly JsonValue[] {
  return isJsonArray(value) ? value : [];
}
