/** The values of discriminators of Swagger 2.0 that are not the names of definitions. */
import { childOrigin, type Document } from "./document.js";
import { isJsonArray, isJsonObject, type JsonValue, member } from "./json.js";
import { formatPointer } from "./json-pointer.js";
import { referencedName } from "./referenced-name.js";
import type { Member } from "./upgrade-context.js";

/** Extensions on a heir that name its value, where 2.0 knows the heir's own name alone. */
const keys = ["x-discriminator-value", "x-ms-discriminator-value"];

/**
 * The `mapping` of each definition that others extend by `allOf` and that a discriminator tells apart.
 * @returns by the name of the definition: members of a 3.0 mapping, value to reference
 */
export function discriminatorMappings(document: Document): ReadonlyMap<string, readonly Member[]> {
  const definitions = member(document.value, "definitions");
  if (!isJsonObject(definitions)) return new Map();
  const home = childOrigin(document.grafts, document.value, document.root, "definitions");
  const mappings = new Map<string, Member[]>();
  for (const [name, schema] of Object.entries(definitions)) {
    const key = keys.find((candidate) => typeof member(schema, candidate) === "string");
    const value = key === undefined ? undefined : member(schema, key);
    if (key === undefined || typeof value !== "string" || !isJsonObject(schema)) continue;
    const place = childOrigin(document.grafts, definitions, home, name);
    const reference = `#${formatPointer(["components", "schemas", name]).replaceAll("%", "%25")}`;
    const entry: Member = [value, { value: reference, origin: childOrigin(document.grafts, schema, place, key) }];
    for (const base of basesOf(name, definitions)) mappings.set(base, [...(mappings.get(base) ?? []), entry]);
  }
  return mappings;
}

/** The definitions that one extends, directly or not. */
function basesOf(name: string, definitions: JsonValue): readonly string[] {
  const bases = new Set([name]);
  // A set takes in what is added while it is walked.
  for (const heir of bases) {
    const parts = member(member(definitions, heir), "allOf");
    for (const part of isJsonArray(parts) ? parts : []) {
      const base = referencedName(part);
      if (base !== null) bases.add(base);
    }
  }
  return [...bases].slice(1);
}
