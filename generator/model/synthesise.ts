/**
 * Values where the document has no example: deterministic, valid, and readable, since people will see them in fixtures.
 * Each depends on its own schema and name alone, so that adding a field changes no other value.
 */
import { isJsonArray, isJsonObject, type JsonValue } from "../document/json.js";
import type { Schema } from "../document/normal-document.js";
import { referencedName } from "../document/referenced-name.js";
import { contradiction } from "./conforms.js";
import { findViolations } from "./find-violations.js";
import { int64Value } from "./int64-value.js";
import { dereference, typesOf } from "./schema-shape.js";
import { searchValue } from "./search-value.js";
import { makeArray } from "./synthesise-array.js";
import { makeComposed, makeConditional } from "./synthesise-composition.js";
import { isWithin, numberFor } from "./synthesise-number.js";
import { makeObject } from "./synthesise-object.js";
import { isText, textFor } from "./synthesise-text.js";
import { isValid, listOf, ofItself, type Synthesis, type Trail } from "./synthesis.js";

/** A value of more parts than this is of no use to readers; schemas that fan out would make millions. */
const mostParts = 2000;
/** In one value, no more often are others tried where a part of it breaks a rule. */
const mostSearches = 200;
/** Optional properties are made down to here, or less deep where the value would be too large. */
const depths = [3, 2, 1];

/** A value as `synthesiseData` makes it, as code has it. */
export function synthesise(schema: Schema, synthesis: Synthesis): JsonValue | undefined {
  const made = synthesiseData(schema, synthesis);
  return made === null ? undefined : int64Value(made.value, schema, synthesis.table);
}

export interface MadeValue {
  readonly value: JsonValue;
  /** Whether it fits all rules; else its type alone. */
  readonly fits: boolean;
}

/**
 * A value for a schema: one that fits it, or at least its type. A component schema is not put into itself: where that is
 * not avoided by leaving out a property or an item, there is no value.
 * @returns null where there is none
 */
export function synthesiseData(schema: Schema, synthesis: Synthesis): MadeValue | null {
  const { table, excess = false } = synthesis;
  const tryOut = (optionalDepth: number, checks: boolean) => {
    const budget = { left: mostParts, searches: mostSearches, isTooDeep: false };
    const doubt = { any: false };
    const place = { depth: 0, step: 0, inside: new Set<string>(), ...ofItself };
    const value = make(schema, synthesis, { ...place, budget, doubt, make, optionalDepth, checks });
    return { value, isLarge: budget.left < 0, isDoubted: doubt.any, isTooDeep: budget.isTooDeep };
  };
  let depth = 0;
  let first: ReturnType<typeof tryOut> | null = null;
  for (const wished of depths) {
    first = tryOut(wished, false);
    depth = wished;
    if (!first.isLarge) break;
  }
  // However it is made, it is as deep.
  if (first?.value === undefined && first?.isTooDeep === true) return null;
  let typed: { readonly value: JsonValue; readonly broken: number } | null = null;
  // Schemas that contradict themselves are tried again with less, and with more care; which takes longer.
  const attempts = [() => first, () => tryOut(depth, true), () => tryOut(0, false), () => tryOut(0, true)];
  for (const attempt of attempts) {
    const { value, isDoubted = true, isLarge = false } = attempt() ?? {};
    if (value === undefined || isLarge || contradiction(value, schema, table, excess ? "is-fine" : "counts") !== null)
      continue;
    if (!isDoubted || isValid(value, schema, table)) return { value, fits: true };
    const broken = findViolations(value, schema, table).length;
    if (typed === null || broken < typed.broken) typed = { value, broken };
  }
  return typed === null ? null : { value: typed.value, fits: false };
}

const maximumDepth = 40;

function make(schema: Schema, synthesis: Synthesis, trail: Trail): JsonValue | undefined {
  const name = referencedName(schema);
  if (trail.depth > maximumDepth) trail.budget.isTooDeep = true;
  if ((name !== null && trail.inside.has(name)) || trail.depth > maximumDepth || trail.budget.left-- <= 0)
    return undefined;
  const inside = name === null ? trail.inside : new Set([...trail.inside, name]);
  const resolved = dereference(schema, synthesis.table);
  const given = givenValue(resolved, synthesis, trail);
  if (given !== undefined) return given;
  const description = resolved["description"];
  const about = typeof description === "string" ? { ...synthesis, description } : synthesis;
  const value = makeFitting(resolved, about, { ...trail, inside });
  if (value !== undefined || trail.step === 0) return value;
  // No other one than the first.
  return givenValue(resolved, synthesis, { ...trail, step: 0 });
}

/** The value that a schema describes; where values are checked, another one in place of one that breaks a rule. */
function makeFitting(schema: Schema, about: Synthesis, trail: Trail): JsonValue | undefined {
  if (!trail.checks) return makeBySchema(schema, about, trail);
  const doubt = { any: false };
  const value = makeBySchema(schema, about, { ...trail, doubt });
  trail.doubt.any ||= doubt.any;
  const isFine = value !== undefined && (!doubt.any || isValid(value, schema, about.table));
  return isFine ? value : (searchValue(schema, about, trail, makeBySchema) ?? value);
}

/** Keywords that are not looked at, or not at all of what they say, while a value is made. */
const doubtful: ReadonlySet<string> = new Set([
  "not",
  "if",
  "dependentRequired",
  "dependentSchemas",
  "dependencies",
  "unevaluatedProperties",
  "unevaluatedItems",
  "propertyNames",
  "patternProperties",
  "minProperties",
  "maxProperties",
  "contains",
  "uniqueItems",
]);

function makeBySchema(schema: Schema, about: Synthesis, trail: Trail): JsonValue | undefined {
  if (Object.keys(schema).some((key) => doubtful.has(key))) trail.doubt.any = true;
  // None of the values that it lists is possible.
  if (schema["const"] !== undefined || isJsonArray(schema["enum"])) return undefined;
  if (isJsonObject(schema["then"]) || isJsonObject(schema["else"])) return makeConditional(schema, about, trail);
  if (["allOf", "anyOf", "oneOf"].some((key) => listOf(schema[key]).length > 0))
    return makeComposed(schema, about, trail);
  const types = typesOf(schema);
  if (trail.checks && types.length > 1) {
    const fitting = types
      .map((type) => makeBySchema({ ...schema, type }, about, trail))
      .find((value) => value !== undefined && isValid(value, schema, about.table));
    if (fitting !== undefined) return fitting;
  }
  const [type = impliedType(schema)] = types;
  if (type === "object") return makeObject(schema, about, trail);
  if (type === "array") return makeArray(schema, about, trail);
  if (type === "boolean") return trail.step % 2 === 0;
  if (type === "integer" || type === "number") {
    const number = statusFor(schema, about) ?? numberFor(schema, trail.step);
    trail.doubt.any ||= !isWithin(number, schema);
    return number;
  }
  if (type === "string") {
    const text = textFor(schema, about, trail.step);
    trail.doubt.any ||= !isText(text, schema, trail.step);
    return text;
  }
  if (isJsonObject(schema["not"]) && Object.keys(schema["not"]).length === 0) return undefined;
  if (types.length === 0 && schema["type"] !== undefined) return null;
  return about.asText === true ? textFor(schema, about, trail.step) : {};
}

/** The status of an error, for a field that is called so. */
function statusFor(schema: Schema, { name, status = null }: Synthesis): number | null {
  const isStatus = /^(http_?)?(status|code|status_?code)$/i.test(name);
  return isStatus && status !== null && isWithin(status, schema) ? status : null;
}

/** What a schema without a type says something of. */
function impliedType(schema: Schema): string | undefined {
  const has = (keys: readonly string[]) => keys.some((key) => Object.hasOwn(schema, key));
  if (has(["properties", "required", "additionalProperties", "patternProperties", "minProperties"])) return "object";
  if (has(["items", "prefixItems", "contains", "minItems"])) return "array";
  if (has(["pattern", "minLength", "maxLength"])) return "string";
  return has(["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"]) ? "number" : undefined;
}

/** What the schema itself gives: const, example, default, first of the enum; whichever of them fits it. */
function givenValue(
  schema: Schema,
  { table, accepts = () => true, excess }: Synthesis,
  { step }: Trail,
): JsonValue | undefined {
  const values = listOf(schema["enum"]);
  const examples = [schema["example"], ...listOf(schema["examples"])].filter((value) => value !== undefined);
  const candidates =
    step === 0
      ? [schema["const"], ...examples.slice(0, 2), schema["default"], ...values]
      : [schema["const"], ...examples.slice(step, step + 1), ...values.slice(step % values.length), ...values];
  const present = candidates.filter((value) => value !== undefined);
  // Null says little, where there is something else.
  const ordered = [...present.filter((value) => value !== null), ...(allowsOnlyNull(schema) ? [null] : [])];
  return ordered.find(
    (value) =>
      accepts(value) &&
      contradiction(value, schema, table, excess === true ? "is-fine" : "counts") === null &&
      isValid(value, schema, table),
  );
}

function allowsOnlyNull(schema: Schema): boolean {
  return schema["const"] === null || listOf(schema["enum"]).includes(null);
}
