/** Reading JSON of which some values are something else in code. */
import { own, plainShapes, shapeInside, type ValueShape } from "./value-shape.js";

type Container = Record<string, unknown>;

/** An object or a list that is being converted, and the way to it. */
export interface Place {
  readonly value: object;
  readonly key: string;
  readonly outer: Place | null;
}

/**
 * What becomes of a value that is no object and no list.
 * @param shapes what is said of it
 * @param exact its text, where it is a number that may have lost something
 */
export type ConvertItem = (
  item: unknown,
  shapes: readonly ValueShape[],
  exact: unknown,
  place: Place,
  key: string,
) => unknown;

/**
 * Parses JSON, and converts what the shape speaks of: in place, as the value was parsed for nobody else, and not by
 * recursion, as an answer may nest deeper than the stack.
 * @param exactly gives the same value with texts in place of numbers that may have lost something
 */
export function convertJson(
  text: string,
  shape: ValueShape,
  convert: ConvertItem,
  exactly?: (text: string) => unknown,
): unknown {
  const root = { value: JSON.parse(text) as unknown };
  const shapes: readonly ValueShape[] = [{ members: { value: shape } }];
  const first = { value: root as Container, key: "", outer: null, shapes, exact: { value: exactly?.(text) } };
  const open: (Place & { value: Container; shapes: readonly ValueShape[]; exact: unknown })[] = [first];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value } = next;
    const plain = plainShapes(next.shapes, value);
    for (const key of Object.keys(value)) {
      const inside = plain.flatMap((each) => shapeInside(each, value, key) ?? []);
      if (inside.length === 0) continue;
      const item = value[key];
      const exact = own(next.exact, key);
      if (typeof item === "object" && item !== null)
        open.push({ value: item as Container, key, outer: next, shapes: inside, exact });
      // An own property, `__proto__` too.
      else value[key] = convert(item, inside, exact, next, key);
    }
  }
  return root.value;
}
