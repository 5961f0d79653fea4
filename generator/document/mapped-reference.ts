/**
 * The values of a discriminator's mapping, and its default, that are references: a value may as well be the name of a schema.
 * https://spec.openapis.org/oas/v3.2.0.html#discriminator-object
 */
import { isJsonObject, type JsonObject, type JsonValue, member } from "./json.js";
import { formatPointer } from "./json-pointer.js";
import { type Resource, schemaHomeOf, type Sources } from "./reference-sources.js";

export interface MappedReference {
  /** Where it stands in the Discriminator Object. */
  readonly keys: readonly ["mapping", string] | readonly ["defaultMapping"];
  readonly reference: string;
}

/** The references in the discriminator of a schema. A name in another file than the document is one, to a schema of that file. */
export function mappedReferences(sources: Sources, scope: Resource, schema: JsonObject): readonly MappedReference[] {
  const discriminator = member(schema, "discriminator");
  const mapping = member(discriminator, "mapping");
  const mapped = Object.entries(isJsonObject(mapping) ? mapping : {}).map(([value, target]) => {
    return { keys: ["mapping", value] as const, target };
  });
  const places = [...mapped, { keys: ["defaultMapping"] as const, target: member(discriminator, "defaultMapping") }];
  return places.flatMap(({ keys, target }) => {
    const reference = typeof target === "string" ? referenceOf(sources, scope, target) : null;
    return reference === null ? [] : [{ keys, reference }];
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
