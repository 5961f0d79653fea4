import { describe, expect, it } from "vitest";
import type { JsonValue } from "../../generator/document/json.js";
import type { Schema } from "../../generator/document/normal-document.js";
import { synthesiseData } from "../../generator/model/synthesise.js";

const make = (schema: Schema) => synthesiseData(schema, { table: new Map(), name: "", description: null });

describe("where the first value breaks a rule, another one is made", () => {
  it.each<[string, Schema, JsonValue]>([
    ["of the numbers that are not excluded", { type: "integer", not: { enum: [1, 2] } }, 3],
    ["below what is excluded", { type: "number", not: { minimum: 0 } }, -1],
    ["of the numbers that are no integers", { type: "number", not: { type: "integer" } }, 1.5],
    ["of the texts that are not excluded", { type: "string", not: { enum: ["text", "text2"] } }, "text3"],
    ["of other characters", { type: "string", not: { pattern: "^[a-z]" } }, "Text"],
    ["longer than what is excluded", { type: "string", not: { maxLength: 5 } }, "textxx"],
    ["of another type", { not: { type: "object" } }, "text"],
    ["of more items", { type: "array", items: { type: "integer" }, not: { maxItems: 1 } }, [1, 2]],
    [
      "of other items, each once",
      { type: "array", uniqueItems: true, minItems: 3, items: { type: "integer", not: { enum: [1, 2] } } },
      [3, 4, 5],
    ],
    [
      "with another member",
      {
        type: "object",
        required: ["a"],
        properties: { a: { type: "integer" } },
        not: { properties: { a: { const: 1 } } },
      },
      { a: 2 },
    ],
    [
      "within the bounds of all parts",
      { allOf: [{ properties: { a: { type: "integer", minimum: 5 } } }, { properties: { a: { maximum: 6 } } }] },
      { a: 5 },
    ],
    [
      "of the length and the pattern of all parts",
      {
        allOf: [
          { properties: { a: { type: "string", minLength: 5 } } },
          { properties: { a: { maxLength: 6, pattern: "^[A-Z]+$" } } },
        ],
      },
      { a: "ABCDE" },
    ],
    ["of two patterns", { type: "string", allOf: [{ pattern: "^a" }, { pattern: "z$" }] }, "az"],
    ["of what three enums have in common", { allOf: [{ enum: [1, 2, 3] }, { enum: [3, 2] }, { enum: [3, 1] }] }, 3],
    [
      "of a list of which each part says something",
      {
        allOf: [
          { type: "array", items: { type: "string" }, minItems: 2 },
          { items: { minLength: 5 }, maxItems: 3 },
        ],
      },
      ["textx", "text2"],
    ],
    [
      "of what a condition adds",
      {
        required: ["k", "x"],
        properties: { k: { enum: ["a"] }, x: { type: "integer" } },
        if: { properties: { k: { const: "a" } } },
        then: { properties: { x: { minimum: 10 } } },
      },
      { k: "a", x: 10 },
    ],
    ["where a condition had better not hold", { type: "integer", if: { minimum: 5 }, then: { maximum: 3 } }, 1],
    ["of short names", { type: "object", propertyNames: { maxLength: 2 }, minProperties: 2 }, { ke: {}, k2: {} }],
    [
      "of names that match",
      { propertyNames: { pattern: "^[A-Z]{3}$" }, minProperties: 1, additionalProperties: { type: "integer" } },
      { ABC: 1 },
    ],
    [
      "without the properties whose names are not allowed",
      { propertyNames: { maxLength: 2 }, properties: { long: { type: "string" }, ab: { type: "string" } } },
      { ab: "ab" },
    ],
    [
      "of each property by itself",
      {
        required: ["a", "b"],
        properties: {
          a: { type: "string", allOf: [{ maxLength: 2 }, { minLength: 3 }] },
          b: { type: "integer", not: { const: 1 } },
        },
      },
      { a: "a", b: 2 },
    ],
  ])("%s", (_, schema, want) => {
    expect(make(schema)?.value).toEqual(want);
  });

  it.each<[string, Schema, JsonValue]>([
    ["date-time", { minLength: 24 }, "2024-01-02T03:04:05.000Z"],
    ["date-time", { minLength: 22, maxLength: 22 }, "2024-01-02T03:04:05.0Z"],
    ["date-time", { pattern: "\\+00:00$" }, "2024-01-02T03:04:05+00:00"],
    ["date", { pattern: "^2030-" }, "2030-01-02"],
    ["uri", { minLength: 24 }, "https://example.com/xxxx"],
    ["uri", { pattern: "\\.png$" }, "https://example.com/.png"],
    ["email", { minLength: 20 }, "adaxxxxx@example.com"],
    ["email", { pattern: "@corp\\.com$" }, "ada@corp.com"],
    ["hostname", { minLength: 20 }, "xxxxxxxx.example.com"],
    ["hostname", { maxLength: 3 }, "a"],
    ["ipv4", { pattern: "^10\\." }, "10.0.2.1"],
    ["regex", { minLength: 11 }, "^examplexx$"],
  ])("of the format %s with %j", (format, rules, want) => {
    expect(make({ type: "string", format, ...rules })).toEqual({ value: want, fits: true });
  });
});
