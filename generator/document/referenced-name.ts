/** References between schemas, as they are after `resolve`: each to a named schema of the components. */
import { type JsonValue, member } from "./json.js";
import { parseFragment } from "./json-pointer.js";

/** The name in `#/components/schemas/<name>`, or null for a schema that is no such reference. */
export function referencedName(schema: JsonValue): string | null {
  const reference = member(schema, "$ref");
  const tokens = typeof reference === "string" ? parseFragment(reference) : null;
  return tokens?.length === 3 && tokens[1] === "schemas" ? (tokens[2] ?? null) : null;
}
