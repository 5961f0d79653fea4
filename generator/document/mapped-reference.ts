/**
 * The values of a discriminator's mapping that are references: a value may as well be the name of a schema.
 * https://spec.openapis.org/oas/v3.1.1.html#discriminator-object
 */
import { isJsonObject, type JsonObject, type JsonValue, member } from "./json.js";
import { formatPointer } from "./json-pointer.js";
import { type Resource, schemaHomeOf, type Sources } from "./reference-sources.js";

export interface MappedReference {
  /** The value of the property that it stands for: its key in the mapping. */
  readonly value: string;
  readonly reference: string;
}

/** The references in the mapping of a schema. A name in another file than the document is one, to a schema of that file. */
export function mappedReferences(sources: Sources, scope: Resource, schema: JsonObject): readonly MappedReference[] {
  const mapping = member(member(schema, "discriminator"), "mapping");
  if (!isJsonObject(mapping)) return [];
  return Object.entries(mapping).flatMap(([value, target]) => {
    const reference = typeof target === "string" ? referenceOf(sources, scope, target) : null;
    return reference === null ? [] : [{ value, reference }];
  });
}

function referenceOf(sources: Sources, scope: Resource, target: string): string | null {
  const file = sources.files.get(scope.file);
  const home = schemaHomeOf(file?.value ?? null);
  const schemas = home.reduce<JsonValue | undefined>(member, file?.value);
  // What has the name of a schema is a name, says the specification.
  if (member(schemas, target) !== undefined)
    return scope.file === sources.root.file ? null : `#${formatPointer([...home, target]).replaceAll("%", "%25")}`;
  return /[#/]|\.(?:ya?ml|json)$/i.test(target) ? target : null;
}
