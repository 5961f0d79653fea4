/** Fields of a request in its response, as servers answer with what they were told. */
import { fitsSchema } from "./check-schema.js";
import { isObject } from "./json-equality.js";
import type { JsonSchema } from "./json-schema.js";

/**
 * Puts fields of a request into a value, where it has a property of the same name whose schema they fit.
 * @param input the sections of the request; what is in the body counts most
 * @returns the value itself where it is no object, or nothing matches
 */
export function echo(input: unknown, value: unknown, schema: JsonSchema | undefined): unknown {
  if (schema === undefined || !isObject(input) || !isObject(value)) return value;
  const sent = ["query", "path", "body"].flatMap((section) => {
    const part = input[section];
    return isObject(part) ? Object.entries(part) : [];
  });
  const matching = sent.filter(([name, field]) => {
    const schemas = propertySchemas(schema, name, 0);
    return schemas.length > 0 && schemas.every((each) => fitsSchema(each, field));
  });
  if (matching.length === 0) return value;
  const echoed = Object.fromEntries([...Object.entries(value), ...matching]);
  // One at a time they fit; together they may contradict something.
  return fitsSchema(schema, echoed) || !fitsSchema(schema, value) ? echoed : value;
}

/** What a schema, and those that it is made of, say of a property. */
function propertySchemas(schema: JsonSchema, name: string, depth: number): readonly JsonSchema[] {
  if (typeof schema === "boolean" || depth > 20) return [];
  const { $ref, allOf = [], properties = {} } = schema;
  const own = Object.hasOwn(properties, name) ? properties[name] : undefined;
  const parts = [...($ref === undefined ? [] : [$ref()]), ...allOf];
  return [...(own === undefined ? [] : [own]), ...parts.flatMap((part) => propertySchemas(part, name, depth + 1))];
}
