import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { collectDiagnostics } from "../../generator/diagnostics.js";
import type { JsonValue } from "../../generator/document/json.js";
import { enumMembers } from "../../generator/model/enum-members.js";
import { seed } from "../conformance/seed.js";

const origin = { uri: "api.yml", pointer: "/components/schemas/E" };

function keysFor(values: readonly JsonValue[]): Readonly<Record<string, unknown>> {
  const members = enumMembers({ enum: values }, origin, collectDiagnostics());
  return Object.fromEntries(members.map(({ key, value }) => [key, value]));
}

describe("keys of members", () => {
  it.each<[readonly JsonValue[], readonly string[]]>([
    [
      ["active", "in-progress", "snake_case", "camelCase"],
      ["Active", "InProgress", "SnakeCase", "CamelCase"],
    ],
    [
      ["Active", "ON_HOLD", "USD", "Foo_bar"],
      ["Active", "ON_HOLD", "USD", "Foo_bar"],
    ],
    [
      ["+1", "-1", "1", "v1.5", "15"],
      ["Plus1", "Minus1", "_1", "V1_5", "_15"],
    ],
    [
      [1.5, 15, -2, 0],
      ["_1_5", "_15", "Minus2", "_0"],
    ],
    [
      ["", " ", "*", "<=", "👍"],
      ["Empty", " ", "*", "<=", "👍"],
    ],
    [
      ["é", "класс", "用户"],
      ["E", "Класс", "用户"],
    ],
    [
      ["__proto__", "constructor", "class"],
      ["Proto", "Constructor", "Class"],
    ],
    // What is its own key keeps it, whatever is added; what becomes the same has its exact text.
    [
      ["asc", "Asc"],
      ["asc", "Asc"],
    ],
    [
      ["in-progress", "in_progress"],
      ["in-progress", "in_progress"],
    ],
    [
      [1, "1", true, null],
      ["_1_number", "_1_string", "True"],
    ],
  ])("%j gives %j", (values, keys) => {
    expect(Object.keys(keysFor(values)).sort()).toEqual([...keys].sort());
  });

  it("are distinct, one for each value", () => {
    const value = fc.oneof(
      fc.string({ unit: "binary", maxLength: 6 }),
      fc.constantFrom("a", "A", "1", "+1"),
      fc.double(),
    );
    fc.assert(
      fc.property(fc.uniqueArray(value, { minLength: 1, maxLength: 12 }), (values) => {
        const plain = values.filter((each) => typeof each === "string" || Number.isFinite(each));
        const members = enumMembers({ enum: plain }, origin, collectDiagnostics());
        expect(new Set(members.map(({ key }) => key)).size).toBe(new Set(plain).size);
      }),
      { seed },
    );
  });
});

it.each<[string, JsonValue]>([
  ["a boolean alone", { type: "boolean", enum: [true] }],
  ["null alone", { enum: [null] }],
  ["an object among the values", { enum: ["a", {}] }],
  ["const", { const: "a" }],
  ["a list of an enum", { type: "array", items: { enum: ["a"] } }],
  ["a reference", { anyOf: [{ $ref: "#/components/schemas/Other" }, { type: "null" }] }],
  ["two enums", { oneOf: [{ enum: ["a"] }, { enum: ["b"] }] }],
])("%s has no members", (_, schema) => {
  expect(enumMembers(schema as Readonly<Record<string, JsonValue>>, origin, collectDiagnostics())).toEqual([]);
});

it("names by extension are looked for where the values are", () => {
  const inner = { enum: ["a", null], "x-enum-varnames": ["First"] };
  const diagnostics = collectDiagnostics();
  expect(enumMembers({ oneOf: [{ type: "null" }, inner] }, origin, diagnostics).map(({ key }) => key)).toEqual(["A"]);
  expect(diagnostics.list().map(({ place }) => place)).toEqual([
    { uri: "api.yml", pointer: "/components/schemas/E/oneOf/1/x-enum-varnames" },
  ]);
});
