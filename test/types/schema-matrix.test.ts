/**
 * What schemas print as: a table (`schema-matrix.yml`). All types compile in one program, together with constants of
 * their valid values and of their invalid ones.
 */
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { JsonValue } from "../../generator/document/json.js";
import { contradiction } from "../../generator/model/conforms.js";
import { synthesise } from "../../generator/model/synthesise.js";
import { typeErrors } from "../type-errors.js";
import { printedSchemas } from "./printed-schemas.js";

interface Row {
  readonly name: string;
  readonly version?: string;
  readonly x: JsonValue;
  readonly with?: Readonly<Record<string, JsonValue>>;
  readonly type: string;
  readonly valid?: readonly JsonValue[];
  readonly invalid?: readonly JsonValue[];
  /** An expression that compiles of a `value` of the type. */
  readonly code?: string;
  /** The type says what the schema means, which is not what it says. */
  readonly meant?: boolean;
}

// A table of ours.
const rows = parse(readFileSync(new URL("schema-matrix.yml", import.meta.url), "utf8")) as readonly Row[];

/** A file with the types of a row and its values; where each value stands. */
function fileOf(row: Row, index: number) {
  const { declarations, table } = printedSchemas({ ...row.with, X: row.x }, row.version ?? "3.1.0");
  // A helper stands beside each type that needs it.
  const lines = [...new Set([...declarations.values()].flatMap((text) => text.split(/(?= type WithRequired)/)))];
  const path = `/row${String(index)}.ts`;
  const place = (value: JsonValue) => {
    lines.push(`export const value${String(lines.length)}: X = ${JSON.stringify(value)};`);
    return lines.length;
  };
  (row.valid ?? []).forEach(place);
  const made = synthesise({ $ref: "#/components/schemas/X" }, { table, name: "x", description: null });
  if (made !== undefined) place(made);
  const invalid = (row.invalid ?? []).map(place);
  if (row.code !== undefined) lines.push(`export function use(value: X): unknown { return ${row.code}; }`);
  return { path, table, invalid, declaration: declarations.get("X"), text: lines.join("\n") };
}

const files = rows.map(fileOf);
let errors: ReadonlySet<string> = new Set();

beforeAll(() => {
  errors = new Set(typeErrors(files).map((error) => error.replace(/: .*/s, "")));
}, 60_000);

describe.each(rows.map((row, index) => ({ ...row, index })))("$name", (row) => {
  const file = files[row.index];

  it("prints", () => {
    expect(file?.declaration).toBe(row.type);
  });

  it("takes what is valid, refuses what is not, and compiles", () => {
    const lines = (file?.text ?? "").split("\n").length;
    const wrong = [...Array(lines).keys()].filter((line) => errors.has(`${file?.path ?? ""}:${String(line + 1)}`));
    expect(wrong.map((line) => file?.text.split("\n")[line])).toEqual(
      file?.invalid.map((line) => file.text.split("\n")[line - 1]),
    );
  });

  it("has fixtures of the values that its type takes", () => {
    const fits = (value: JsonValue) =>
      contradiction(value, { $ref: "#/components/schemas/X" }, file?.table ?? new Map()) === null;
    expect((row.valid ?? []).filter((value) => !fits(value))).toEqual([]);
    expect((row.invalid ?? []).filter(fits)).toEqual([]);
  });

  const isJsonSchema = row.version === undefined && row.meant !== true;
  it.runIf(isJsonSchema)("says what Ajv says", () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false, discriminator: false });
    ajv.addSchema({ $id: "https://example.com/api", components: { schemas: { ...row.with, X: row.x } } });
    const check = (value: JsonValue) => ajv.validate("https://example.com/api#/components/schemas/X", value);
    expect((row.valid ?? []).map((value) => [value, check(value)])).toEqual(
      (row.valid ?? []).map((value) => [value, true]),
    );
    // TypeScript refuses properties that are not described; JSON Schema does where they are forbidden.
    const refused = (row.invalid ?? []).filter((value) => check(value));
    expect(refused).toEqual([]);
  });
});
