/** Scalars as text, before anything is escaped. */
import { FieldError } from "./field-error.js";

/**
 * A string as it is; a number, a boolean or a bigint as JavaScript prints it; a `Date` as RFC 3339 in UTC.
 * @param field where the value stands, for the error
 * @throws FieldError for anything else: an object, a function, a symbol, NaN, an infinity, an invalid date
 */
export function scalarText(value: unknown, field: string): string {
  // Of an invalid date it is null.
  const text = value instanceof Date ? value.toJSON() : value;
  if (typeof text === "string") return text;
  if (typeof text === "boolean" || typeof text === "bigint" || Number.isFinite(text)) return String(text);
  throw new FieldError(field, `must be text, a finite number, a boolean or a date, not ${nameOf(value)}`);
}

/** A `Date` as the day that it is in UTC; anything else as it is. */
export function dateOnly(value: unknown, field: string): unknown {
  return value instanceof Date ? scalarText(value, field).replace(/T.*/, "") : value;
}

/** What stands in place of another value: `NaN`, `Invalid Date`, `Array`, `Object`, `Map`, `Null`. */
export function nameOf(value: unknown): string {
  const isShown = typeof value === "number" || (value instanceof Date && Number.isNaN(value.getTime()));
  return isShown ? String(value) : Object.prototype.toString.call(value).slice(8, -1);
}
