/** What JSON Schema says and Zod has no schema for: predicates that are true of values that they are not about. */

/** A schema of Zod, as far as it is asked here. */
interface Schema {
  safeParse(value: unknown): { readonly success: boolean };
}

type Rule = (value: unknown) => boolean;

export function fits(schema: Schema): Rule {
  return (value) => schema.safeParse(value).success;
}

export function isNot(schema: Schema): Rule {
  return (value) => !schema.safeParse(value).success;
}

/** `if`, `then` and `else`. */
export function either(condition: Schema, then: Schema, otherwise: Schema): Rule {
  return (value) => fits(fits(condition)(value) ? then : otherwise)(value);
}

export function ifOfType(type: "string" | "number", schema: Schema): Rule {
  return (value) => typeof value !== type || fits(schema)(value);
}

/** In characters, not in UTF-16 units. */
export function hasLength(least: number, most: number = Infinity): Rule {
  return (value) => typeof value !== "string" || isBetween(Array.from(value).length, least, most);
}

/** Digits of an integer that the schema of a bigint allows. */
export function isDigits(schema: Schema): Rule {
  return (value) => typeof value !== "string" || (/^-?\d+$/.test(value) && fits(schema)(BigInt(value)));
}

/** One of these values of JSON. */
export function isOneOf(values: readonly unknown[]): Rule {
  const texts = new Set(values.map(canonical));
  return (value) => texts.has(canonical(value));
}

export function isUnique(value: unknown): boolean {
  return !Array.isArray(value) || new Set(value.map(canonical)).size === value.length;
}

export function hasItems(least: number, most: number = Infinity): Rule {
  return (value) => !Array.isArray(value) || isBetween(value.length, least, most);
}

export function contains(schema: Schema, least: number, most: number = Infinity): Rule {
  return (value) => !Array.isArray(value) || isBetween(value.filter(fits(schema)).length, least, most);
}

export function requires(names: readonly string[]): Rule {
  return (value) => !isObject(value) || names.every((name) => Object.hasOwn(value, name));
}

export function hasSize(least: number, most: number = Infinity): Rule {
  return (value) => !isObject(value) || isBetween(Object.keys(value).length, least, most);
}

export function hasNames(schema: Schema): Rule {
  return (value) => !isObject(value) || Object.keys(value).every(fits(schema));
}

/** Where a property is there, the rule holds. */
export function beside(name: string, rule: Rule): Rule {
  return (value) => !isObject(value) || !Object.hasOwn(value, name) || rule(value);
}

/** A property, if it is there. */
export function hasMember(name: string, schema: Schema): Rule {
  return beside(name, (value) => fits(schema)((value as Readonly<Record<string, unknown>>)[name]));
}

/**
 * Properties by patterns of their names.
 * @param rest of those that are neither in `names` nor match a pattern
 */
export function hasMembers(
  names: readonly string[],
  patterns: readonly (readonly [RegExp, Schema])[],
  rest?: Schema,
): Rule {
  return (value) =>
    !isObject(value) ||
    Object.entries(value).every(([name, member]) => {
      const own = patterns.flatMap(([pattern, schema]) => (pattern.test(name) ? [schema] : []));
      const all = own.length > 0 || names.includes(name) || rest === undefined ? own : [rest];
      return all.every((schema) => fits(schema)(member));
    });
}

function isBetween(count: number, least: number, most: number): boolean {
  return least <= count && count <= most;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A text that two values have in common where JSON Schema calls them equal. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value === "bigint") return String(value);
  if (value instanceof Date || !isObject(value)) return JSON.stringify(value);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join()}}`;
}
