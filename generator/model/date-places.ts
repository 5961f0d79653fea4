/** The dates in a value of the document: texts that are a `Date` in code. */
import { dateOf } from "../document/date-time.js";
import { isJsonArray, isJsonObject, type JsonValue } from "../document/json.js";
import { appendToken } from "../document/json-pointer.js";
import type { Schema } from "../document/normal-document.js";
import { valueShape } from "./build-value-shape.js";
import type { SchemaTable } from "./schema-shape.js";
import { plainShapes, shapeInside } from "./shape-inside.js";
import type { ValueShape } from "./value-shape.js";

/** The texts by their places, which are pointers, in a value that fits the schema. */
export function datePlaces(value: JsonValue, schema: Schema, table: SchemaTable): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const visit = (item: JsonValue, shapes: readonly ValueShape[], pointer: string): void => {
    if (shapes.length === 0) return;
    const plain = plainShapes(shapes, item, table);
    if (typeof item === "string") {
      const isHere = plain.some((shape) => shape.kind === "here" && shape.type === "Date");
      if (isHere && dateOf(item) !== null) found.set(pointer, item);
    }
    const inner = (child: JsonValue, key: string | number) => {
      visit(
        child,
        plain.flatMap((shape) => shapeInside(shape, key) ?? []),
        appendToken(pointer, key),
      );
    };
    if (isJsonArray(item)) item.forEach(inner);
    else if (isJsonObject(item)) for (const [key, child] of Object.entries(item)) inner(child, key);
  };
  const shape = valueShape(schema, table);
  visit(value, shape === null ? [] : [shape], "");
  return found;
}
