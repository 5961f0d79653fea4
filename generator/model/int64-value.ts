/** Values of the document whose integers of 64 bits become what their type is in code. */
import { isJsonArray, isJsonObject, type JsonValue } from "../document/json.js";
import { appendToken } from "../document/json-pointer.js";
import type { Schema } from "../document/normal-document.js";
import { int64TypeIn, valueShape } from "./build-value-shape.js";
import type { SchemaTable } from "./schema-shape.js";
import { plainShapes, shapeInside } from "./shape-inside.js";
import type { ValueShape } from "./value-shape.js";

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
  const convert = (item: JsonValue, shapes: readonly ValueShape[], pointer: string): JsonValue => {
    const plain = plainShapes(shapes, item, table);
    if (typeof item === "bigint" || typeof item === "number") {
      const isHere = plain.some((shape) => shape.kind === "here" && shape.type !== "Date" && shape.type !== "other");
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
  const shape = valueShape(schema, table);
  return convert(value, shape === null ? [] : [shape], "");
}
