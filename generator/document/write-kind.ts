/** The values that lead to a component schema, written into it as an enum of the property. */
import { declarations, directionOf } from "./declared-property.js";
import { allowedValues } from "./discriminator-values.js";
import { isJsonArray, isJsonObject, type JsonValue, jsonObject, member } from "./json.js";
import type { Schema } from "./normal-document.js";

/** What leads to a component schema, by one of its properties. */
export interface Kind {
  /** The values of which this is said. */
  readonly values: ReadonlySet<JsonValue>;
  /** For each discriminator that has it as its default: the values that lead elsewhere. */
  readonly elsewhere: readonly ReadonlySet<JsonValue>[];
}

/** The schema with what it is by a property; itself where nothing is to be said. */
export function writeKind(schema: Schema, property: string, kind: Kind, byName: ReadonlyMap<string, Schema>): Schema {
  return kind.elsewhere.length > 0
    ? asDefault(schema, property, kind, byName)
    : withValues(schema, property, [...kind.values], byName);
}

/** The schema of a property that has one of these values. */
export function kindSchema(values: readonly JsonValue[]): Schema {
  return { type: typeOf(values), enum: values };
}

function typeOf(values: readonly JsonValue[]): string {
  if (values.every((value) => typeof value === "boolean")) return "boolean";
  if (values.every((value) => typeof value === "number")) return values.every(Number.isInteger) ? "integer" : "number";
  return "string";
}

/** The schema with an enum for one property; one that says that it is something else stays as it is. */
function withValues(
  schema: Schema,
  property: string,
  wanted: readonly JsonValue[],
  byName: ReadonlyMap<string, Schema>,
): Schema {
  const allowed = allowedValues(schema, property, byName);
  const values = allowed === null ? wanted : wanted.filter((value) => allowed.includes(value));
  if (values.length === 0 || values.length === allowed?.length) return schema;
  const direction = directionOf(declarations(schema, property, byName), byName);
  return withProperty(schema, property, (own) => {
    return own !== null && !Object.hasOwn(own, "$ref")
      ? { ...own, enum: values }
      : { ...kindSchema(values), ...direction };
  });
}

/**
 * A default has any value that leads to no other schema: its property stays as it says, a list without those that do.
 * Where it says nothing, the value is text, so that who has one of several can ask for it.
 */
function asDefault(
  schema: Schema,
  property: string,
  { values, elsewhere }: Kind,
  byName: ReadonlyMap<string, Schema>,
): Schema {
  const isElsewhere = (value: JsonValue) => !values.has(value) && elsewhere.every((each) => each.has(value));
  const allowed = allowedValues(schema, property, byName);
  if (allowed !== null) {
    const left = allowed.filter((value) => !isElsewhere(value));
    return withValues(schema, property, left, byName);
  }
  const said = declarations(schema, property, byName);
  if (said.some(decidesType)) return schema;
  return withProperty(schema, property, (own) => ({ type: "string", ...directionOf(said, byName), ...own }));
}

function decidesType(schema: JsonValue): boolean {
  return ["$ref", "type", "const", "enum", "allOf", "anyOf", "oneOf"].some((key) => member(schema, key) !== undefined);
}

/** The schema with one of its properties changed, or added. */
function withProperty(schema: Schema, property: string, change: (own: Schema | null) => Schema): Schema {
  const properties = member(schema, "properties");
  const parts = member(schema, "allOf");
  if (isJsonObject(properties)) {
    const own = member(properties, property);
    const entries = [...Object.entries(properties), [property, change(isJsonObject(own) ? own : null)] as const];
    return { ...schema, properties: jsonObject<JsonValue>(entries) };
  }
  if (!isJsonArray(parts)) return schema;
  // Where the heir says what it adds, if it does.
  const index = parts.findLastIndex((part) => isJsonObject(member(part, "properties")));
  const own = parts[index];
  if (isJsonObject(own)) return { ...schema, allOf: parts.with(index, withProperty(own, property, change)) };
  const part = { type: "object", properties: jsonObject<JsonValue>([[property, change(null)]]) };
  return { ...schema, allOf: [...parts, part] };
}
