/** Component schemas, by what references say. */
import type { JsonSchema, SchemaView } from "openapi-exemplar/view";

export type Value = JsonSchema[string];
export type Components = readonly SchemaView[];

/** Every list is looked through again and again, and is the same for all pages. */
const tables = new WeakMap<Components, ReadonlyMap<string, SchemaView>>();

/** The component that a schema refers to; undefined for any other. */
export function componentOf(schema: JsonSchema, components: Components): SchemaView | undefined {
  const { $ref } = schema;
  if (typeof $ref !== "string") return undefined;
  const table = tables.get(components) ?? new Map(components.map((component) => [component.name, component]));
  tables.set(components, table);
  // A JSON pointer in a URI fragment.
  const name = decoded($ref.replace("#/components/schemas/", "")).replaceAll("~1", "/").replaceAll("~0", "~");
  return table.get(name);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The schema behind references; one that leads back to itself says nothing. */
export function resolved(schema: JsonSchema, components: Components): JsonSchema {
  let current = schema;
  for (const seen = new Set([current]); ;) {
    const next = componentOf(current, components)?.schema;
    if (next === undefined) return current;
    if (seen.has(next)) return {};
    seen.add(next);
    current = next;
  }
}

/** Whether a schema is of texts, numbers or booleans alone: what there is to say of it fits into a cell. */
export function isScalar(schema: JsonSchema): boolean {
  if (["$ref", "oneOf", "anyOf", "allOf", "properties", "items"].some((key) => Object.hasOwn(schema, key)))
    return false;
  const types = typesOf(schema);
  return types.length > 0 ? types.every((type) => !/^(?:object|array)$/.test(type)) : isList(schema["enum"]);
}

/** The types that a schema names. */
export function typesOf(schema: JsonSchema): readonly string[] {
  const types = isList(schema["type"]) ? schema["type"] : [schema["type"]];
  return types.filter((type) => typeof type === "string");
}

/** The schemas in a list, such as `allOf`. */
export function schemasIn(list: Value | undefined): readonly JsonSchema[] {
  return isList(list) ? list.filter(isObject) : [];
}

export function isObject(value: Value | undefined): value is JsonSchema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isList(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}

/** A value as JSON text on one line. */
export function valueText(value: Value): string {
  if (typeof value === "bigint") return String(value);
  if (isList(value)) return `[${value.map(valueText).join(", ")}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const members = Object.entries(value).map(([name, inner]) => `${JSON.stringify(name)}: ${valueText(inner)}`);
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}
