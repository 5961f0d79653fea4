/**
 * Schemas that stand beside others in one type. An index signature in such a one must take in what those describe:
 * `{ [key: string]: number } & { a: string }` rejects every literal.
 */
import { isJsonObject, type JsonValue } from "../document/json.js";
import type { Schema } from "../document/normal-document.js";
import { referencedName } from "../document/referenced-name.js";
import { visitSchemas } from "../document/visit-schemas.js";

const unions = ["anyOf", "oneOf", "then", "else"];

/**
 * The schemas that are parts of a type with others, themselves or by what they are composed of.
 * @param roots all schemas that are printed
 */
export function extendedSchemas(
  roots: readonly Schema[],
  component: (name: string) => Schema | undefined,
): ReadonlySet<Schema> {
  const extended = new Set<Schema>();
  for (const root of roots)
    visitSchemas(root, (schema) => {
      const parts = partsOf(schema, component);
      const lists = schemasIn(schema["allOf"]).length + unions.filter((key) => schema[key] !== undefined).length;
      const isBeside = ["properties", "additionalProperties", "patternProperties"].some(
        (key) => schema[key] !== undefined,
      );
      if (lists + (isBeside ? 1 : 0) > 1) for (const part of parts) extended.add(part);
    });
  // A set takes in what is added while it is walked.
  for (const schema of extended) for (const part of partsOf(schema, component)) extended.add(part);
  return extended;
}

/** What a schema is composed of. */
function partsOf(schema: Schema, component: (name: string) => Schema | undefined): readonly Schema[] {
  const name = referencedName(schema);
  const target = name === null ? undefined : component(name);
  const parts = ["allOf", ...unions].flatMap((key) => schemasIn(schema[key]));
  return target === undefined ? parts : [target];
}

function schemasIn(value: JsonValue | undefined): readonly Schema[] {
  return [value ?? []].flat().filter(isJsonObject);
}
