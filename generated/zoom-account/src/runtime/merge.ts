/** Factories: a fixture with some of its values replaced. */

/** Values that are replaced whole: lists, and what a file may be. */
type Whole = readonly unknown[] | Blob | ArrayBuffer | ArrayBufferView | ReadableStream;

/** Any part of a value, at any depth; lists and files are replaced whole. */
export type Overrides<Value> = Value extends Whole
  ? Value
  : Value extends object
    ? { readonly [Key in keyof Value]?: Overrides<Value[Key]> }
    : Value;

/**
 * A deep copy of a fixture with overrides put in. An override of `undefined` removes a property.
 * @param fixture left as it is
 */
export function merge<Value>(fixture: Value, overrides: Overrides<Value> | undefined): Value {
  // Overrides have the shape of the value by their type, so what comes out has it too.
  return mergeValues(fixture, overrides) as Value;
}

function mergeValues(fixture: unknown, overrides: unknown): unknown {
  if (overrides === undefined) return copyOf(fixture);
  if (!isRecord(fixture) || !isRecord(overrides)) return overrides;
  const merged = new Map(Object.entries(fixture).map(([key, value]) => [key, copyOf(value)]));
  for (const [key, override] of Object.entries(overrides)) {
    if (override === undefined) merged.delete(key);
    else merged.set(key, mergeValues(Object.hasOwn(fixture, key) ? fixture[key] : undefined, override));
  }
  return Object.fromEntries(merged);
}

/** Lists and records are new; a Blob never changes. */
function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyOf);
  return isRecord(value)
    ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, copyOf(inner)]))
    : value;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
