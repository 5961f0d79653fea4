/** What a schema asks of its values and TypeScript cannot say, in a line: `Format: email, length: 1 to 64`. */
import { isJsonArray, isJsonObject, type JsonValue } from "../document/json.js";
import type { Schema } from "../document/normal-document.js";

/** Longer patterns are left out: nobody reads them. */
const maximumPattern = 100;

/** The line; null where there is nothing to say. */
export function constraintDoc(schema: Schema): string | null {
  const line = [...new Set(constraints(schema, 0))].join(", ");
  return line === "" ? null : line.charAt(0).toUpperCase() + line.slice(1);
}

/** Of the schema, and of the parts of its `allOf` that stand in it: of others, the type's name says it. */
function constraints(schema: Schema, depth: number): readonly string[] {
  const own = [
    codeNote("format", schema["format"]),
    rangeNote("length", schema["minLength"], schema["maxLength"]),
    codeNote("pattern", schema["pattern"]),
    valueNote(schema),
    scalarNote("multiple of", schema["multipleOf"]),
    rangeNote("items", schema["minItems"], schema["maxItems"]),
    schema["uniqueItems"] === true ? "all different" : null,
    rangeNote("properties", schema["minProperties"], schema["maxProperties"]),
    codeNote("encoding", schema["contentEncoding"]),
    codeNote("media type", schema["contentMediaType"]),
  ].filter((note) => note !== null);
  const { allOf } = schema;
  const parts = isJsonArray(allOf) && depth < 8 ? allOf.filter(isJsonObject) : [];
  return [...own, ...parts.flatMap((part) => constraints(part, depth + 1))];
}

function codeNote(name: string, value: JsonValue | undefined): string | null {
  if (typeof value !== "string" || value === "" || value.length > maximumPattern) return null;
  // A line end in it would end the code, and a backtick, too.
  return /[`\n\r]/.test(value) ? null : `${name}: \`${value}\``;
}

function scalarNote(name: string, value: JsonValue | undefined): string | null {
  return isNumber(value) ? `${name}: ${String(value)}` : null;
}

function rangeNote(name: string, least: JsonValue | undefined, most: JsonValue | undefined): string | null {
  const from = isNumber(least) && least > 0 ? String(least) : null;
  const to = isNumber(most) ? String(most) : null;
  if (from === null) return to === null ? null : `${name}: at most ${to}`;
  if (to === null) return `${name}: at least ${from}`;
  return `${name}: ${from === to ? from : `${from} to ${to}`}`;
}

function valueNote(schema: Schema): string | null {
  const bound = (key: string) => (isNumber(schema[key]) ? String(schema[key]) : null);
  const [least, most, above, below] = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"].map(bound);
  if (least != null && most != null) return `value: ${least} to ${most}`;
  const parts = [
    least != null ? `at least ${least}` : above != null ? `more than ${above}` : null,
    most != null ? `at most ${most}` : below != null ? `less than ${below}` : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : `value: ${parts.join(" and ")}`;
}

/** Those of many digits are bigint, so that none is lost. */
function isNumber(value: JsonValue | undefined): value is number | bigint {
  return typeof value === "number" || typeof value === "bigint";
}
