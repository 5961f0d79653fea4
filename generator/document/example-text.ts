/** Examples of JSON bodies that are given as text: what the text means. */
import type { Diagnostics } from "../diagnostics.js";
import { isJsonArray, isJsonObject, type JsonValue } from "./json.js";
import type { NormalExample, Schema } from "./normal-document.js";
import { parseJsonText } from "./parse-json-text.js";

/**
 * A JSON body given as text is the value that the text holds, unless the schema allows a string. What looks like an object
 * or a list is taken for JSON text; a text in quotes, where the schema says nothing; any other text, where it is a value of
 * the type that the schema asks for. A comment, a line of HTTP and markup are no values of JSON that anybody means.
 * @param schema of the body, references followed; null where there is none
 * @returns the example with its value, or nothing, where the text begins like JSON and is none, which is reported
 */
export function readTextExample(
  example: NormalExample,
  schema: Schema | null,
  diagnostics: Diagnostics,
): readonly NormalExample[] {
  const { value: text } = example;
  if (typeof text !== "string") return [example];
  const types = typesOf(schema);
  if (types?.includes("string") === true) return [example];
  const isContainer = /^\s*(?:[[{]|\/[/*]|HTTP\/\d|<[a-z!?][^]*>\s*$)/i.test(text);
  const isQuoted = /^\s*"[^]*"\s*$/.test(text);
  if (!isContainer && !isQuoted && types === null) return [example];
  try {
    const value = parseJsonText(text);
    const isWanted = isContainer || types === null || types.some((type) => isOfType(value, type));
    return [isWanted ? { ...example, value } : example];
  } catch (error) {
    if (!isContainer) return [example];
    diagnostics.add("example-not-json", example.origin, { reason: error instanceof Error ? error.message : "" });
    return [];
  }
}

/** The types that a schema asks for, or null where it does not say. */
function typesOf(schema: Schema | null): readonly JsonValue[] | null {
  if (schema === null) return null;
  const { type, enum: values } = schema;
  if (typeof type === "string") return [type];
  if (isJsonArray(type)) return type;
  return isJsonArray(values) ? values.map((value) => (typeof value === "string" ? "string" : null)) : null;
}

function isOfType(value: JsonValue, type: JsonValue): boolean {
  switch (type) {
    case "object":
      return isJsonObject(value);
    case "array":
      return isJsonArray(value);
    case "integer":
    case "number":
      return typeof value === "number" || typeof value === "bigint";
    case "boolean":
      return typeof value === "boolean";
    default:
      return type === "null" && value === null;
  }
}
