import { describe, expect, it } from "vitest";
import type { JsonValue } from "../../generator/document/json.js";
import { apiText, normalised } from "./document-fixture.js";

/** What becomes of one schema, and what is said of it: code, and the place within the schema. */
function corrected(yaml: string, version: string) {
  const { normal, codes } = normalised(apiText({ version, components: `schemas:\n  S: ${yaml}` }));
  const within = codes.map((code) => code.replace(" /components/schemas/S", " "));
  return { schema: normal?.schemas[0]?.schema, codes: within.filter((code) => !code.startsWith("operations-missing")) };
}

type Row = readonly [yaml: string, schema: Readonly<Record<string, JsonValue>>, codes: readonly string[]];

describe("keywords of schemas whose value is of the wrong type", () => {
  it.each<Row>([
    ["{ deprecated: yes }", { deprecated: true }, ["value-read-as /deprecated"]],
    ["{ deprecated: 1 }", {}, ["value-type-mismatch /deprecated"]],
    ["{ deprecated: ~ }", {}, []],
    ["{ type: string, nullable: On }", { type: ["string", "null"] }, ["value-read-as /nullable"]],
    ["{ type: string, nullable: nope }", { type: "string" }, ["value-type-mismatch /nullable"]],
    ['{ minimum: "-1.50" }', { minimum: -1.5 }, ["value-read-as /minimum"]],
    ['{ maxItems: "007" }', {}, ["value-type-mismatch /maxItems"]],
    ['{ minimum: "9007199254740993" }', { minimum: 9007199254740993n }, ["value-read-as /minimum"]],
    ["{ minimum: 1, exclusiveMinimum: yes }", { exclusiveMinimum: 1 }, ["value-read-as /exclusiveMinimum"]],
    ["{ type: integer, default: '1.5' }", { type: "integer", default: "1.5" }, []],
    ["{ type: number, default: '1.5' }", { type: "number", default: 1.5 }, ["value-read-as /default"]],
    ["{ type: string, default: 0x1F }", { type: "string", default: "0x1F" }, ["value-read-as /default"]],
    ["{ default: no }", { default: "no" }, []],
    ["{ additionalProperties: no }", { additionalProperties: false }, ["value-read-as /additionalProperties"]],
    ["{ additionalProperties: some }", { additionalProperties: {} }, ["schema-invalid /additionalProperties"]],
    ["{ anyOf: [], type: string }", { type: "string" }, ["value-type-mismatch /anyOf"]],
    ["{ type: string, enum: [&a 1.0, *a] }", { type: "string", enum: ["1.0", "1.0"] }, ["enum-contradicts-type /enum"]],
    ["{ additionalItems: false }", {}, []],
  ])("%s", (yaml, schema, codes) => {
    expect(corrected(yaml, "3.0.3")).toEqual({ schema, codes });
  });

  it.each<Row>([
    ["{ maximum: 1, exclusiveMaximum: true }", { exclusiveMaximum: 1 }, ["value-read-as /exclusiveMaximum"]],
    ["{ maximum: 1, exclusiveMaximum: false }", { maximum: 1 }, ["value-type-mismatch /exclusiveMaximum"]],
    ["{ type: [string, ~] }", { type: ["string", "null"] }, ["value-read-as /type"]],
    ["{ type: string, const: 1.0 }", { type: "string", const: "1.0" }, ["value-read-as /const"]],
  ])("%s, from 3.1 on", (yaml, schema, codes) => {
    expect(corrected(yaml, "3.1.0")).toEqual({ schema, codes });
  });
});

describe("the dialect of schemas", () => {
  it.each<[string, readonly string[]]>([
    ["https://spec.openapis.org/oas/3.1/dialect/base", []],
    ["https://json-schema.org/draft/2020-12/schema", []],
    ["http://json-schema.org/draft-04/schema#", ["schema-dialect-unknown /jsonSchemaDialect"]],
  ])("%s", (dialect, codes) => {
    expect(normalised(`${apiText({ version: "3.1.0" })}jsonSchemaDialect: ${dialect}\n`).codes).toEqual(codes);
  });
});
