/**
 * A schema as openapi-typescript prints it right: references by type name, and around what it prints wrong or not at
 * all (the list is in ARCHITECTURE.md, "openapi-typescript").
 */
import { isJsonArray, isJsonObject, type JsonValue, jsonObject } from "../document/json.js";
import type { Schema } from "../document/normal-document.js";
import { slotOf } from "../document/openapi-structure.js";
import { fileKey } from "../model/multipart-fields.js";
import { referencedName } from "../document/referenced-name.js";

export interface Preparation {
  readonly typeName: (schemaName: string) => string;
  /** The schema before, by the prepared one: for its documentation. */
  readonly originals: Map<object, Schema>;
}

/** Keywords that have no part in the type. Documentation is printed by us, from the original. */
const withoutEffect = new Set([
  "title",
  "description",
  "default",
  "example",
  "examples",
  "deprecated",
  // Each schema that one leads to says itself which value it has.
  "discriminator",
  "externalDocs",
  "xml",
  "$comment",
  "$defs",
  "format",
  "x-exemplar-seen",
  "minItems",
  "maxItems",
  "summary",
  "nullable",
]);

/** Prepares a schema and the schemas in it. The result is a private copy. */
export function prepareSchema(schema: Schema, preparation: Preparation): Schema {
  const name = referencedName(schema);
  // A file of a multipart body has a type of the runtime's.
  const type = schema[fileKey] === true ? "FileInput" : name === null ? null : preparation.typeName(name);
  const prepared = type === null ? prepareMembers(schema, preparation) : { $ref: `#/${type}` };
  preparation.originals.set(prepared, schema);
  return prepared;
}

function prepareMembers(schema: Schema, preparation: Preparation): Schema {
  const entries = Object.entries(schema).filter(([key]) => !withoutEffect.has(key) && !key.startsWith("x-"));
  const members = jsonObject(entries.map(([key, value]) => [key, prepareMember(key, value, preparation)] as const));
  return correct(members);
}

function prepareMember(key: string, value: JsonValue, preparation: Preparation): JsonValue {
  const slot = slotOf("schema", key);
  if (slot === undefined) return value;
  if (slot.holds === "one") return isJsonObject(value) ? prepareSchema(value, preparation) : value;
  if (isJsonArray(value)) return value.filter(isJsonObject).map((item) => prepareSchema(item, preparation));
  if (!isJsonObject(value)) return value;
  return jsonObject(
    Object.entries(value).flatMap(([name, item]) =>
      isJsonObject(item) ? [[name, prepareSchema(item, preparation)] as const] : [],
    ),
  );
}

/** Around what openapi-typescript 7.13 prints wrong. */
function correct(given: Schema): Schema {
  const schema = withoutContradiction(given);
  // `const: null` would print `unknown`.
  if (schema["const"] === null) return { type: "null" };
  // A list that forgot to say that it is one would print `unknown`; it is sent as a list (`model/wire-value.ts`).
  const isList =
    schema["items"] !== undefined && !["type", "prefixItems", "allOf", "anyOf", "oneOf"].some((key) => key in schema);
  if (isList) return { ...schema, type: "array" };
  // `{ a: string } & { [key: string]: number }` rejects every literal, so the index is widened.
  const properties = schema["properties"];
  const hasProperties = isJsonObject(properties) && Object.keys(properties).length > 0;
  if (!hasProperties) return schema;
  const { patternProperties, ...rest } = schema;
  const additional = rest["additionalProperties"];
  const open = patternProperties !== undefined || isJsonObject(additional) || additional === true;
  return open ? { ...rest, additionalProperties: true } : rest;
}

/** Values and members exclude each other: it takes the values of an enum of `type: object` for schemas, and throws. */
function withoutContradiction(schema: Schema): Schema {
  if (!isJsonArray(schema["enum"])) return schema;
  const { enum: values, type, ...rest } = schema;
  const hasMembers = rest["properties"] !== undefined || rest["additionalProperties"] !== undefined;
  if (hasMembers) return type === undefined ? rest : { type, ...rest };
  return type === "object" ? { enum: values, ...rest } : schema;
}
