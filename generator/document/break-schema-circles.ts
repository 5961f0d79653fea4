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
  const circular = namesInCircles(parts);
  return schemas.map((entry) => {
    if (!circular.has(entry.name)) return entry;
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

/** A name that is being looked at: how many of its parts were, and the earliest name that it leads back to. */
interface Visit {
  readonly name: string;
  readonly index: number;
  done: number;
  earliest: number;
}

/** The names whose parts lead back to them: Tarjan's algorithm, which looks at each once, without recursion. */
function namesInCircles(parts: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const indices = new Map<string, number>();
  const circular = new Set<string>();
  // Names that may be in a circle with one that is being looked at.
  const open: string[] = [];
  const isOpen = new Set<string>();
  const path: Visit[] = [];
  const enter = (name: string) => {
    const index = indices.size;
    indices.set(name, index);
    open.push(name);
    isOpen.add(name);
    path.push({ name, index, done: 0, earliest: index });
  };
  const leave = ({ name, index, earliest }: Visit) => {
    const around = path.at(-1);
    if (around !== undefined) around.earliest = Math.min(around.earliest, earliest);
    if (earliest < index) return;
    const members = open.splice(open.lastIndexOf(name));
    for (const member of members) isOpen.delete(member);
    if (members.length > 1 || parts.get(name)?.includes(name) === true)
      for (const member of members) circular.add(member);
  };
  for (const start of parts.keys()) {
    if (!indices.has(start)) enter(start);
    for (let visit = path.at(-1); visit !== undefined; visit = path.at(-1)) {
      const next = parts.get(visit.name)?.[visit.done];
      visit.done++;
      if (next === undefined) {
        path.pop();
        leave(visit);
      } else if (!indices.has(next)) enter(next);
      else if (isOpen.has(next)) visit.earliest = Math.min(visit.earliest, indices.get(next) ?? visit.earliest);
    }
  }
  return circular;
}
