/** Factories: a fixture with some of its values replaced. */

/** Values that are replaced whole: lists, dates, and what a file may be. */
type Whole = readonly unknown[] | Date | Blob | ArrayBuffer | ArrayBufferView | ReadableStream;

/**
 * What may be put into a value: of an object that is always there, any part, at any depth; all else whole, as the fixture
 * may have no such object, or one of another kind. So what comes out has the type of the value. An optional property may be
 * `undefined`, which removes it.
 */
export type Overrides<Value> = [Value] extends [Whole]
  ? Value
  : [Value] extends [object]
    ? IsUnion<Value> extends false
      ? {
          readonly [Key in keyof Value]?: HasAlways<Value, Key> extends true
            ? Overrides<Value[Key]>
            : Value[Key] | undefined;
        }
      : Value
    : Value;

/** `false` for an optional property, and for those of an index signature. */
type HasAlways<Value, Key extends keyof Value> = string extends Key
  ? false
  : Value extends { readonly [Own in Key]: unknown }
    ? true
    : false;

/** `false` for a type that is no union. */
type IsUnion<Type, All = Type> = Type extends unknown ? ([All] extends [Type] ? false : true) : never;

/**
 * A deep copy of a fixture with overrides put in. Lists, dates and files are replaced whole.
 * @param fixture left as it is
 * @param unions pointers to objects of the fixture that may be of several kinds (`""` is the whole, `"/owner"` a property):
 * what overrides them takes their place
 */
export function merge<Value>(
  fixture: Value,
  overrides: Overrides<Value> | undefined,
  unions: readonly string[] = [],
): Value {
  // What is not given whole is put into what is always there: see `Overrides`.
  return mergeValues(fixture, overrides, unions, "") as Value;
}

function mergeValues(fixture: unknown, overrides: unknown, unions: readonly string[], at: string): unknown {
  if (overrides === undefined) return copyOf(fixture);
  if (!isPlainObject(fixture) || !isPlainObject(overrides) || unions.includes(at)) return overrides;
  const merged = new Map(Object.entries(fixture).map(([key, value]) => [key, copyOf(value)]));
  for (const [key, override] of Object.entries(overrides)) {
    const own = Object.hasOwn(fixture, key) ? fixture[key] : undefined;
    const pointer = `${at}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    if (override === undefined) merged.delete(key);
    else merged.set(key, mergeValues(own, override, unions, pointer));
  }
  return Object.fromEntries(merged);
}

/** Lists, dates and objects are new; a Blob never changes. */
function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyOf);
  if (value instanceof Date) return new Date(value);
  return isPlainObject(value)
    ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, copyOf(inner)]))
    : value;
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
