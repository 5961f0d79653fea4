/**
 * An `allOf` of many unions is, to TypeScript, the union of all their combinations: beyond 100,000 it gives up. Here the
 * unions that lead there say nothing.
 */
import type { Diagnostics } from "../diagnostics.js";
import { isJsonArray, isJsonObject, type JsonValue } from "./json.js";
import { appendToken } from "./json-pointer.js";
import type { NormalSchema, Schema } from "./normal-document.js";
import { referencedName } from "./referenced-name.js";

/** Fewer than TypeScript takes, more than anybody means. */
const maximumCombinations = 10_000;

/** Leaves parts of `allOf` out of schemas that have too many combinations, with a warning at the keyword. */
export function limitUnions(schemas: readonly NormalSchema[], diagnostics: Diagnostics): readonly NormalSchema[] {
  const counter = createCounter(schemas);
  return schemas.map((entry) => {
    const parts = entry.schema["allOf"];
    if (!isJsonArray(parts) || counter(entry.schema) <= maximumCombinations) return entry;
    let product = 1;
    const kept = parts.map((part): JsonValue => {
      const next = product * counter(part);
      if (next > maximumCombinations) return {};
      product = next;
      return part;
    });
    const place = { uri: entry.origin.uri, pointer: appendToken(entry.origin.pointer, "allOf") };
    diagnostics.add("schema-too-many-combinations", place, { name: entry.name, limit: maximumCombinations });
    return { ...entry, schema: { ...entry.schema, allOf: kept } };
  });
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
