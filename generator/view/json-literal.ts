/** Values of the document as literals. */
import type { Int64Type } from "../document/int64.js";
import { isJsonArray, isJsonObject, type JsonValue } from "../document/json.js";
import { createCode, type LiteralValue } from "./code.js";

/** A value as a literal prints it. */
export type JsonLiteral = (value: JsonValue) => LiteralValue;

/**
 * How integers print that a number does not hold: `1n` where the type of such integers is bigint, else all of their
 * digits, which only whatever runs the code rounds.
 */
export function jsonLiteralFor(int64: Int64Type): JsonLiteral {
  return int64 === "bigint" ? (value) => value : withDigits;
}

function withDigits(value: JsonValue): LiteralValue {
  if (typeof value === "bigint") return createCode("literal", String(value));
  if (isJsonArray(value)) return value.map(withDigits);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, withDigits(member)]));
}
