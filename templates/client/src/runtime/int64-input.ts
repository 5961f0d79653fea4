/** Integers of 64 bits that are given as text, on their way into JSON, where they are numbers. */
import { FieldError } from "./field-error.js";
import { type ValueShape, plainShapes, shapeInside } from "./value-shape.js";

/** Deeper than this, no server reads it; `jsonText` says so. */
const maxDepth = 1000;

/**
 * A value with a bigint in place of each text that is an integer; what it is given stays as it is.
 * @param field what the value is called in an error
 * @throws FieldError for text without an integer, where nothing else may stand
 */
export function int64Input(value: unknown, shape: ValueShape, field: string): unknown {
  return inputOf(value, [shape], field, []);
}

function inputOf(value: unknown, shapes: readonly ValueShape[], field: string, outer: readonly unknown[]): unknown {
  // What contains itself, `jsonText` refuses.
  if (shapes.length === 0 || outer.length > maxDepth || outer.includes(value)) return value;
  const plain = plainShapes(shapes, value);
  if (typeof value === "string") return plain.includes("string") ? integerOf(value, field) : value;
  if (typeof value !== "object" || value === null) return value;
  const inside = (item: unknown, key: string | number, name: string) => {
    const found = plain.flatMap((each) => shapeInside(each, value, String(key)) ?? []);
    return inputOf(item, found, field + name, [...outer, value]);
  };
  if (Array.isArray(value)) return value.map((item: unknown, index) => inside(item, index, `[${index}]`));
  // A Date, a Map: `jsonText` knows what they are.
  if (Object.prototype.toString.call(value) !== "[object Object]" || "toJSON" in value) return value;
  const members = Object.entries(value).map(([key, item]) => [key, inside(item, key, `.${key}`)] as const);
  return Object.fromEntries(members);
}

function integerOf(text: string, field: string): bigint {
  if (!/^-?\d{1,64}$/.test(text)) throw new FieldError(field, "must be the digits of an integer");
  return BigInt(text);
}
