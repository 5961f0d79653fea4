/** Equality of JSON values: objects without regard to order, numbers by their value, whatever holds them. */
import { dateText } from "./date-text.js";

/** A text that two values have in common exactly where they are equal. Files are equal to nothing. */
export function canonical(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "bigint") return String(value);
  // Beyond this, numbers are written with an exponent, and big integers are not.
  if (typeof value === "number") return Math.abs(value) >= 1e21 ? String(BigInt(value)) : String(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value instanceof Blob) return "file";
  if (value instanceof Date) return canonical(dateText(value));
  if (!isObject(value)) return String(value);
  const members = Object.keys(value).sort();
  return `{${members.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(",")}}`;
}

/** The places of the first two items that are equal, or null. In linear time. */
export function firstRepeated(items: readonly unknown[]): readonly [number, number] | null {
  const seen = new Map<string, number>();
  for (const [index, item] of items.entries()) {
    if (item instanceof Blob) continue;
    const text = canonical(item);
    const before = seen.get(text);
    if (before !== undefined) return [before, index];
    seen.set(text, index);
  }
  return null;
}

const sets = new WeakMap<readonly unknown[], ReadonlySet<string>>();

/** Whether a value is one of a list that does not change. */
export function isOneOf(value: unknown, list: readonly unknown[]): boolean {
  const known = sets.get(list) ?? new Set(list.map(canonical));
  sets.set(list, known);
  return known.has(canonical(value));
}

/** True for an object of JSON: no list, no file, no date. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  const isOther = Array.isArray(value) || value instanceof Blob || value instanceof Date;
  return typeof value === "object" && value !== null && !isOther;
}
