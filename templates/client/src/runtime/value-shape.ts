/** Where in JSON values stand that are something else in code: integers of 64 bits, dates. */

/** What stands there, or as a schema says, or inside of a list or an object. */
export type ValueShape =
  /** An integer of 64 bits: as a bigint, or as its digits. `text`: its digits, or any other text. */
  | "bigint"
  | "string"
  | "text"
  /** A date and time: a Date. `other`: beside it, text that is none. */
  | "Date"
  | "other"
  | (() => ValueShape)
  | { readonly all: readonly ValueShape[] }
  /** `first`: of the first items, by position. */
  | { readonly items: ValueShape | null; readonly first?: readonly (ValueShape | null)[] }
  /** `others`: of members that are not listed. */
  | { readonly members: Readonly<Record<string, ValueShape | null>>; readonly others?: ValueShape }
  /** By the text of a property. `others`: of texts that are not listed, and where there is none. */
  | { readonly by: string; readonly of: Readonly<Record<string, ValueShape | null>>; readonly others?: ValueShape };

/**
 * Parses JSON, with what is something else in code.
 * @param wrong told of what cannot stand where it does; without it, that is thrown
 * @throws SyntaxError for text that is no JSON
 */
export type ParseShaped = (text: string, shape: ValueShape, wrong?: Wrong) => unknown;

/** @param at where a value stands: `.items[0].created`; empty for the whole */
export type Wrong = (at: string, problem: string) => void;

/** Of a value of one of several kinds, which nobody can tell apart: wherever text stands in it, that may be any. */
export const anyText: ValueShape = {
  all: ["other", { items: () => anyText }, { members: {}, others: () => anyText }],
};

/** What several shapes say of one value: behind references, and of alternatives those that it is one of. */
export function plainShapes(shapes: readonly ValueShape[], value: unknown): readonly ValueShape[] {
  const queue = new Set(shapes);
  const plain: ValueShape[] = [];
  // A set is iterated to its end, also where it grows, and knows what it has had.
  for (const shape of queue) {
    if (typeof shape === "function") queue.add(shape());
    else if (typeof shape === "object" && "all" in shape) for (const each of shape.all) queue.add(each);
    else if (typeof shape === "object" && "by" in shape) {
      const text = own(value, shape.by);
      const found = typeof text === "string" && Object.hasOwn(shape.of, text) ? shape.of[text] : shape.others;
      if (found) queue.add(found);
    } else plain.push(shape);
  }
  return plain;
}

/** What a shape says of a member, or of an item. */
export function shapeInside(shape: ValueShape, value: object, key: string): ValueShape | null | undefined {
  if (typeof shape !== "object") return null;
  if ("items" in shape) {
    const { first = [], items } = shape;
    return Array.isArray(value) ? (Number(key) < first.length ? first[Number(key)] : items) : null;
  }
  if (!("members" in shape) || Array.isArray(value)) return null;
  return Object.hasOwn(shape.members, key) ? shape.members[key] : shape.others;
}

/** An own member of an object; undefined for anything else. */
export function own(holder: unknown, key: string): unknown {
  const isThere = typeof holder === "object" && holder !== null && Object.hasOwn(holder, key);
  return isThere ? (holder as Readonly<Record<string, unknown>>)[key] : undefined;
}
