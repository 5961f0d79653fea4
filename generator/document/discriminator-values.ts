/** The values that a schema allows for a property of its objects. */
import { isJsonArray, type JsonValue, member } from "./json.js";
import type { Schema } from "./normal-document.js";
import { referencedName } from "./referenced-name.js";

/** Those that all parts of the schema allow, where it is composed of others by `allOf`; null where none says anything. */
export function allowedValues(
  schema: JsonValue | undefined,
  property: string,
  schemas: ReadonlyMap<string, Schema>,
  depth = 0,
): readonly JsonValue[] | null {
  const name = schema === undefined ? null : referencedName(schema);
  const resolved = name === null ? schema : schemas.get(name);
  const parts = member(resolved, "allOf");
  const inherited = isJsonArray(parts) && depth < 20 ? parts : [];
  const lists = [
    enumOf(member(member(resolved, "properties"), property), schemas),
    ...inherited.map((part) => allowedValues(part, property, schemas, depth + 1)),
  ].filter((list) => list !== null);
  const [first, ...others] = lists;
  return first?.filter((value) => others.every((list) => list.includes(value))) ?? null;
}

function enumOf(property: JsonValue | undefined, schemas: ReadonlyMap<string, Schema>): readonly JsonValue[] | null {
  const name = property === undefined ? null : referencedName(property);
  const schema = name === null ? property : schemas.get(name);
  const only = member(schema, "const");
  const values = member(schema, "enum");
  if (only !== undefined) return [only];
  return isJsonArray(values) ? values : null;
}
