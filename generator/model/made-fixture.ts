/** A fixture where the document has no example. */
import type { Diagnostics, Origin } from "../diagnostics.js";
import type { Schema } from "../document/normal-document.js";
import { contradiction } from "./conforms.js";
import { findViolations } from "./find-violations.js";
import { int64Value } from "./int64-value.js";
import type { ResponseFixture } from "./model.js";
import { ruleOrigin } from "./rule-origin.js";
import type { SchemaTable } from "./schema-shape.js";
import { synthesiseData } from "./synthesise.js";
import { violationWords } from "./violation-words.js";

/** The schema of a body. */
export interface BodySchema {
  readonly schema: Schema;
  readonly table: SchemaTable;
  /** Where it stands. */
  readonly origin: Origin;
  /** Whether a value may have properties that are required and described nowhere. Default: true; a form cannot carry them. */
  readonly excess?: boolean;
}

/**
 * A synthesised value as a fixture. That it breaks a rule is reported: then none was found that breaks none, most likely
 * because the schema contradicts itself.
 * @returns null where nothing fits even the type of the schema
 */
export function madeFixture(
  name: string,
  { schema, table, origin, excess: mayExceed = true }: BodySchema,
  diagnostics: Diagnostics,
): ResponseFixture | null {
  const made = synthesiseData(schema, { table, name: "", description: null, excess: mayExceed });
  if (made === null) return null;
  const { value, fits } = made;
  const [violation] = fits ? [] : findViolations(value, schema, table);
  if (violation !== undefined) {
    const reason = violationWords(violation, value);
    diagnostics.add("fixture-breaks-rule", origin, { reason }, ruleOrigin(violation.rule, origin, table));
  }
  const excess = contradiction(value, schema, table) !== null;
  return { name, value: int64Value(value, schema, table), bytes: null, excess, source: "synthesised" };
}
