import { describe, expect, it } from "vitest";
import type { Schema } from "../../generator/document/normal-document.js";
import { createTypePrinter } from "../../generator/types/print-types.js";
import type { NamedSchema } from "../../generator/model/model.js";

const named = (name: string, id: string, schema: Schema): NamedSchema => ({
  name,
  id,
  slug: id.toLowerCase(),
  members: [],
  shape: null,
  fixture: null,
  inferredFrom: null,
  schema,
  origin: { uri: "api.yml", pointer: `/components/schemas/${name}` },
});

const schemas = [
  named("Pet", "Pet", { type: "object", properties: { name: { type: "string" } }, required: ["name"] }),
  named("Error", "ErrorSchema", { type: "string" }),
  named("a/b", "AB", { $ref: "#/components/schemas/Pet" }),
];
const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

/** A declaration on one line. */
function declared(schema: Schema, describeMember: (schema: Schema) => string = () => ""): string {
  return createTypePrinter(schemas, describeMember).declare("X", schema).declaration.replace(/\s+/g, " ");
}

describe("a type", () => {
  it.each<[string, Schema, string]>([
    [
      "of an object",
      { type: "object", properties: { a: { type: "string" }, b: { type: "integer" } }, required: ["a"] },
      "export interface X { a: string; b?: number; }",
    ],
    [
      "of an odd name",
      { type: "object", properties: { "na-me": {}, "200": { type: "boolean" } } },
      'export interface X { 200?: boolean; "na-me"?: unknown; }',
    ],
    ["of a list", { type: "array", items: { type: "number" } }, "export type X = number[];"],
    [
      "of a list of several",
      { type: "array", items: { type: ["string", "null"] } },
      "export type X = (string | null)[];",
    ],
    [
      "of a map",
      { type: "object", additionalProperties: { type: "number" } },
      "export interface X { [key: string]: number; }",
    ],
    ["of an enum", { type: "string", enum: ["a", "b"] }, 'export type X = "a" | "b";'],
    ["of an enum with null", { type: ["string", "null"], enum: ["a", null] }, 'export type X = "a" | null;'],
    ["of a constant", { const: "a" }, 'export type X = "a";'],
    ["of the constant null", { const: null }, "export type X = null;"],
    ["of nothing said", {}, "export type X = unknown;"],
    ["of a reference", ref("Pet"), "export type X = Pet;"],
    ["of a reference whose type has another name", ref("Error"), "export type X = ErrorSchema;"],
    ["of a reference with an escaped name", ref("a~1b"), "export type X = AB;"],
    ["of one of several", { oneOf: [ref("Pet"), { type: "null" }] }, "export type X = Pet | null;"],
    [
      "of all parts",
      { allOf: [ref("Pet"), { type: "object", properties: { a: { type: "string" } } }] },
      "export type X = Pet & { a?: string; };",
    ],
    [
      "of properties beside others",
      { type: "object", properties: { a: { type: "string" } }, additionalProperties: { type: "number" } },
      "export type X = { a?: string; } & { [key: string]: number | string | undefined; };",
    ],
    [
      "of what text holds",
      { enum: ["*/", "`${x}`", "\u2028"] },
      'export type X = "*\\/" | "\\u0060$\\u007bx}\\u0060" | "\\u2028";',
    ],
  ])("%s", (_, schema, want) => {
    expect(declared(schema)).toBe(want);
  });

  it("has the comments that it is given, on its members alone", () => {
    const schema: Schema = {
      type: "object",
      description: "outer",
      properties: { a: { type: "string", description: "inner" } },
    };
    expect(
      declared(schema, ({ description }) => (typeof description === "string" ? `/** ${description} */` : "")),
    ).toBe("export interface X { /** inner */ a?: string; }");
  });

  it("names the schemas that it refers to, once each", () => {
    const { references } = createTypePrinter(schemas, () => "").declare("X", {
      type: "object",
      properties: { a: ref("Pet"), b: { type: "array", items: ref("Error") }, c: ref("Pet") },
      default: { $ref: "#/components/schemas/a~1b" },
    });
    expect(references.map(({ name }) => name)).toEqual(["Pet", "Error"]);
  });

  it("leaves the schema as it was", () => {
    const schema: Schema = { type: "object", properties: { a: { const: null } }, patternProperties: { b: {} } };
    const before = JSON.stringify(schema);
    declared(schema);
    expect(JSON.stringify(schema)).toBe(before);
  });
});
