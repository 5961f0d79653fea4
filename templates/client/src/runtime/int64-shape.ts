/** Where in JSON integers of 64 bits stand. */

/** Where such integers stand, and what they are: there, or as a schema says, or inside of a list or an object. */
export type Int64Shape =
  /** `text`: a string that may also be any other text. */
  | "bigint"
  | "string"
  | "text"
  | (() => Int64Shape)
  | { readonly all: readonly Int64Shape[] }
  /** `first`: of the first items, by position. */
  | { readonly items: Int64Shape | null; readonly first?: readonly (Int64Shape | null)[] }
  /** `others`: of members that are not listed. */
  | { readonly members: Readonly<Record<string, Int64Shape | null>>; readonly others?: Int64Shape }
  /** By the text of a property. `others`: of texts that are not listed, and where there is none. */
  | { readonly by: string; readonly of: Readonly<Record<string, Int64Shape | null>>; readonly others?: Int64Shape };

/** What several shapes say of one value: behind references, and of alternatives those that it is one of. */
export function plainShapes(shapes: readonly Int64Shape[], value: unknown): readonly Int64Shape[] {
  const queue = new Set(shapes);
  const plain: Int64Shape[] = [];
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
export function shapeInside(shape: Int64Shape, value: object, key: string): Int64Shape | null | undefined {
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
