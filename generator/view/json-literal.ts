/** Values of the document as literals. */
import type { DateType } from "../document/dates.js";
import type { Int64Type } from "../document/int64.js";
import { isJsonArray, isJsonObject, type JsonValue } from "../document/json.js";
import { appendToken } from "../document/json-pointer.js";
import type { Schema } from "../document/normal-document.js";
import { datePlaces } from "../model/date-places.js";
import type { SchemaTable } from "../model/schema-shape.js";
import { createCode, type LiteralValue, ts } from "./code.js";

/**
 * A value as a literal prints it.
 * @param schema that the value is of, where it is one of the types that are printed; else dates in it stay text
 */
export type JsonLiteral = (value: JsonValue, schema?: Schema) => LiteralValue;

/** What values of the document are in code. */
export interface CodeTypes {
  readonly int64: Int64Type;
  readonly dates: DateType;
}

/**
 * How values print that are something else in code. Integers that a number does not hold: `1n` where the type of such
 * integers is bigint, else all of their digits, which only whatever runs the code rounds. Dates: `new Date("…")`.
 */
export function jsonLiteralFor({ int64, dates }: CodeTypes, table: SchemaTable): JsonLiteral {
  const plain = int64 === "bigint" ? (value: JsonValue): LiteralValue => value : withDigits;
  if (dates === "string") return plain;
  return (value, schema) => {
    const places = schema === undefined ? new Map<string, string>() : datePlaces(value, schema, table);
    return places.size === 0 ? plain(value) : withDates(value, places, plain, "");
  };
}

/** Integers that a number does not hold, digit by digit. */
export function withDigits(value: JsonValue): LiteralValue {
  if (typeof value === "bigint") return createCode("literal", String(value));
  if (isJsonArray(value)) return value.map(withDigits);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, withDigits(member)]));
}

function withDates(
  value: JsonValue,
  places: ReadonlyMap<string, string>,
  plain: (value: JsonValue) => LiteralValue,
  pointer: string,
): LiteralValue {
  const inner = (child: JsonValue, key: string | number) => withDates(child, places, plain, appendToken(pointer, key));
  if (places.has(pointer)) return ts`new Date(${value})`;
  if (isJsonArray(value)) return value.map(inner);
  if (!isJsonObject(value)) return plain(value);
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, inner(member, key)]));
}
