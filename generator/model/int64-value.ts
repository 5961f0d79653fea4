/** Values of the document whose integers of 64 bits become what their type is in code. */
import { isJsonArray, isJsonObject, type JsonValue, member } from "../document/json.js";
import { appendToken } from "../document/json-pointer.js";
import type { Schema } from "../document/normal-document.js";
import type { Int64Shape } from "./int64.js";
import { componentShape, int64Shape, int64TypeIn } from "./int64-shape.js";
import type { SchemaTable } from "./schema-shape.js";

/**
 * A value that fits a schema, as code has it.
 * @param onLoss called with the digits, and their place in the value, of an integer elsewhere that a number does not hold
 */
export function int64Value(
  value: JsonValue,
  schema: Schema,
  table: SchemaTable,
  onLoss: (digits: string, pointer: string) => void = () => undefined,
): JsonValue {
  const type = int64TypeIn(table);
  if (type === "number") return value;
  const convert = (item: JsonValue, shapes: readonly Int64Shape[], pointer: string): JsonValue => {
    const plain = plainShapes(shapes, item, table);
    if (typeof item === "bigint" || typeof item === "number") {
      const isHere = plain.some(({ kind }) => kind === "here");
      if (isHere && (typeof item === "bigint" || Number.isInteger(item)))
        return type === "bigint" ? BigInt(item) : String(item);
      if (typeof item === "bigint") onLoss(String(item), pointer);
      // A bigint would stay one in code.
      return typeof item === "bigint" && type === "bigint" ? Number(item) : item;
    }
    const inner = (child: JsonValue, key: string | number) => {
      const inside = plain.flatMap((shape) => shapeInside(shape, key) ?? []);
      return convert(child, inside, appendToken(pointer, key));
    };
    if (isJsonArray(item)) return item.map(inner);
    if (!isJsonObject(item)) return item;
    return Object.fromEntries(Object.entries(item).map(([key, child]) => [key, inner(child, key)]));
  };
  const shape = int64Shape(schema, table);
  return convert(value, shape === null ? [] : [shape], "");
}

/** What several shapes say of one value: behind references, and of alternatives those that it is one of. */
function plainShapes(shapes: readonly Int64Shape[], value: JsonValue, table: SchemaTable): readonly Int64Shape[] {
  const queue = new Set(shapes);
  const components = new Set<string>();
  const plain: Int64Shape[] = [];
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

function shapeInside(shape: Int64Shape, key: string | number): Int64Shape | null {
  if (shape.kind === "list" && typeof key === "number")
    return key < shape.first.length ? (shape.first[key] ?? null) : shape.rest;
  if (shape.kind !== "object" || typeof key === "number") return null;
  const listed = shape.members.find(({ name }) => name === key);
  return listed === undefined ? shape.rest : listed.shape;
}
