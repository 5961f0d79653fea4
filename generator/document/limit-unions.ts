/**
 * An `allOf` of many unions is, to TypeScript, the union of all their combinations: beyond 100,000 it gives up. Here the
 * unions that lead there say nothing.
 */
import type { Diagnostics, Origin } from "../diagnostics.js";
import { isJsonArray, isJsonObject, type JsonValue } from "./json.js";
import { appendToken } from "./json-pointer.js";
import { mapSubschemas } from "./map-subschemas.js";
import type { NormalSchema, Schema } from "./normal-document.js";
import { referencedName } from "./referenced-name.js";

/** Fewer than TypeScript takes, more than anybody means. */
const maximumCombinations = 10_000;

/**
 * A walk that leaves parts of `allOf` out of schemas that have too many combinations, with a warning at the keyword.
 * @param schemas those that may be referred to
 * @returns for a schema and its place: the schema, with what is in it
 */
export function createUnionLimit(
  schemas: readonly NormalSchema[],
  diagnostics: Diagnostics,
): (schema: Schema, origin: Origin) => Schema {
  const counter = createCounter(schemas);
  const limit = (schema: Schema, { uri, pointer }: Origin): Schema => {
    const inner = mapSubschemas(schema, (child, keys) =>
      limit(child, { uri, pointer: keys.reduce(appendToken, pointer) }),
    );
    const parts = inner["allOf"];
    if (!isJsonArray(parts) || counter(schema) <= maximumCombinations) return inner;
    let product = 1;
    const kept = parts.map((part): JsonValue => {
      const next = product * counter(part);
      if (next > maximumCombinations) return {};
      product = next;
      return part;
    });
    const place = { uri, pointer: appendToken(pointer, "allOf") };
    diagnostics.add("schema-too-many-combinations", place, { limit: maximumCombinations });
    return { ...inner, allOf: kept };
  };
  return limit;
}

/** Counts the alternatives that a schema comes to; one inside of itself counts as one. */
function createCounter(schemas: readonly NormalSchema[]): (schema: JsonValue) => number {
  const bodies = new Map(schemas.map(({ name, schema }) => [name, schema]));
  const known = new Map<string, number>();
  const count = (schema: JsonValue): number => {
    const name = referencedName(schema);
    if (name !== null) return countNamed(name);
    if (!isJsonObject(schema)) return 1;
    const unions = [schema["anyOf"], schema["oneOf"]].map((parts) => sum(partsOf(parts).map(count)));
    const all = partsOf(schema["allOf"]).map(count);
    return [...unions, ...all].reduce(
      (product, each) => Math.min(product * Math.max(each, 1), Number.MAX_SAFE_INTEGER),
      1,
    );
  };
  const countNamed = (name: string): number => {
    const before = known.get(name);
    if (before !== undefined) return before;
    known.set(name, 1);
    const found = count(bodies.get(name) ?? {});
    known.set(name, found);
    return found;
  };
  return count;
}

function partsOf(parts: Schema[string] | undefined): readonly JsonValue[] {
  return isJsonArray(parts) ? parts : [];
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, each) => total + each, 0);
}
