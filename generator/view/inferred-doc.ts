/** What the docs of inferred types say of what they rest on. */
import type { Origin } from "../diagnostics.js";
import { isJsonArray, isJsonObject, type JsonValue } from "../document/json.js";
import { parsePointer } from "../document/json-pointer.js";
import type { Schema } from "../document/normal-document.js";

/**
 * Says that a type was inferred, from what, and that its object was seen once, where it was.
 * @param from the examples; null where the type was not inferred
 * @param of what has the examples and no schema: `the 200 response`; null for a schema that has a name
 */
export function inferredDoc(schema: Schema, from: readonly Origin[] | null, of: string | null): readonly string[] {
  if (from === null) return [];
  const names = from.map(exampleName);
  const [only] = names;
  const source =
    names.length === 1
      ? only === null
        ? "the example"
        : `the example \`${only ?? ""}\``
      : `the ${names.length} examples`;
  const often = (objectsSeen(schema) ?? names.length) === 1 ? ", seen once" : "";
  if (of === null) return [`Inferred from ${names.length === 1 ? "an example" : source.replace("the ", "")}${often}.`];
  return [`Inferred from ${source} of ${of}${often}: the document has no schema for it.`];
}

/** The name under `examples`, or null for the one under `example`. */
function exampleName({ pointer }: Origin): string | null {
  const tokens = parsePointer(pointer) ?? [];
  const index = tokens.lastIndexOf("examples");
  return index === -1 ? null : (tokens[index + 1]?.replaceAll("`", "") ?? null);
}

/** How many objects were seen at a place, or in the lists there; null where there are none, or they were not inferred. */
function objectsSeen(schema: JsonValue | undefined): number | null {
  if (!isJsonObject(schema)) return null;
  const { "x-exemplar-seen": seen, anyOf, items } = schema;
  if (typeof seen === "number") return seen;
  for (const inner of isJsonArray(anyOf) ? anyOf : [items]) {
    const found = objectsSeen(inner);
    if (found !== null) return found;
  }
  return null;
}

/** The properties whose objects were seen once, although the objects around them were seen more often: those say it. */
export function seenOnce(schemas: Iterable<Schema>): ReadonlySet<Schema> {
  const found = new Set<Schema>();
  const visit = (schema: JsonValue | undefined, around: number): void => {
    if (!isJsonObject(schema)) return;
    const { anyOf, items, properties, additionalProperties, "x-exemplar-seen": seen } = schema;
    const own = typeof seen === "number" ? seen : around;
    for (const one of isJsonArray(anyOf) ? anyOf : []) visit(one, around);
    visit(items, around);
    visit(additionalProperties, own);
    for (const property of isJsonObject(properties) ? Object.values<JsonValue>(properties) : []) {
      if (own > 1 && isJsonObject(property) && objectsSeen(property) === 1) found.add(property);
      visit(property, own);
    }
  };
  for (const schema of schemas) visit(schema, 0);
  return found;
}
