/** The values of discriminators of Swagger 2.0 that are not the names of definitions. */
import { type Document, originAt } from "./document.js";
import { isJsonArray, type JsonValue, member } from "./json.js";
import { formatPointer } from "./json-pointer.js";
import { referencedName } from "./referenced-name.js";
import { referenceTo } from "./schema-names.js";
import type { Member } from "./upgrade-context.js";

/** Extensions on an heir that name its value, where 2.0 knows the heir's own name alone. */
const keys = ["x-discriminator-value", "x-ms-discriminator-value"];

/**
 * The `mapping` of each schema that others extend by `allOf` and that a discriminator tells apart.
 * @param schemas those of the document that have names
 * @returns by the name of the schema: members of a 3.0 mapping, value to reference
 */
export function discriminatorMappings(
  document: Document,
  schemas: ReadonlyMap<string, JsonValue>,
): ReadonlyMap<string, readonly Member[]> {
  const definitions = member(document.value, "definitions") ?? {};
  const mappings = new Map<string, Member[]>();
  for (const [name, schema] of schemas) {
    const key = keys.find((candidate) => typeof member(schema, candidate) === "string");
    const value = key === undefined ? undefined : member(schema, key);
    if (key === undefined || typeof value !== "string") continue;
    const home = member(definitions, name) === schema ? ["definitions"] : ["components", "schemas"];
    const reference = referenceTo(name);
    const entry: Member = [
      value,
      { value: reference, origin: originAt(document, formatPointer([...home, name, key])) },
    ];
    for (const base of basesOf(name, schemas)) {
      const mapping = mappings.get(base) ?? [];
      mapping.push(entry);
      mappings.set(base, mapping);
    }
  }
  return mappings;
}

/** The schemas that one extends, directly or not. */
function basesOf(name: string, schemas: ReadonlyMap<string, JsonValue>): readonly string[] {
  const bases = new Set([name]);
  // A set takes in what is added while it is walked.
  for (const heir of bases) {
    const parts = member(schemas.get(heir), "allOf");
    for (const part of isJsonArray(parts) ? parts : []) {
      const base = referencedName(part);
      if (base !== null) bases.add(base);
    }
  }
  return [...bases].slice(1);
}
