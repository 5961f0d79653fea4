/** What differs between the data that a call gave and a fixture. */
import type { ResponseContent } from "../../generator/model/model.js";

/**
 * Compares what a call gave with the fixture of what was asked for.
 * @param raw the text of the answer's body
 * @returns what differs, in a few words, or null
 */
export async function dataDifference(
  actual: unknown,
  expected: unknown,
  { kind }: Pick<ResponseContent, "kind">,
  raw: string,
): Promise<string | null> {
  if (kind === "lines" || kind === "sequence" || kind === "events") {
    // An error is read as a whole.
    return actual === raw ? null : `${brief(actual)} is not its text`;
  }
  if (kind !== "binary") return valueDifference(actual, expected, "");
  const [found, wanted] = [await bytesOf(actual), await bytesOf(expected)];
  if (found === null) return `${brief(actual)} is no bytes`;
  if (wanted === null) return `the fixture ${brief(expected)} is no bytes`;
  return found.equals(wanted) ? null : `${found.length} bytes differ from ${wanted.length} bytes of the fixture`;
}

/** Bytes of a text, a Blob, a buffer or a view of one; null for anything else. */
async function bytesOf(value: unknown): Promise<Buffer | null> {
  if (typeof value === "string") return Buffer.from(value);
  if (value instanceof Blob) return Buffer.from(await value.arrayBuffer());
  if (value instanceof ArrayBuffer) return Buffer.from(value);
  return ArrayBuffer.isView(value) ? Buffer.from(value.buffer, value.byteOffset, value.byteLength) : null;
}

/**
 * Compares the values of a stream with a fixture: a list of its values, one value, or its text.
 * @param raw the text of the answer's body
 */
export function streamDifference(
  values: readonly unknown[],
  expected: unknown,
  events: boolean,
  raw: string,
): string | null {
  if (typeof expected === "string") return raw === expected ? null : `text of the stream: ${pair(raw, expected)}`;
  const wanted: readonly unknown[] = Array.isArray(expected) ? expected : [expected];
  if (values.length !== wanted.length) return `${values.length} values of a stream in place of ${wanted.length}`;
  for (const [index, value] of values.entries()) {
    const difference = (events ? eventDifference : valueDifference)(value, wanted[index], `[${index}]`);
    if (difference !== null) return difference;
  }
  return null;
}

/** A fixture of an event says some of what the event has, or its data alone. */
function eventDifference(actual: unknown, expected: unknown, path: string): string | null {
  if (!isRecord(actual)) return `${path}: ${brief(actual)} is no event`;
  const fields = ["event", "data", "id", "retry"];
  const isEvent =
    isRecord(expected) && Object.hasOwn(expected, "data") && Object.keys(expected).every((key) => fields.includes(key));
  const wanted: Readonly<Record<string, unknown>> = isEvent ? expected : { data: expected };
  for (const [key, value] of Object.entries(wanted)) {
    const difference = valueDifference(actual[key], value, `${path}.${key}`);
    if (difference !== null) return difference;
  }
  return null;
}

/**
 * The first place at which two JSON values differ.
 * @param path where they stand, for the answer
 * @returns null where they are deeply equal
 */
export function valueDifference(actual: unknown, expected: unknown, path: string): string | null {
  if (actual === expected) return null;
  const at = path === "" ? "" : `${path}: `;
  if (actual instanceof Date && expected instanceof Date && actual.getTime() === expected.getTime()) return null;
  if (Array.isArray(actual) && Array.isArray(expected)) {
    if (actual.length !== expected.length) return `${at}${actual.length} items in place of ${expected.length}`;
    return firstDifference(actual.map((item, index) => valueDifference(item, expected[index], `${path}[${index}]`)));
  }
  if (!isRecord(actual) || !isRecord(expected)) return `${at}${pair(actual, expected)}`;
  const missing = Object.keys(expected).find((key) => !Object.hasOwn(actual, key));
  if (missing !== undefined) return `${at}${JSON.stringify(missing)} is missing`;
  const added = Object.keys(actual).find((key) => !Object.hasOwn(expected, key));
  if (added !== undefined) return `${at}${JSON.stringify(added)} is added`;
  return firstDifference(
    Object.keys(expected).map((key) => valueDifference(actual[key], expected[key], `${path}.${key}`)),
  );
}

function firstDifference(differences: readonly (string | null)[]): string | null {
  return differences.find((difference) => difference !== null) ?? null;
}

/** An object that is made of its own properties. */
function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function pair(actual: unknown, expected: unknown): string {
  return `${brief(actual)} in place of ${brief(expected)}`;
}

function withBigints(this: unknown, key: string, value: unknown): unknown {
  // A Date is given as its text already.
  const isDate = typeof this === "object" && this !== null && Reflect.get(this, key) instanceof Date;
  return isDate ? `Date ${String(value)}` : typeof value === "bigint" ? `${value}n` : value;
}

/** A value in at most 60 characters. */
export function brief(value: unknown): string {
  if (value instanceof Blob) return `a Blob of ${value.size} bytes`;
  const text =
    value === undefined ? "nothing" : ((JSON.stringify(value, withBigints) as string | undefined) ?? typeof value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
