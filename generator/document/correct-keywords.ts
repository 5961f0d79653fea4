/**
 * The keywords of one schema whose value is data: those that decide something must be of the right type. What is not is
 * read as it was meant where only one thing can be meant, else left out; both with a warning at its place.
 */
import type { Origin } from "../diagnostics.js";
import { describeValue } from "./describe-value.js";
import { childOrigin } from "./document.js";
import {
  isJsonArray,
  isJsonObject,
  type JsonArray,
  type JsonObject,
  type JsonValue,
  member,
  writeJson,
} from "./json.js";
import { isOfType, meantBoolean, meantNumber, valueOfType } from "./meant-value.js";
import type { SchemaContext } from "./normalise-schema.js";

const booleans: ReadonlySet<string> = new Set(["nullable", "readOnly", "writeOnly", "deprecated", "uniqueItems"]);
const numbers: ReadonlySet<string> = new Set([
  ..."minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minLength maxLength".split(" "),
  ..."minItems maxItems minProperties maxProperties minContains maxContains".split(" "),
]);
const typeNames = new Set(["string", "number", "integer", "boolean", "array", "object", "null"]);

/**
 * The value of a keyword that holds no schemas.
 * @param schema where it stands
 * @param place that of the keyword
 * @returns undefined where it is left out, after a warning
 */
export function correctKeyword(
  context: SchemaContext,
  schema: JsonObject,
  key: string,
  value: JsonValue,
  place: Origin,
): JsonValue | undefined {
  if (booleans.has(key)) return correctBoolean(context, key, value, place);
  if (numbers.has(key)) return correctNumber(context, key, value, place);
  if (key === "required") return correctRequired(context, schema, value, place);
  if (key === "type") return correctType(context, value, place);
  if (key === "default" || key === "const") return correctValue(context, schema, key, value, place);
  if (key !== "enum" || (isJsonArray(value) && value.length > 0)) return value;
  reportMismatch(context, key, value, place, "a list with at least one value");
  return undefined;
}

/** A keyword without a value counts as absent, and is not worth a word. */
function reportMismatch(context: SchemaContext, key: string, value: JsonValue, place: Origin, expected: string): void {
  const found = describeValue(value, context.written(place));
  if (value !== null || key === "enum") context.diagnostics.add("value-type-mismatch", place, { key, found, expected });
}

function readAs(
  context: SchemaContext,
  place: Origin,
  { key, value, expected, meant }: { key: string; value: JsonValue; expected: string; meant: string },
): void {
  const found = describeValue(value, context.written(place));
  context.diagnostics.add("value-read-as", place, { key, found, expected, meant });
}

function correctBoolean(context: SchemaContext, key: string, value: JsonValue, place: Origin): JsonValue | undefined {
  if (typeof value === "boolean") return value;
  const meant = meantBoolean(value);
  if (meant === null) {
    reportMismatch(context, key, value, place, "true or false");
    return undefined;
  }
  readAs(context, place, { key, value, expected: "true or false", meant: `${key}: ${String(meant)}` });
  return meant;
}

function correctNumber(context: SchemaContext, key: string, value: JsonValue, place: Origin): JsonValue | undefined {
  if (typeof value === "number" || typeof value === "bigint") return value;
  if (key.startsWith("exclusive")) {
    // A boolean is 3.0's, which is dealt with where both bounds are known.
    if (typeof value === "boolean") return value;
    const flag = meantBoolean(value);
    if (flag !== null) return correctBoolean(context, key, value, place);
  }
  const meant = meantNumber(value);
  if (meant === null) {
    reportMismatch(context, key, value, place, "a number");
    return undefined;
  }
  readAs(context, place, { key, value, expected: "a number", meant: `${key}: ${writeJson(meant)}` });
  return meant;
}

/** A name that YAML reads as something else is that name all the same, where a property has it: keys are always text. */
function correctRequired(
  context: SchemaContext,
  schema: JsonObject,
  value: JsonValue,
  place: Origin,
): JsonArray | undefined {
  if (!isJsonArray(value)) {
    reportMismatch(context, "required", value, place, "a list of property names");
    return undefined;
  }
  if (value.every((name) => typeof name === "string")) return value;
  return value.flatMap((name, index): readonly string[] => {
    if (typeof name === "string") return [name];
    const at = childOrigin(context.grafts, value, place, index);
    const written = name === null || typeof name === "object" ? null : (context.written(at) ?? String(name));
    const found = describeValue(name, written);
    const entry = { key: `required[${String(index)}]`, found, expected: "the name of a property" };
    if (written === null || member(schema["properties"], written) === undefined) {
      context.diagnostics.add("value-type-mismatch", at, entry);
      return [];
    }
    context.diagnostics.add("value-read-as", at, { ...entry, meant: JSON.stringify(written) });
    return [written];
  });
}

function correctType(context: SchemaContext, value: JsonValue, place: Origin): JsonValue | undefined {
  const types = isJsonArray(value) ? value : [value];
  const isKnown = (type: JsonValue) => typeof type === "string" && typeNames.has(type);
  if (types.every(isKnown)) return value;
  const meant = types.map((type) => type ?? "null");
  if (isJsonArray(value) && meant.every(isKnown)) {
    const expected = "a list of texts";
    const problem = { key: "type", found: `the list ${writeJson(value)}`, expected };
    context.diagnostics.add("value-read-as", place, { ...problem, meant: `type: ${writeJson(meant)}` });
    return meant;
  }
  context.diagnostics.add("schema-type-unknown", place, { found: writeJson(value) });
  // A leftover of 2.0, which is bytes since.
  return value === "file" ? "string" : undefined;
}

/** A value of the wrong type, where one of the right type is written in the same way. */
function correctValue(
  context: SchemaContext,
  schema: JsonObject,
  key: string,
  value: JsonValue,
  place: Origin,
): JsonValue {
  const { type } = schema;
  if (type === undefined || isJsonObject(value) || isJsonArray(value) || value === null) return value;
  const types = isJsonArray(type) ? type : [type];
  // The way to a spelling is long.
  if (isOfType(value, types)) return value;
  const meant = valueOfType(value, types, context.written(place));
  if (meant === value) return value;
  const expected =
    typeof types[0] === "string" && types.length === 1
      ? `a value of the type ${types[0]}`
      : "a value of one of its types";
  readAs(context, place, { key, value, expected, meant: `${key}: ${writeJson(meant)}` });
  return meant;
}
