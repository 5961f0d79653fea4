/** Integers of 64 bits, of which a number does not hold all: where they stand, and what they are in code. */
import { jsonObject, member } from "./json.js";
import type { Schema } from "./normal-document.js";

export const int64Types = ["number", "string", "bigint"] as const;

/** What an integer of 64 bits is in code. */
export type Int64Type = (typeof int64Types)[number];

/** Marks a schema whose integers have 64 bits: its value is their type. Where that is `number`, nothing is marked. */
const key = "x-exemplar-int64";

/** https://spec.openapis.org/registry/format/#int64: of `number` too; of `string` it is text. */
export function markInt64(schema: Schema, type: Int64Type): Schema {
  // A mark of the document's own would contradict the configuration.
  const plain = Object.hasOwn(schema, key)
    ? jsonObject(Object.entries(schema).filter(([name]) => name !== key))
    : schema;
  const format = member(schema, "format");
  if (type === "number" || (format !== "int64" && format !== "uint64")) return plain;
  const types = [member(schema, "type") ?? []].flat();
  return types.includes("integer") || types.includes("number") ? { ...plain, [key]: type } : plain;
}

/** The type of the integers of a schema that says how many bits they have; null for any other. */
export function int64TypeOf(schema: Schema): "bigint" | "string" | null {
  const type = member(schema, key);
  return type === "bigint" || type === "string" ? type : null;
}
