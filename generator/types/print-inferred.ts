/**
 * Inferred schemas to TypeScript without a compiler: for thousands of schemas one after the other, where loading
 * TypeScript, or printing through it, would cost more than inferring. The types are those that `print-types.ts` prints.
 */
import { isJsonArray, isJsonObject, type JsonValue } from "../document/json.js";
import type { Schema } from "../document/normal-document.js";
import { stringLiteral } from "./string-literal.js";

/**
 * One exported declaration, an interface for an object and a type for anything else, laid out as Prettier does it but for
 * long lines.
 * @param schema as `inferSchema` gives it
 */
export function printInferred(id: string, schema: Schema): string {
  const type = typeOf(schema, "");
  return schema["type"] === "object" && type.startsWith("{")
    ? `export interface ${id} ${type}\n`
    : `export type ${id} = ${type};\n`;
}

/** @returns the alternatives of a type */
function alternativesOf(schema: JsonValue | undefined, indent: string): readonly string[] {
  if (!isJsonObject(schema)) return ["unknown"];
  const { anyOf, type } = schema;
  const types = isJsonArray(anyOf)
    ? anyOf.flatMap((one) => alternativesOf(one, indent))
    : (isJsonArray(type) ? type : [type]).map((one) => kindOf(one, schema, indent));
  // Integer and number are one type.
  return [...new Set(types)];
}

function typeOf(schema: JsonValue | undefined, indent: string): string {
  return alternativesOf(schema, indent).join(" | ");
}

function kindOf(type: JsonValue | undefined, schema: Schema, indent: string): string {
  switch (type) {
    case "object":
      return objectType(schema, indent);
    case "array":
      return arrayType(schema["items"], indent);
    case "integer":
      return "number";
    case "string":
    case "number":
    case "boolean":
    case "null":
      return type;
    default:
      return "unknown";
  }
}

function arrayType(items: JsonValue | undefined, indent: string): string {
  const types = alternativesOf(items, indent);
  return types.length === 1 ? `${types.join("")}[]` : `(${types.join(" | ")})[]`;
}

function objectType({ properties, required, additionalProperties }: Schema, indent: string): string {
  const inner = `${indent}  `;
  if (additionalProperties !== undefined)
    return `{\n${inner}[key: string]: ${typeOf(additionalProperties, inner)};\n${indent}}`;
  if (!isJsonObject(properties)) return "Record<string, unknown>";
  const always = new Set(isJsonArray(required) ? required : []);
  const lines = Object.entries<JsonValue>(properties).map(
    ([key, value]) => `${inner}${propertyKey(key)}${always.has(key) ? "" : "?"}: ${typeOf(value, inner)};\n`,
  );
  return `{\n${lines.join("")}${indent}}`;
}

/** https://tc39.es/ecma262/#prod-IdentifierName, its ASCII part. */
function propertyKey(key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : stringLiteral(key);
}
