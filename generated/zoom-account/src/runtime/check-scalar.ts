/** Keywords about texts and numbers. https://json-schema.org/draft/2020-12/json-schema-validation#section-6 */
import { formatProblem } from "./check-format.js";
import { type Place, report } from "./check-place.js";
import type { JsonSchemaObject } from "./json-schema.js";
import { matchesPattern } from "./match-pattern.js";

/** Tells of what a text must be and is not. */
export function checkText(schema: JsonSchemaObject, text: string, place: Place): void {
  const { minLength, maxLength, pattern, format } = schema;
  if (minLength !== undefined || maxLength !== undefined) {
    const length = lengthOf(text, minLength, maxLength);
    if (minLength !== undefined && length < minLength)
      report(place, `must have at least ${counted(minLength, "character")}`);
    if (maxLength !== undefined && length > maxLength)
      report(place, `must have at most ${counted(maxLength, "character")}`);
  }
  if (pattern !== undefined && matchesPattern(pattern, text) === false) report(place, `must match ${pattern}`);
  if (format !== undefined) checkFormat(format, text, place);
}

/** `1 character`, `2 properties`. */
export function counted(count: number, noun: string): string {
  return `${count} ${count === 1 ? noun : `${noun}s`.replace(/ys$/, "ies")}`;
}

/** In code points; counted only where code units do not tell. */
function lengthOf(text: string, least = 0, most = Number.POSITIVE_INFINITY): number {
  const units = text.length;
  const isClear = units < least || units / 2 > most || (units / 2 >= least && units <= most);
  return isClear ? units : Array.from(text).length;
}

/** Tells of what a number must be and is not. */
export function checkNumber(schema: JsonSchemaObject, value: number | bigint, place: Place): void {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, format } = schema;
  if (minimum !== undefined && value < minimum) report(place, `must be at least ${minimum}`);
  if (maximum !== undefined && value > maximum) report(place, `must be at most ${maximum}`);
  if (exclusiveMinimum !== undefined && value <= exclusiveMinimum)
    report(place, `must be more than ${exclusiveMinimum}`);
  if (exclusiveMaximum !== undefined && value >= exclusiveMaximum)
    report(place, `must be less than ${exclusiveMaximum}`);
  if (multipleOf !== undefined && !isMultiple(value, multipleOf)) report(place, `must be a multiple of ${multipleOf}`);
  if (format !== undefined) checkFormat(format, value, place);
}

function checkFormat(format: string, value: unknown, place: Place): void {
  const expected = formatProblem(format, value);
  if (expected !== null) report(place, `must be ${expected}`);
}

/** Told from the decimal digits, as 0.3 is a multiple of 0.1 though dividing the two says that it is none. */
function isMultiple(value: number | bigint, of: number | bigint): boolean {
  if (Number.isSafeInteger(value) && Number.isSafeInteger(of)) return Number(value) % Number(of) === 0;
  const [a, b] = [decimal(value), decimal(of)];
  if (a === null || b === null || b.digits <= 0n) return false;
  const exponent = Math.min(a.exponent, b.exponent);
  // Far apart, one is a multiple of the other or far too small for it.
  if (Math.max(a.exponent, b.exponent) - exponent > 400) return a.exponent > b.exponent || a.digits === 0n;
  const scaled = ({ digits, exponent: own }: Decimal) => digits * 10n ** BigInt(own - exponent);
  return scaled(a) % scaled(b) === 0n;
}

interface Decimal {
  readonly digits: bigint;
  readonly exponent: number;
}

function decimal(value: number | bigint): Decimal | null {
  const match = /^(-?\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/.exec(String(value));
  if (match === null) return null;
  const [, whole = "", fraction = "", exponent = "0"] = match;
  return { digits: BigInt(whole + fraction), exponent: Number(exponent) - fraction.length };
}
