/** Types of values. https://json-schema.org/draft/2020-12/json-schema-validation#section-6.1.1 */
import { canonical, isObject } from "./json-equality.js";
import type { JsonSchemaObject } from "./json-schema.js";

/** The number that a value is; that of an integer of 64 bits may be text. */
export function numberOf({ int64, type }: JsonSchemaObject, value: unknown): number | bigint | null {
  if (typeof value === "number" || typeof value === "bigint") return value;
  const isText = int64 !== true || type === "string" || (Array.isArray(type) && type.includes("string"));
  return typeof value === "string" && !isText && /^-?\d+$/.test(value) ? BigInt(value) : null;
}

/** Whether a value is of a type, or of one of several. */
export function isOfType(value: unknown, type: string | readonly string[]): boolean {
  return typeof type === "string" ? isType(value, type) : type.some((each) => isType(value, each));
}

function isType(value: unknown, type: string): boolean {
  switch (type) {
    case "null":
      return value === null;
    case "string":
      return typeof value === "string" || value instanceof Blob;
    case "number":
      return typeof value === "number" || typeof value === "bigint";
    case "integer":
      return typeof value === "bigint" || Number.isInteger(value);
    case "array":
      return Array.isArray(value);
    case "object":
      return isObject(value);
    default:
      return typeof value === type;
  }
}

const articles: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  integer: "an integer",
  boolean: "true or false",
  object: "an object",
  array: "a list",
};

/** Types as people call them. */
export function typeNames(type: string | readonly string[]): string {
  const types: readonly string[] = typeof type === "string" ? [type] : type;
  return types.map((each) => articles[each] ?? each).join(" or ") || "of no type";
}

/** Values as people read them, not endlessly many. */
export function shown(values: readonly unknown[]): string {
  const few = values.slice(0, 20).map(canonical);
  return few.join(", ") + (values.length > few.length ? `, … (${values.length} in all)` : "");
}
