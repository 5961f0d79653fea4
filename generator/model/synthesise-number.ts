/** Numbers where the document has no example. */
import { isJsonArray } from "../document/json.js";
import type { Schema } from "../document/normal-document.js";

/**
 * A number within the bounds, and of the steps that the schema asks for: the lowest that the schema names, else 1.
 * @param step how many further: another number, where the bounds allow one
 */
export function numberFor(schema: Schema, step = 0): number | bigint {
  // Beyond what numbers hold, a bound is one only where it leaves nothing closer to zero.
  const { minimum: low, maximum: high } = schema;
  if (typeof low === "bigint" && low > 0n) return low + BigInt(step);
  if (typeof high === "bigint" && high < 0n) return high - BigInt(step);
  const bound = (key: string) => (typeof schema[key] === "number" ? schema[key] : null);
  const multipleOf = bound("multipleOf");
  const isInteger = isJsonArray(schema["type"]) ? !schema["type"].includes("number") : schema["type"] === "integer";
  const range: Range = {
    least: bound("minimum"),
    above: bound("exclusiveMinimum"),
    most: bound("maximum"),
    below: bound("exclusiveMaximum"),
  };
  // Integers that are multiples of 0.5 are multiples of 1.
  const unit = multipleOf === null || multipleOf <= 0 ? 1 : isInteger ? wholeMultiple(multipleOf) : multipleOf;
  // A bound that is no whole number says what is usual.
  const isFree = !isInteger && multipleOf === null && range.most !== null && !Number.isInteger(range.most);
  const steps = isFree && range.least === null && range.above === null ? null : multiplesIn(range, unit, step);
  if (steps !== null) return steps;
  // Between two bounds that are closer to each other than one.
  const [from, to] = [range.least ?? range.above, range.most ?? range.below];
  if (isInteger || multipleOf !== null) return from ?? to ?? 0;
  if (from === null || to === null) return (range.most ?? from ?? (to ?? 0) - 0.5) - step;
  if (step === 0 && range.least !== null) return from;
  return round(from + ((to - from) * (step + 1)) / (step + 2));
}

interface Range {
  readonly least: number | null;
  readonly above: number | null;
  readonly most: number | null;
  readonly below: number | null;
}

/** The lowest multiple that is allowed, or the highest where only that is bounded and below 1; null where there is none. */
function multiplesIn(range: Range, unit: number, step: number): number | null {
  const fits = (value: number) =>
    (range.least === null || value >= range.least) &&
    (range.above === null || value > range.above) &&
    (range.most === null || value <= range.most) &&
    (range.below === null || value < range.below);
  const from = range.least ?? range.above;
  const lowest = from === null ? 1 : Math.ceil(round(from / unit));
  const first = [lowest, lowest + 1].find((count) => fits(multiple(count, unit)));
  if (first !== undefined) return [first + step, first].map((count) => multiple(count, unit)).find(fits) ?? null;
  const to = range.most ?? range.below;
  if (to === null) return null;
  const highest = Math.floor(round(to / unit));
  const last = [highest, highest - 1].find((count) => fits(multiple(count, unit)));
  return last === undefined ? null : ([last - step, last].map((count) => multiple(count, unit)).find(fits) ?? null);
}

/** Without what binary fractions add: 3 times 0.1 is 0.3. */
function multiple(count: number, unit: number): number {
  const digits = /\.(\d+)$/.exec(String(unit))?.[1]?.length ?? 0;
  return Number((count * unit).toFixed(Math.min(digits, 20))) + 0;
}

function wholeMultiple(unit: number): number {
  for (let count = 1; count <= 1000; count++) if (Number.isInteger(multiple(count, unit))) return multiple(count, unit);
  return unit;
}

function round(value: number): number {
  return Number(value.toPrecision(12));
}

/** Whether a number is what the schema asks for; false where that is not certain. */
export function isWithin(value: number | bigint, schema: Schema): boolean {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema;
  const bounds = [minimum, maximum, exclusiveMinimum, exclusiveMaximum];
  if (typeof value === "bigint" || bounds.some((bound) => typeof bound === "bigint")) return false;
  const holds = (bound: unknown, compare: (limit: number) => boolean) => typeof bound !== "number" || compare(bound);
  return (
    holds(minimum, (limit) => value >= limit) &&
    holds(maximum, (limit) => value <= limit) &&
    holds(exclusiveMinimum, (limit) => value > limit) &&
    holds(exclusiveMaximum, (limit) => value < limit) &&
    holds(multipleOf, (unit) => Number.isInteger(unit) && value % unit === 0)
  );
}
