/** What a document itself says of a value, where examples said more. */
import { inferredKey, saidKey } from "../document/complete-schema.js";
import { isJsonArray, isJsonObject, type JsonValue, jsonObject } from "../document/json.js";
import type { Schema } from "../document/normal-document.js";

/**
 * The schema without what was inferred: a value that does not fit it contradicts the document, not only its examples. The
 * schemas in it are as they were.
 * @returns the schema itself where nothing in it was inferred
 */
export function saidSchema(schema: Schema): Schema {
  const said = schema[saidKey];
  if (said !== undefined) return said === null ? {} : { type: said };
  const { properties, additionalProperties, required, ...others } = schema;
  const isMemberAdded = isAdded(additionalProperties);
  const all = Object.entries(isJsonObject(properties) ? properties : {});
  const added = new Set(all.flatMap(([name, each]) => (isAdded(each) ? [name] : [])));
  if (!isMemberAdded && added.size === 0) return schema;
  const own = all.filter(([name]) => !added.has(name));
  const asked = isJsonArray(required) ? required : [];
  return {
    ...others,
    ...(!isMemberAdded && additionalProperties !== undefined && { additionalProperties }),
    ...(own.length > 0 && { properties: jsonObject<JsonValue>(own) }),
    required: asked.filter((name) => typeof name !== "string" || !added.has(name)),
  };
}

function isAdded(schema: JsonValue | undefined): boolean {
  return isJsonObject(schema) && Object.hasOwn(schema, inferredKey) && !Object.hasOwn(schema, saidKey);
}
