/** JSON of which some values are something else in code. */
import { own, plainShapes, shapeInside, type ValueShape } from "./value-shape.js";

/** What was parsed. */
export type Parsed = { readonly value: unknown };

/**
 * What becomes of a value that is no object and no list.
 * @param shapes what is said of it
 * @param exact its text, where it is a number that may have lost something
 * @param holder the object or list that it is in
 */
export type ConvertItem = (
  item: unknown,
  shapes: readonly ValueShape[],
  exact: unknown,
  holder: object,
  key: string,
) => unknown;

/**
 * Converts what the shape speaks of: in place, as the value was parsed for nobody else, and not by recursion, as an
 * answer may nest deeper than the stack.
 * @param exact the same value with texts in place of numbers that may have lost something
 */
export function convertJson(root: Parsed, shape: ValueShape, convert: ConvertItem, exact?: Parsed): unknown {
  const first: readonly ValueShape[] = [{ members: { value: shape } }];
  // Its members are put in anew.
  const open = [{ value: root as { [key: string]: unknown }, shapes: first, exact: exact as unknown }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value } = next;
    const shapes = plainShapes(next.shapes, value);
    for (const key of Object.keys(value)) {
      const inside = shapes.flatMap((each) => shapeInside(each, value, key) ?? []);
      if (inside.length === 0) continue;
      const item = value[key];
      const digits = own(next.exact, key);
      if (typeof item === "object" && item !== null)
        open.push({ value: item as { [key: string]: unknown }, shapes: inside, exact: digits });
      // An own property, `__proto__` too.
      else value[key] = convert(item, inside, digits, value, key);
    }
  }
  return root.value;
}
