/** Reading JSON Schemas: values of keywords, as far as they are of the type that the keyword has. */
import type { JsonSchema } from "openapi-exemplar/view";

export type Json = JsonSchema[string];

export function isSchema(value: Json | undefined): value is JsonSchema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The items of a list; none of anything else. */
export function listIn(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

/** A list of schemas, `true` and `false` among them. */
export function schemasIn(value: Json | undefined): readonly Json[] {
  return listIn(value).filter((item) => isSchema(item) || typeof item === "boolean");
}

export function textsIn(value: Json | undefined): readonly string[] {
  return listIn(value).filter((item) => typeof item === "string");
}

/** The members of an object. */
export function entriesIn(value: Json | undefined): readonly (readonly [string, Json])[] {
  return isSchema(value) ? Object.entries(value) : [];
}

/** A number as JavaScript has it; null for anything else. */
export function numberIn(value: Json | undefined): number | null {
  return typeof value === "number" || typeof value === "bigint" ? Number(value) : null;
}

/** A number of characters, items or properties. */
export function countIn(value: Json | undefined): number | null {
  const count = numberIn(value);
  return count !== null && Number.isSafeInteger(count) && count >= 0 ? count : null;
}

/** The types that a schema names, without `integer` beside `number`. */
export function typesIn({ type }: JsonSchema): readonly string[] {
  const types = typeof type === "string" ? [type] : textsIn(type);
  return [...new Set(types)].filter((name) => name !== "integer" || !types.includes("number"));
}

/** What integers of the schema are in code, where they have 64 bits and are no numbers. */
export function int64In(schema: JsonSchema): "bigint" | "string" | null {
  const mark = schema["x-exemplar-int64"];
  return mark === "bigint" || mark === "string" ? mark : null;
}

/** The values that `enum` or `const` list, as code has them; null where neither is there. */
export function valuesIn(schema: JsonSchema): readonly Json[] | null {
  const only = schema["const"];
  const values = only !== undefined ? [only] : Array.isArray(schema["enum"]) ? listIn(schema["enum"]) : null;
  const types = typesIn(schema);
  return (
    values
      ?.filter((value) => types.length === 0 || types.some((type) => isOfType(value, type)))
      .map((value) => valueInCode(value, int64In(schema))) ?? null
  );
}

function isOfType(value: Json, type: string): boolean {
  if (type === "null") return value === null;
  if (type === "array") return Array.isArray(value);
  if (type === "object") return isSchema(value);
  if (type === "number") return numberIn(value) !== null;
  if (type === "integer") return typeof value === "bigint" || Number.isInteger(value);
  return typeof value === type;
}

function valueInCode(value: Json, int64: "bigint" | "string" | null): Json {
  if (Array.isArray(value)) return listIn(value).map((item) => valueInCode(item, null));
  if (isSchema(value)) return Object.fromEntries(entriesIn(value).map(([key, item]) => [key, valueInCode(item, null)]));
  if (typeof value !== "bigint" && typeof value !== "number") return value;
  if (int64 === null || !Number.isInteger(Number(value))) return Number(value);
  return int64 === "bigint" ? BigInt(value) : String(value);
}

/** A pattern as JavaScript reads it: with `u` where it can be; null where it cannot at all. */
export function patternFlags(pattern: string): "u" | "" | null {
  for (const flags of ["u", ""] as const) {
    try {
      new RegExp(pattern, flags);
      return flags;
    } catch {
      // The next flags, or none.
    }
  }
  return null;
}
