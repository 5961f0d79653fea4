/** Scalars as text, before anything is escaped. */
import { FieldError } from "./field-error.js";

/**
 * A string as it is; a number, a boolean or a bigint as JavaScript prints it; a `Date` as RFC 3339 in UTC.
 * @param field where the value stands, for the error
 * @throws FieldError for anything else: an object, a function, a symbol, NaN, an infinity, an invalid date
 */
export function scalarText(value: unknown, field: string): string {
  if (typeof value === "string") return value;
  if (typeof value === "number" ? Number.isFinite(value) : typeof value === "boolean" || typeof value === "bigint")
    return String(value);
  if (value instanceof Date && !Number.isNaN(value.getTime())) return value.toISOString();
  throw new FieldError(field, `must be text, a finite number, a boolean or a date, not ${nameOf(value)}`);
}

/** A `Date` as the day that it is in UTC; anything else as it is. */
export function dateOnly(value: unknown, field: string): unknown {
  return value instanceof Date ? scalarText(value, field).replace(/T.*/, "") : value;
}

/** What stands in place of a scalar: `NaN`, `an array`, `a function`, `an object (Map)`. */
export function nameOf(value: unknown): string {
  if (typeof value === "number") return String(value);
  if (value === null || value === undefined) return String(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "an invalid date" : "a date";
  if (Array.isArray(value)) return "an array";
  if (typeof value !== "object") return `a ${typeof value}`;
  const kind = Object.prototype.toString.call(value).slice(8, -1);
  return kind === "Object" ? "an object" : `an object (${kind})`;
}
