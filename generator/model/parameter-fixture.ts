/** The value of a parameter in the fixtures: one that its schema allows, and that can be sent where it stands. */
import { isJsonArray, isJsonObject, type JsonValue, jsonObject } from "../document/json.js";
import { contradiction } from "./conforms.js";
import type { Operation, Parameter } from "./model.js";
import type { SchemaTable } from "./schema-shape.js";
import { synthesise } from "./synthesise.js";
import type { Separator, WireValue } from "./wire.js";

export type Section = keyof Operation["parameters"];

/**
 * The first example that can be sent, else a value made from the schema.
 * @param examples those that fit the schema
 * @returns undefined where the schema allows no value that can be sent
 */
export function parameterFixture(
  section: Section,
  parameter: Parameter,
  examples: readonly JsonValue[],
  table: SchemaTable,
): JsonValue | undefined {
  const { name, description, schema } = parameter;
  const accepts = (value: JsonValue) => isSent(value, section, parameter);
  const example = examples.find(accepts);
  if (example !== undefined) return example;
  const acceptsScalar = (value: JsonValue) => section !== "path" || accepts(value);
  const made = synthesise(schema, { table, name, description, asText: true, accepts: acceptsScalar });
  if (made !== undefined && accepts(made)) return made;
  // A schema that says little allows these.
  const others = [name, jsonObject([[name, name]]), [name]];
  return others.find((value) => accepts(value) && contradiction(value, schema, table) === null);
}

/** Whether something arrives of a value, and as one value. */
function isSent(value: JsonValue, section: Section, { encoding }: Parameter): boolean {
  const wire = encoding.slot.value;
  if (wire.kind === "json") return value !== null || wire.nulls;
  if (section === "path") return isSentInPath(value);
  const separator = section === "headers" ? "," : separatorOf(wire);
  // An escaped comma is another than the one between items.
  const isEscaped = separator === "," && (encoding.escape === "uri" || encoding.escape === "form");
  return isPresent(value) && (separator === null || isEscaped || !hasInside(value, separator));
}

/** What stands between the items of a value that is one text. */
function separatorOf(wire: WireValue): Separator | null {
  if (wire.kind === "delimited") return wire.separator;
  if (wire.kind === "any") return wire.lists === "comma" || wire.objects === "comma" ? wire.separator : null;
  if (wire.kind !== "either") return null;
  return (wire.list && separatorOf(wire.list)) ?? (wire.object && separatorOf(wire.object));
}

/** False for what would leave a hole in the path, or be a step between folders (`runtime/path-parameter.ts`). */
function isSentInPath(value: JsonValue): boolean {
  if (isJsonArray(value)) return value.length > 0 && value.some(isSentInPath);
  if (isJsonObject(value)) return Object.keys(value).length > 0;
  return value !== null && !["", ".", ".."].includes(String(value));
}

/** False for null, and for what has nothing else in it. */
function isPresent(value: JsonValue): boolean {
  if (isJsonArray(value)) return value.some(isPresent);
  if (isJsonObject(value)) return Object.values<JsonValue>(value).some(isPresent);
  return value !== null;
}

/** Whether the separator of a list, or of an object's members, is in one of them, too. */
function hasInside(value: JsonValue, separator: string): boolean {
  if (typeof value !== "object" || value === null) return false;
  const items = Object.values<JsonValue>(value);
  return items.some((item) => {
    const isNested = typeof item === "object" && item !== null;
    return isNested ? Object.keys(item).length > 0 : String(item).includes(separator);
  });
}
