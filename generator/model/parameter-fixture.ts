/** The value of a parameter in the fixtures: one that its schema allows, and that can be sent where it stands. */
import { isJsonArray, isJsonObject, type JsonValue, jsonObject } from "../document/json.js";
import { contradiction } from "./conforms.js";
import type { Operation, Parameter } from "./model.js";
import type { SchemaTable } from "./schema-shape.js";
import { synthesise } from "./synthesise.js";

export type Section = keyof Operation["parameters"];

/**
 * The first example that can be sent, else a value made from the schema.
 * @param examples those that fit the schema
 * @returns undefined where the schema allows no value that can be sent
 */
export function parameterFixture(
  section: Section,
  parameter: Parameter,
  examples: readonly JsonValue[],
  table: SchemaTable,
): JsonValue | undefined {
  const { name, description, schema } = parameter;
  if (section !== "path") return examples.length > 0 ? examples[0] : synthesise(schema, { table, name, description });
  const example = examples.find(isSentInPath);
  if (example !== undefined) return example;
  const made = synthesise(schema, { table, name, description, accepts: isSentInPath });
  if (made !== undefined && isSentInPath(made)) return made;
  // A schema that says nothing allows these.
  const others = [name, jsonObject([[name, name]]), [name]];
  return others.find((value) => contradiction(value, schema, table) === null);
}

/** False for what would leave a hole in the path, or be a step between folders (`runtime/path-parameter.ts`). */
function isSentInPath(value: JsonValue): boolean {
  if (isJsonArray(value)) return value.length > 0 && value.some(isSentInPath);
  if (isJsonObject(value)) return Object.keys(value).length > 0;
  return value !== null && !["", ".", ".."].includes(String(value));
}
