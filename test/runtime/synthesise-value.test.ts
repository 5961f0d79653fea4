import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitsSchema } from "../../templates/mock/src/runtime/check-schema.js";
import type { JsonSchema } from "../../templates/mock/src/runtime/json-schema.js";
import { patternText } from "../../templates/mock/src/runtime/pattern-text.js";
import { randomOf } from "../../templates/mock/src/runtime/random.js";
import { synthesiseValue } from "../../templates/mock/src/runtime/synthesise-value.js";
import { schemas } from "./random-schema.js";

const tree: JsonSchema = {
  type: "object",
  required: ["value"],
  properties: { value: { type: "integer" }, children: { type: "array", items: { $ref: () => tree } } },
};

describe("a value is made, valid for each seed, of", () => {
  it.each<[string, JsonSchema]>([
    ["texts with bounds", { type: "string", minLength: 30, maxLength: 40 }],
    ["short texts", { type: "string", maxLength: 1 }],
    ["patterns", { type: "string", pattern: "^[A-Z]{2}-\\d{4}(?:x|yz)?$" }],
    [
      "formats",
      {
        type: "array",
        minItems: 9,
        prefixItems: ["date-time", "date", "time", "uuid", "email", "uri", "ipv4", "ipv6", "hostname"].map(
          (format) => ({ type: "string", format }),
        ),
      },
    ],
    ["integers", { type: "integer", exclusiveMinimum: 3, maximum: 4 }],
    ["numbers of a kind", { type: "number", minimum: 0.1, maximum: 2, multipleOf: 0.05 }],
    ["enums", { enum: ["a", null, { b: 1 }] }],
    [
      "compositions",
      {
        allOf: [
          { type: "object", properties: { a: { type: "integer" } }, required: ["a"] },
          { properties: { a: { minimum: 5, maximum: 6 } } },
        ],
      },
    ],
    [
      "alternatives",
      {
        oneOf: [
          { type: "object", required: ["k"], properties: { k: { const: "a" } } },
          { type: "object", required: ["k"], properties: { k: { const: "b" } } },
        ],
      },
    ],
    ["maps", { type: "object", minProperties: 2, additionalProperties: { type: "boolean" } }],
    ["closed objects", { type: "object", properties: { a: true }, additionalProperties: false }],
    [
      "different items",
      { type: "array", minItems: 3, uniqueItems: true, items: { type: "integer", minimum: 0, maximum: 9 } },
    ],
    ["trees", tree],
    ["nullables", { type: ["string", "null"] }],
    ["what may be anything", true],
  ])("%s", (_, schema) => {
    const values = Array.from({ length: 50 }, (_each, seed) => synthesiseValue(schema, seed));
    expect(values.filter((value) => value === undefined || !fitsSchema(schema, value))).toEqual([]);
    expect(synthesiseValue(schema, 7)).toEqual(values[7]);
  });
});

it("what cannot be is not made, and what is made is valid", () => {
  expect(synthesiseValue(false, 1)).toBe(undefined);
  expect(synthesiseValue({ allOf: [{ const: 1 }, { const: 2 }] }, 1)).toBe(undefined);
  const endless: JsonSchema = { type: "object", required: ["a"], properties: { a: { $ref: () => endless } } };
  expect(synthesiseValue(endless, 1)).toBe(undefined);
  // The schemas at random are plain data.
  fc.assert(
    fc.property(schemas as fc.Arbitrary<JsonSchema>, fc.integer(), (schema, seed) => {
      const value = synthesiseValue(schema, seed);
      expect(value === undefined || fitsSchema(schema, value)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

it.each([
  "^a+$",
  "^(foo|bar)-[0-9a-f]{4}$",
  "^\\w+@\\w+\\.com$",
  "^[^,]{3}$",
  "^\\+?\\d{1,3}$",
  "^(?<y>\\d{4})$",
  "^[a-z\\d_-]*$",
  "\\bx\\b",
])("text that matches %s", (pattern) => {
  for (let seed = 0; seed < 20; seed++) expect(patternText(pattern, randomOf(seed))).toMatch(new RegExp(pattern, "u"));
});

it.each(["^(?=a)b", "(a)\\1", "[", "\\p{L}", "a{99999}"])("%s is beyond it", (pattern) => {
  expect(patternText(pattern, randomOf(1))).toBe(null);
});
