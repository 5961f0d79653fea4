/** What the makers of values share: what the value is for, where in it they are, and whether it will do. */
import { isJsonArray, type JsonValue } from "../document/json.js";
import type { Schema } from "../document/normal-document.js";
import { contradiction } from "./conforms.js";
import { findViolations, hasConstraints } from "./find-violations.js";
import type { SchemaTable } from "./schema-shape.js";

export interface Synthesis {
  readonly table: SchemaTable;
  /** The name of the field or parameter that the value is for; it says more than the schema, often. */
  readonly name: string;
  readonly description: string | null;
  /** The status of the response that the value is for, where it tells of an error. */
  readonly status?: number | null;
  /** Where the value becomes text: what may be anything is a text, which can be sent. */
  readonly asText?: boolean;
  /** Whether the value may have properties that are required and described nowhere, so that the type has them not. */
  readonly excess?: boolean;
  /** False for scalars that cannot be used; such a value is not taken where the schema gives another. */
  readonly accepts?: (value: JsonValue) => boolean;
}

/** Where in the value we are. */
export interface Trail {
  readonly depth: number;
  /** The component schemas around this place. */
  readonly inside: ReadonlySet<string>;
  /** Properties that a schema around this one, of which it is a part, requires. */
  readonly required: ReadonlySet<string>;
  /** Properties that are not made, unless they are required. */
  readonly avoided: ReadonlySet<string>;
  /** Whether other parts say something of the value, too. */
  readonly isPart: boolean;
  /** Which of several like it the value is, counted from 0. */
  readonly step: number;
  /** Whether the value may break a rule: then it is judged as a whole, which takes longer. */
  readonly doubt: { any: boolean };
  /** How many more values are made, how often others are tried where one breaks a rule, and whether it was too deep. */
  readonly budget: { left: number; searches: number; isTooDeep: boolean };
  /** Optional properties are made down to here. */
  readonly optionalDepth: number;
  /** Whether each optional member and item, and each alternative, is checked by itself. */
  readonly checks: boolean;
  /** Makes a value for a schema in this one. */
  readonly make: (schema: Schema, about: Synthesis, trail: Trail) => JsonValue | undefined;
}

/** What nothing around a value says anything of. */
export const ofItself = { required: new Set<string>(), avoided: new Set<string>(), isPart: false };

/** Whether a value fits a schema, all keywords considered. */
export function isValid(value: JsonValue, schema: Schema, table: SchemaTable): boolean {
  return (
    contradiction(value, schema, table, "is-fine") === null &&
    (!hasConstraints(schema, table) || findViolations(value, schema, table).length === 0)
  );
}

export function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  return isJsonArray(value) ? value : [];
}

export function textsOf(value: JsonValue | undefined): readonly string[] {
  return listOf(value).filter((item) => typeof item === "string");
}
