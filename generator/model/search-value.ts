/** Values of schemas whose first value breaks a rule: others are made and judged, until one fits. */
import { isJsonObject, type JsonValue, member } from "../document/json.js";
import type { Schema } from "../document/normal-document.js";
import { mergeSchemas } from "./merge-schemas.js";
import { negations } from "./negations.js";
import { dereference, partsOf, typesOf } from "./schema-shape.js";
import { numberFor } from "./synthesise-number.js";
import { isValid, type Synthesis, textsOf, type Trail } from "./synthesis.js";
import { otherTexts } from "./other-texts.js";

/** So many numbers are tried. */
const mostNumbers = 100;
/** So many ways of not being what is excluded are tried. */
const mostNegations = 8;

type MakePlain = (schema: Schema, about: Synthesis, trail: Trail) => JsonValue | undefined;

/**
 * A value that fits a schema, all keywords considered.
 * @param makePlain makes the first value of a schema that is no reference
 * @returns undefined where none of those that are tried fits
 */
export function searchValue(
  schema: Schema,
  about: Synthesis,
  trail: Trail,
  makePlain: MakePlain,
): JsonValue | undefined {
  if (hopeless.has(schema) || trail.budget.searches-- <= 0) return undefined;
  const fits = (value: JsonValue | undefined) => value !== undefined && isValid(value, schema, about.table);
  const found = variants(schema, about, trail).map(({ whole, inner }) => {
    return { whole, inner, first: makePlain(whole, about, inner) };
  });
  const plain = found.find(({ first }) => fits(first))?.first;
  if (plain !== undefined) return plain;
  for (const { whole, inner, first } of found) {
    const types = typesOf(whole);
    for (const other of othersOf(types.length > 0 ? types : typeOf(first), whole, schema, about, trail, fits))
      if (fits(other)) return other;
    if (types.length > 0) continue;
    const ofTypes = allTypes.map((type) => makePlain({ ...whole, type }, about, inner));
    const other = ofTypes.find(fits);
    if (other !== undefined) return other;
  }
  if (isScalar(schema)) hopeless.add(schema);
  return undefined;
}

/** Schemas of texts and numbers that nothing was found for: that depends on nothing around them. */
const hopeless = new WeakSet<Schema>();

function isScalar(schema: Schema): boolean {
  const types = typesOf(schema);
  return types.length > 0 && types.every((type) => type !== "object" && type !== "array");
}

/** What is tried where the schema names no type. */
const allTypes = ["string", "integer", "boolean", "array", "object", "null"];

interface Variant {
  readonly whole: Schema;
  readonly inner: Trail;
}

/** What the parts of the schema say together; then with what is not what it excludes. */
function variants(schema: Schema, about: Synthesis, trail: Trail): readonly Variant[] {
  const merged = (part: Schema): Variant | null => {
    const found = mergeSchemas(part, about.table, trail.inside);
    return found && { whole: found.schema, inner: { ...trail, inside: new Set([...trail.inside, ...found.names]) } };
  };
  const together = schema["allOf"] === undefined ? { whole: schema, inner: trail } : merged(schema);
  if (together === null) return [];
  const { not } = together.whole;
  const excluded = isJsonObject(not) ? negations(not, about.table).slice(0, mostNegations) : [];
  const others = excluded.map((negation) => merged({ allOf: [together.whole, negation] }));
  return [together, ...others.filter((other) => other !== null)];
}

function typeOf(value: JsonValue | undefined): readonly string[] {
  const type = typeof value;
  return type === "string" || type === "number" ? [type] : [];
}

/** Other values of the types of a schema that are no objects or lists. */
function* othersOf(
  types: readonly string[],
  whole: Schema,
  schema: Schema,
  about: Synthesis,
  trail: Trail,
  fits: (value: JsonValue) => boolean,
): Iterable<JsonValue> {
  const numeric = types.find((type) => type === "integer" || type === "number");
  if (types.includes("string")) {
    const parts = [...partsOf(schema, about.table, ["allOf"])].map((part) => dereference(part, about.table));
    const patterns = new Set(textsOf([whole, ...parts].map((part) => member(part, "pattern") ?? null)));
    yield* otherTexts(whole, [...patterns], about, trail.step, fits);
  }
  if (numeric !== undefined) {
    const ofType = { ...whole, type: numeric };
    for (let more = 0; more < mostNumbers; more++) yield numberFor(ofType, trail.step + more);
    if (numeric === "number") yield Number(numberFor(ofType, trail.step)) + 0.5;
  }
  if (types.includes("boolean")) yield* [true, false];
}
