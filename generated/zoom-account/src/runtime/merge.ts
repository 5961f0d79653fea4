/** Factories: a fixture with some of its values replaced. */

/** Any part of a value, at any depth; lists are replaced whole. */
export type Overrides<Value> = Value extends readonly unknown[]
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
  if (overrides === undefined) return structuredClone(fixture);
  if (!isRecord(fixture) || !isRecord(overrides)) return overrides;
  const merged = new Map(Object.entries(structuredClone(fixture)));
  for (const [key, override] of Object.entries(overrides)) {
    if (override === undefined) merged.delete(key);
    else merged.set(key, mergeValues(Object.hasOwn(fixture, key) ? fixture[key] : undefined, override));
  }
  return Object.fromEntries(merged);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
