/** `x-exemplar-form-dialect`: how nested values of a form are written where OpenAPI does not say. */
import { isJsonObject, type JsonValue, member } from "./json.js";
import type { Node, Reader } from "./reader.js";

/** Conventions of servers; docs/forms.md shows what each sends. */
export type FormDialect = "indices" | "brackets" | "repeat" | "comma" | "json";

export const formDialects: readonly FormDialect[] = ["indices", "brackets", "repeat", "comma", "json"];

export const formDialectKey = "x-exemplar-form-dialect";

/** The first that one of the nodes has, from the innermost outwards; null where none has one. */
export function readFormDialect(reader: Reader, nodes: readonly Node[]): FormDialect | null {
  const node = nodes.find(({ value }) => member(value, formDialectKey) !== undefined);
  const name = node && reader.text(node, formDialectKey, "structure");
  if (node === undefined || name === null || name === undefined) return null;
  const dialect = formDialects.find((known) => known === name) ?? null;
  if (dialect === null)
    reader.diagnostics.add("form-dialect-unknown", reader.originOf(node, formDialectKey), { found: name });
  return dialect;
}

/** The dialect that a property's schema chooses for itself. */
export function dialectOfSchema(schema: JsonValue): FormDialect | null {
  const name = isJsonObject(schema) ? member(schema, formDialectKey) : undefined;
  return formDialects.find((known) => known === name) ?? null;
}
