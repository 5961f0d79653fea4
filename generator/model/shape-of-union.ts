/** The shape of a value that is as one of several schemas says: told apart by a property that has other values in each, where there is one. */
import { isJsonArray, type JsonValue, member } from "../document/json.js";
import type { Schema } from "../document/normal-document.js";
import { uniteShapes } from "./join-shapes.js";
import { essentialSchema, objectShape, type SchemaTable } from "./schema-shape.js";
import type { ValueShape } from "./value-shape.js";

/**
 * @param schema that has the union
 * @param parts its alternatives
 * @param shapes theirs, in the same order
 */
export function shapeOfUnion(
  schema: Schema,
  parts: readonly Schema[],
  shapes: readonly (ValueShape | null)[],
  table: SchemaTable,
): ValueShape | null {
  if (shapes.every((shape) => shape === null)) return null;
  return distinguished(parts, shapes, defaultProperty(schema), table) ?? uniteShapes(parts, shapes, table);
}

/** The property of a discriminator that has a default: one of the alternatives may then be told by having no value of the others. */
function defaultProperty(schema: Schema): JsonValue | undefined {
  const discriminator = member(schema, "discriminator");
  return typeof member(discriminator, "defaultMapping") === "string"
    ? member(discriminator, "propertyName")
    : undefined;
}

function distinguished(
  parts: readonly Schema[],
  shapes: readonly (ValueShape | null)[],
  ofDefault: JsonValue | undefined,
  table: SchemaTable,
): ValueShape | null {
  const objects = parts.map((part) => objectShape(part, table));
  const [first] = objects;
  if (objects.length < 2 || first === undefined || first === null) return null;
  for (const property of first.properties.keys()) {
    const values = objects.map((object) => textsOf(object?.properties.get(property), table));
    const all = values.flat();
    const open = values.flatMap((texts, index) => (texts.length === 0 ? [index] : []));
    if (open.length > (property === ofDefault ? 1 : 0) || new Set(all).size < all.length) continue;
    const variants = values.flatMap((texts, index) => texts.map((value) => ({ value, shape: shapes[index] ?? null })));
    const rest = shapes[open[0] ?? -1] ?? null;
    // Beside a rest it counts which values are none of it.
    const listed = rest === null ? variants.filter(({ shape }) => shape !== null) : variants;
    return { kind: "by", property, variants: listed, rest };
  }
  return null;
}

/** The texts that a schema allows, where it lists them; else empty. */
function textsOf(schema: Schema | undefined, table: SchemaTable): readonly string[] {
  const essential = schema === undefined ? {} : essentialSchema(schema, table);
  const only = member(essential, "const");
  const values = only === undefined ? member(essential, "enum") : [only];
  return isJsonArray(values) && values.every((value) => typeof value === "string") ? values : [];
}
