/** A fixture where the document has no example. */
import type { Diagnostics, Origin } from "../diagnostics.js";
import type { Schema } from "../document/normal-document.js";
import { contradiction } from "./conforms.js";
import { findViolations } from "./find-violations.js";
import { int64Value } from "./int64-value.js";
import type { ResponseFixture } from "./model.js";
import { ruleOrigin } from "./rule-origin.js";
import type { SchemaTable } from "./schema-shape.js";
import { type MadeValue, synthesiseData } from "./synthesise.js";
import { violationWords } from "./violation-words.js";

/** The schema of a body. */
export interface BodySchema {
  readonly schema: Schema;
  readonly table: SchemaTable;
  /** Where it stands. */
  readonly origin: Origin;
  /** Whether a value may have properties that are required and described nowhere. Default: true; a form cannot carry them. */
  readonly excess?: boolean;
  /** The status of the error that it is the body of. */
  readonly status?: number | null;
}

/**
 * A synthesised value as a fixture. That it breaks a rule is reported: then none was found that breaks none, most likely
 * because the schema contradicts itself.
 * @returns null where nothing fits even the type of the schema
 */
export function madeFixture(
  name: string,
  { schema, table, origin, excess: mayExceed = true, status = null }: BodySchema,
  diagnostics: Diagnostics,
): ResponseFixture | null {
  const made = makeOnce(schema, table, mayExceed, status);
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

/** Components are made once, whatever refers to them. By table and reference. */
const madeBefore = new WeakMap<SchemaTable, Map<string, MadeValue | null>>();

function makeOnce(schema: Schema, table: SchemaTable, excess: boolean, status: number | null): MadeValue | null {
  const make = () => synthesiseData(schema, { table, name: "", description: null, excess, status });
  const { $ref: reference, ...beside } = schema;
  if (typeof reference !== "string" || Object.keys(beside).length > 0) return make();
  const ofTable = madeBefore.get(table) ?? new Map<string, MadeValue | null>();
  madeBefore.set(table, ofTable);
  const key = `${excess} ${status} ${reference}`;
  const known = ofTable.get(key);
  if (known !== undefined) return known;
  const made = make();
  ofTable.set(key, made);
  return made;
}
