/**
 * Discriminators whose property holds no text. The names of schemas are text, so they tell nothing; a mapping does whose
 * keys are all values of the property's type.
 * https://spec.openapis.org/oas/v3.1.1.html#discriminator-object
 */
import type { Diagnostics, Origin } from "../diagnostics.js";
import { typeKey, valueOf } from "./discriminator-heirs.js";
import { int64TypeOf } from "./int64.js";
import { isJsonObject, type JsonValue, jsonObject, member } from "./json.js";
import { appendToken } from "./json-pointer.js";
import { mapSubschemas } from "./map-subschemas.js";
import type { NormalSchema, Schema } from "./normal-document.js";
import { referencedName } from "./referenced-name.js";

const maximumDepth = 20;
/** Types that the keys of a mapping can write. */
const valued: ReadonlySet<string> = new Set(["integer", "number", "boolean"]);

/**
 * A walk that notes the type of such discriminators, or leaves them out, with a warning.
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
    const described = typeof property === "string" ? typedMember(schema, property, byName, 0) : null;
    if (typeof property !== "string" || described === null) return inner;
    const types = typesOf(described);
    if (types.includes("string")) return inner;
    const discriminator = withType(inner["discriminator"], types);
    if (discriminator !== null && int64TypeOf(described) === null) return { ...inner, discriminator };
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

/** The Discriminator Object with the type of its property; null where its mapping does not lead by values of that type. */
function withType(discriminator: JsonValue | undefined, types: readonly string[]): Schema | null {
  const [type, ...others] = types;
  const mapping = member(discriminator, "mapping");
  if (type === undefined || others.length > 0 || !valued.has(type)) return null;
  if (!isJsonObject(discriminator) || !isJsonObject(mapping)) return null;
  const keys = Object.keys(mapping);
  const isWhole = keys.length > 0 && keys.every((key) => valueOf(key, type) !== null);
  return isWhole ? { ...discriminator, [typeKey]: type } : null;
}

/** The property as the schema says, or one that it is composed of; null where none says its type. */
function typedMember(
  schema: JsonValue,
  property: string,
  schemas: ReadonlyMap<string, Schema>,
  depth: number,
): Schema | null {
  if (!isJsonObject(schema) || depth > maximumDepth) return null;
  const resolved = resolve(schema, schemas);
  const own = member(resolved["properties"], property);
  const described = isJsonObject(own) ? resolve(own, schemas) : {};
  if (typesOf(described).length > 0) return described;
  const parts = ["allOf", "oneOf", "anyOf"].flatMap((key) => resolved[key] ?? []);
  for (const part of parts) {
    const found = typedMember(part, property, schemas, depth + 1);
    if (found !== null) return found;
  }
  return null;
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
