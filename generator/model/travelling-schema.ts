/** A schema as it is in one direction: without the properties that do not travel, and without asking for them. */
import { isJsonArray, isJsonObject, type JsonValue, jsonObject } from "../document/json.js";
import { mapSubschemas } from "../document/map-subschemas.js";
import type { Schema } from "../document/normal-document.js";
import { slotOf } from "../document/openapi-structure.js";
import { referencedName } from "../document/referenced-name.js";
import { type Hiding, travellingValue } from "./hidden-properties.js";

/** Parts of one value: what one hides, the others do not ask for. */
const compositions: ReadonlySet<string> = new Set(["allOf", "anyOf", "oneOf", "if", "then", "else", "not"]);
/** Values that a schema shows. */
const samples: ReadonlySet<string> = new Set(["example", "default"]);

/**
 * The schema with the schemas in it; itself where nothing is hidden. References stay.
 * @param whole of a part: what the schema hides of which it is one
 */
export function travellingSchema(schema: Schema, hiding: Hiding, whole: ReadonlySet<string> | null = null): Schema {
  const hidden = whole ?? hiding.hiddenNames(schema);
  const entries = Object.entries(schema).map(([key, value]) => {
    return [key, travellingKeyword(schema, key, value, hiding, hidden)] as const;
  });
  return entries.every(([key, left]) => left === schema[key]) ? schema : jsonObject(entries);
}

function travellingKeyword(
  schema: Schema,
  key: string,
  value: JsonValue,
  hiding: Hiding,
  hidden: ReadonlySet<string>,
): JsonValue {
  if (key === "required" && isJsonArray(value))
    return shorter(value, (name) => typeof name !== "string" || !hidden.has(name));
  if (samples.has(key)) return travellingValue(value, [schema], hiding);
  if (key === "examples" && isJsonArray(value))
    return same(
      value,
      value.map((example) => travellingValue(example, [schema], hiding)),
    );
  const slot = slotOf("schema", key);
  if (slot === undefined) return value;
  const inner = (child: JsonValue) =>
    isJsonObject(child) ? travellingSchema(child, hiding, compositions.has(key) ? hidden : null) : child;
  if (slot.holds === "one") return inner(value);
  if (isJsonArray(value)) return same(value, value.map(inner));
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value);
  const kept = entries.filter(([name]) => key !== "properties" || !hidden.has(name));
  const left = kept.map(([name, child]) => [name, inner(child)] as const);
  const isSame = left.length === entries.length && left.every(([name, child]) => child === value[name]);
  return isSame ? value : jsonObject(left);
}

function shorter(list: readonly JsonValue[], keep: (value: JsonValue) => boolean): readonly JsonValue[] {
  return list.every(keep) ? list : list.filter(keep);
}

function same(before: readonly JsonValue[], after: readonly JsonValue[]): readonly JsonValue[] {
  return after.every((item, index) => item === before[index]) ? before : after;
}

/** The schema with references to other components in the place of some. */
export function withReferences(schema: Schema, rename: (name: string) => string | null): Schema {
  const name = referencedName(schema);
  const to = name === null ? null : rename(name);
  const inner = mapSubschemas(schema, (child) => withReferences(child, rename));
  return to === null ? inner : { ...inner, $ref: to };
}
