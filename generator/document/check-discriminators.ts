/**
 * Discriminators whose property holds no text. The names that they tell schemas apart by are text, so nothing can be told.
 * https://spec.openapis.org/oas/v3.1.1.html#discriminator-object
 */
import type { Diagnostics, Origin } from "../diagnostics.js";
import { isJsonObject, type JsonValue, jsonObject, member } from "./json.js";
import { appendToken } from "./json-pointer.js";
import { mapSubschemas } from "./map-subschemas.js";
import type { NormalSchema, Schema } from "./normal-document.js";
import { referencedName } from "./referenced-name.js";

const maximumDepth = 20;

/**
 * A walk that leaves such discriminators out, with a warning.
 * @param schemas those that may be referred to
 * @returns for a schema and its place: the schema, with what is in it
 */
export function createDiscriminatorCheck(
  schemas: readonly NormalSchema[],
  diagnostics: Diagnostics,
): (schema: Schema, origin: Origin) => Schema {
  const byName = new Map(schemas.map(({ name, schema }) => [name, schema]));
  const check = (schema: Schema, { uri, pointer }: Origin): Schema => {
    const inner = mapSubschemas(schema, (child, keys) =>
      check(child, { uri, pointer: keys.reduce(appendToken, pointer) }),
    );
    const property = member(inner["discriminator"], "propertyName");
    const types = typeof property === "string" ? typesOfMember(schema, property, byName, 0) : [];
    if (typeof property !== "string" || types.length === 0 || types.includes("string")) return inner;
    diagnostics.add(
      "discriminator-not-text",
      { uri, pointer: appendToken(pointer, "discriminator") },
      {
        property,
        type: types.join(" or "),
      },
    );
    return jsonObject(Object.entries(inner).filter(([key]) => key !== "discriminator"));
  };
  return check;
}

/** The types of a property, as the schema says, or one that it is composed of; empty where none says any. */
function typesOfMember(
  schema: JsonValue,
  property: string,
  schemas: ReadonlyMap<string, Schema>,
  depth: number,
): readonly string[] {
  if (!isJsonObject(schema) || depth > maximumDepth) return [];
  const resolved = resolve(schema, schemas);
  const own = member(resolved["properties"], property);
  const parts = ["allOf", "oneOf", "anyOf"].flatMap((key) => resolved[key] ?? []);
  const found = [
    isJsonObject(own) ? typesOf(resolve(own, schemas)) : [],
    ...parts.map((part) => typesOfMember(part, property, schemas, depth + 1)),
  ];
  return found.find((types) => types.length > 0) ?? [];
}

function typesOf({ type }: Schema): readonly string[] {
  return [type ?? []]
    .flat()
    .filter((name) => typeof name === "string")
    .filter((name) => name !== "null");
}

function resolve(schema: Schema, schemas: ReadonlyMap<string, Schema>): Schema {
  const name = referencedName(schema);
  return (name === null ? undefined : schemas.get(name)) ?? schema;
}
