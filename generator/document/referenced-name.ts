/** References between schemas, as they are after `resolve`: each to a named schema of the components. */
import { type JsonValue, member } from "./json.js";
import { parseFragment } from "./json-pointer.js";

/** The name in `#/components/schemas/<name>`, or null for a schema that is no such reference. */
export function referencedName(schema: JsonValue): string | null {
  const reference = member(schema, "$ref");
  if (typeof reference !== "string") return null;
  const found = known.get(reference);
  if (found !== undefined) return found;
  const tokens = parseFragment(reference);
  const name = tokens?.length === 3 && tokens[1] === "schemas" ? (tokens[2] ?? null) : null;
  known.set(reference, name);
  return name;
}

/** A reference is read again and again. As many as there are components of all documents of the process. */
const known = new Map<string, string | null>();
