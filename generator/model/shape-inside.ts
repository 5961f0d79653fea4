/** What shapes say of a value, and of what is in it: as the runtime's `value-shape.ts` finds it out. */
import { type JsonValue, member } from "../document/json.js";
import { componentShape } from "./build-value-shape.js";
import type { SchemaTable } from "./schema-shape.js";
import type { ValueShape } from "./value-shape.js";

/** What several shapes say of one value: behind references, and of alternatives those that it is one of. */
export function plainShapes(
  shapes: readonly ValueShape[],
  value: JsonValue,
  table: SchemaTable,
): readonly ValueShape[] {
  const queue = new Set(shapes);
  const components = new Set<string>();
  const plain: ValueShape[] = [];
  // A set is iterated to its end, also where it grows.
  for (const shape of queue) {
    if (shape.kind === "all") for (const each of shape.shapes) queue.add(each);
    else if (shape.kind === "schema") {
      const target = components.has(shape.id) ? null : componentShape(shape.id, table);
      components.add(shape.id);
      if (target !== null) queue.add(target);
    } else if (shape.kind === "by") {
      const text = member(value, shape.property);
      const variant = shape.variants.find((one) => one.value === text);
      const found = variant === undefined ? shape.rest : variant.shape;
      if (found !== null) queue.add(found);
    } else plain.push(shape);
  }
  return plain;
}

/** What a shape says of a member, or of an item. */
export function shapeInside(shape: ValueShape, key: string | number): ValueShape | null {
  if (shape.kind === "list" && typeof key === "number")
    return key < shape.first.length ? (shape.first[key] ?? null) : shape.rest;
  if (shape.kind !== "object" || typeof key === "number") return null;
  const listed = shape.members.find(({ name }) => name === key);
  return listed === undefined ? shape.rest : listed.shape;
}
