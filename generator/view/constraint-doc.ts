/** What a schema asks of its values and TypeScript cannot say, in a line: `Format: email, length: 1 to 64`. */
import type { JsonValue } from "../document/json.js";
import type { Schema } from "../document/normal-document.js";

/** Longer patterns are left out: nobody reads them. */
const maximumPattern = 100;

/** The line; null where there is nothing to say. */
export function constraintDoc(schema: Schema): string | null {
  const notes = [
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
  const line = notes.join(", ");
  return line === "" ? null : line.charAt(0).toUpperCase() + line.slice(1);
}

function codeNote(name: string, value: JsonValue | undefined): string | null {
  if (typeof value !== "string" || value === "" || value.length > maximumPattern) return null;
  // A line end in it would end the code, and a backtick, too.
  return /[`\n\r]/.test(value) ? null : `${name}: \`${value}\``;
}

function scalarNote(name: string, value: JsonValue | undefined): string | null {
  return typeof value === "number" ? `${name}: ${String(value)}` : null;
}

function rangeNote(name: string, least: JsonValue | undefined, most: JsonValue | undefined): string | null {
  const from = typeof least === "number" && least > 0 ? String(least) : null;
  const to = typeof most === "number" ? String(most) : null;
  if (from === null) return to === null ? null : `${name}: at most ${to}`;
  if (to === null) return `${name}: at least ${from}`;
  return `${name}: ${from === to ? from : `${from} to ${to}`}`;
}

function valueNote(schema: Schema): string | null {
  const bound = (key: string) => (typeof schema[key] === "number" ? String(schema[key]) : null);
  const [least, most, above, below] = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"].map(bound);
  if (least != null && most != null) return `value: ${least} to ${most}`;
  const parts = [
    least != null ? `at least ${least}` : above != null ? `more than ${above}` : null,
    most != null ? `at most ${most}` : below != null ? `less than ${below}` : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : `value: ${parts.join(" and ")}`;
}
