/** Integers that openapi-typescript has no word for: of 64 bits as bigint or text, and those that no number holds. */
import { type JsonValue, writeJson } from "../document/json.js";
import { int64TypeOf } from "../document/int64.js";
import type { Schema } from "../document/normal-document.js";
import { literalNode, referenceNode, unionNode } from "./type-nodes.js";

/** The type of a number or an integer. */
export function integerNode(schema: Schema): Schema {
  const type = int64TypeOf(schema);
  if (type === "bigint") return referenceNode("bigint");
  return { type: type ?? "number" };
}

/**
 * The type of exactly these values; null where none of them is such an integer.
 * @param schema whose values they are
 */
export function longLiterals(values: readonly JsonValue[], schema: Schema): Schema | null {
  const type = int64TypeOf(schema);
  const isLong = (value: JsonValue) =>
    typeof value === "bigint" || (type !== null && typeof value === "number" && Number.isInteger(value));
  if (!values.some(isLong)) return null;
  return unionNode(values.map((value) => (isLong(value) ? longLiteral(value, type) : literalNode([value]))));
}

/** A reference prints its last segment, whatever that is. */
function longLiteral(value: JsonValue, type: "bigint" | "string" | null): Schema {
  const digits = writeJson(value);
  if (type === "string") return literalNode([digits]);
  return referenceNode(`${digits}${type === "bigint" ? "n" : ""}`);
}
