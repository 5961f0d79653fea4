/** JSON text that says what a value says, or an error: `JSON.stringify` drops functions and makes `null` of NaN. */
import { FieldError } from "./field-error.js";
import { dateOnly, nameOf } from "./scalar-text.js";

/** Deeper than this, no server reads it, and the stack ends soon. */
const maxDepth = 1000;

/** Where a `Date` is a day: there, in these members, or in the items of a list. */
export type DateShape = true | readonly [DateShape] | { readonly [member: string]: DateShape };

/**
 * JSON text of a value. Members that are undefined are left out, a bigint is written digit by digit.
 * @param field what the value is called in an error, before members and items: `body` gives `body.items[0].price`
 * @param dates where the schema has the format `date`
 * @throws FieldError for what JSON has no text for: NaN, an infinity, a function, a symbol, a value inside itself, a
 *   Map, bytes, and undefined where nothing else is
 */
export function jsonText(value: unknown, field: string, dates?: DateShape): string {
  /** Names and indices on the way to the value being written. */
  const path: (string | number)[] = [];
  const open = new Set<object>();

  const fail = (reason: string): never => {
    throw new FieldError(
      field + path.map((key) => (typeof key === "number" ? `[${key}]` : `.${key}`)).join(""),
      reason,
    );
  };
  const inside = (key: string | number, member: unknown, shape?: DateShape): string => {
    path.push(key);
    const text = write(member, shape);
    path.pop();
    return text;
  };
  const write = (given: unknown, shape?: DateShape): string => {
    // An invalid date would be null, without a word.
    const isInvalid = given instanceof Date && Number.isNaN(given.getTime());
    const plain = hasToJson(given) && !isInvalid ? given.toJSON() : given;
    const item = shape === true && !isInvalid ? dateOnly(given, field) : plain;
    if (item === null || typeof item === "string" || typeof item === "boolean") return JSON.stringify(item);
    if (typeof item === "bigint" || (typeof item === "number" && Number.isFinite(item))) return String(item);
    // A Map, bytes or a Promise would come out as `{}`.
    const isPlain = Array.isArray(item) || Object.prototype.toString.call(item) === "[object Object]";
    if (typeof item !== "object" || !isPlain) return fail(`cannot be JSON: it is ${nameOf(item)}`);
    if (open.has(item)) return fail("contains itself");
    if (open.size > maxDepth) return fail("is nested too deeply");
    open.add(item);
    const text = Array.isArray(item)
      ? `[${Array.from(item, (entry: unknown, index) => inside(index, entry ?? null, listShape(shape))).join(",")}]`
      : `{${Object.entries(item)
          .filter(([, member]) => member !== undefined)
          .map(([key, member]) => `${JSON.stringify(key)}:${inside(key, member, memberShape(shape, key))}`)
          .join(",")}}`;
    open.delete(item);
    return text;
  };
  return write(value, dates);
}

function listShape(shape: DateShape | undefined): DateShape | undefined {
  return Array.isArray(shape) ? (shape as readonly [DateShape])[0] : undefined;
}

function memberShape(shape: DateShape | undefined, name: string): DateShape | undefined {
  const isObject = typeof shape === "object" && Object.hasOwn(shape, name);
  return isObject ? (shape as Readonly<Record<string, DateShape>>)[name] : undefined;
}

function hasToJson(value: unknown): value is { readonly toJSON: () => unknown } {
  return typeof value === "object" && value !== null && "toJSON" in value && typeof value.toJSON === "function";
}
