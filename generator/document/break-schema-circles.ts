/**
 * Schemas that are made of themselves: by `$ref`, `allOf`, `anyOf` or `oneOf` alone, with no property or item in
 * between. Such a schema says nothing (and its type would be an error), so it stands for any value.
 */
import type { Diagnostics } from "../diagnostics.js";
import { isJsonObject } from "./json.js";
import { appendToken } from "./json-pointer.js";
import type { NormalSchema, Schema } from "./normal-document.js";
import { referencedName } from "./referenced-name.js";

const compositions = ["allOf", "anyOf", "oneOf"] as const;

/** Puts `{}` in the place of each schema that is made of itself, with a warning at the keyword that leads back. */
export function breakSchemaCircles(
  schemas: readonly NormalSchema[],
  diagnostics: Diagnostics,
): readonly NormalSchema[] {
  const parts = new Map(schemas.map(({ name, schema }) => [name, partsOf(schema)]));
  return schemas.map((entry) => {
    if (!reaches(entry.name, parts)) return entry;
    const key = ["$ref", ...compositions].find((keyword) => Object.hasOwn(entry.schema, keyword)) ?? "$ref";
    const place = { uri: entry.origin.uri, pointer: appendToken(entry.origin.pointer, key) };
    diagnostics.add("schema-circular", place, { name: entry.name });
    return { ...entry, schema: {} };
  });
}

/** The names of the component schemas that a schema is made of. */
function partsOf(schema: Schema): readonly string[] {
  const own = referencedName(schema);
  // One of `then` and `else` counts: together they are a union.
  const members = [...compositions.flatMap((keyword) => schema[keyword] ?? []), schema["then"], schema["else"]].flat();
  return [...(own === null ? [] : [own]), ...members.filter(isJsonObject).flatMap(partsOf)];
}

/** Whether the parts of `start` lead back to it. */
function reaches(start: string, parts: ReadonlyMap<string, readonly string[]>): boolean {
  const seen = new Set<string>();
  const queue = [...(parts.get(start) ?? [])];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (name === start) return true;
    if (seen.has(name)) continue;
    seen.add(name);
    queue.push(...(parts.get(name) ?? []));
  }
  return false;
}
