/** A value of a component schema: its example, else one made from it. */
import type { Diagnostics } from "../diagnostics.js";
import { isJsonArray, type JsonValue } from "../document/json.js";
import type { NormalExample, NormalSchema, Schema } from "../document/normal-document.js";
import type { Origin } from "../diagnostics.js";
import { referenceTo } from "../document/schema-names.js";
import { exampleFixtures } from "./example-fixtures.js";
import { madeFixture } from "./made-fixture.js";
import type { ResponseFixture } from "./model.js";
import type { SchemaTable } from "./schema-shape.js";

/** @returns null where nothing fits the schema */
export function componentFixture(
  { name, schema, sample, origin }: Pick<NormalSchema, "name" | "schema" | "sample" | "origin">,
  table: SchemaTable,
  diagnostics: Diagnostics,
): ResponseFixture | null {
  // As it is referred to: so one value is made for all places that have it.
  const about = { schema: { $ref: referenceTo(name) }, table, origin };
  const [given = sample] = schemaExamples(schema, origin);
  const [example] = given === undefined ? [] : exampleFixtures([given], about, diagnostics);
  return example ?? madeFixture("default", about, diagnostics);
}

/** The examples that a schema has itself. */
export function schemaExamples(schema: Schema, { uri, pointer }: Origin): readonly NormalExample[] {
  const { example, examples } = schema;
  const at = (name: string, value: JsonValue, key: string): NormalExample => {
    return { name, summary: null, value, origin: { uri, pointer: `${pointer}/${key}` } };
  };
  return [
    ...(example === undefined ? [] : [at("default", example, "example")]),
    ...(isJsonArray(examples)
      ? examples.map((value, index) => at(`example ${index + 1}`, value, `examples/${index}`))
      : []),
  ];
}
