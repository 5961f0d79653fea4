import { describe, expect, it } from "vitest";
import type { JsonValue } from "../../generator/document/json.js";
import type { Schema } from "../../generator/document/normal-document.js";
import { findViolations, hasConstraints } from "../../generator/model/find-violations.js";
import { keepOrigins, ruleOrigin } from "../../generator/model/rule-origin.js";
import type { SchemaTable } from "../../generator/model/schema-shape.js";
import { violationWords } from "../../generator/model/violation-words.js";

const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const table: SchemaTable = new Map<string, Schema>([
  [
    "Pet",
    {
      type: "object",
      required: ["id"],
      properties: {
        id: { type: "integer", maximum: 9 },
        name: { type: "string", maxLength: 3, format: "email" },
        kind: { oneOf: [ref("Cat"), { type: "string" }] },
        friend: ref("Pet"),
      },
    },
  ],
  ["Cat", { type: "object", required: ["meow"], properties: { meow: { type: "boolean" } } }],
  ["a/b~c d", { type: "string", pattern: "^x$" }],
]);

const words = (value: JsonValue, schema: Schema) =>
  findViolations(value, schema, table).map((violation) => {
    const { component, pointer } = violation.rule;
    return `${violationWords(violation, value)} (${component ?? ""}${pointer})`;
  });

describe("what breaks a rule, and which", () => {
  it.each<[JsonValue, Schema, readonly string[]]>([
    [{ id: 1 }, ref("Pet"), []],
    [
      { id: 10, name: "abcd" },
      ref("Pet"),
      [
        "/id is 10, and must be <= 9 (Pet/properties/id/maximum)",
        "/name is longer than 3 characters (Pet/properties/name/maxLength)",
        '/name is "abcd", which has not the format "email" (Pet/properties/name/format)',
      ],
    ],
    [[{ id: 10 }], { type: "array", items: ref("Pet") }, ["/0/id is 10, and must be <= 9 (Pet/properties/id/maximum)"]],
    // Of alternatives no single one is blamed.
    [{ id: 1, kind: { meow: 1 } }, ref("Pet"), ["/kind fits none of oneOf (Pet/properties/kind/oneOf)"]],
    [{ id: 1, friend: { id: "x" } }, ref("Pet"), ["/friend/id is string, not integer (Pet/properties/id/type)"]],
    [{}, ref("Pet"), ['the value lacks the required property "id" (Pet/required)']],
    ["y", ref("a~1b~0c d"), ['the value is "y", which does not match the pattern "^x$" (a/b~c d/pattern)']],
    [5, { type: ["string", "null"] }, ["the value is integer, not string or null (/type)"]],
    ["c", { enum: ["a", "b"] }, ['the value is "c", which is none of the values of the enum, "a", "b" (/enum)']],
    [2, { const: 1 }, ["the value is 2, not 1 (/const)"]],
    [[1, 1], { uniqueItems: true }, ["the value has the same item twice, at 0 and 1 (/uniqueItems)"]],
    [7, { multipleOf: 5 }, ["the value is 7, which is no multiple of 5 (/multipleOf)"]],
    [
      { a: 1 },
      { additionalProperties: false },
      ['the value has the property "a", which the schema does not allow (/additionalProperties)'],
    ],
    [{ a: 1 }, { maxProperties: 0 }, ["the value has more than 0 properties (/maxProperties)"]],
    [
      { a: 1 },
      { dependentRequired: { a: ["b"] } },
      ['the value has "a", and lacks "b", which is required beside it (/dependentRequired)'],
    ],
    // Integers that numbers do not hold are judged as the number that is closest.
    [
      9007199254740993n,
      { type: "integer", maximum: 5 },
      ["the value is 9007199254740993, and must be <= 5 (/maximum)"],
    ],
    // Inherited names are no properties.
    [{}, { required: ["constructor"] }, ['the value lacks the required property "constructor" (/required)']],
  ])("case %#", (value, schema, want) => {
    expect(words(value, schema)).toEqual(want);
  });

  it("is nothing where a schema cannot be judged by", () => {
    expect(words("a", { type: "nonsense" })).toEqual([]);
    expect(words("a", { pattern: "(" })).toEqual([]);
  });

  it("is nothing where a schema refers to one that Ajv cannot compile", () => {
    const odd: SchemaTable = new Map<string, Schema>([
      ["A", { type: "object", properties: { b: ref("B"), "\ud800": { type: "integer" } } }],
      ["B", { type: "object", properties: { a: ref("A") } }],
    ]);
    for (const name of ["A", "B"]) expect(findViolations({ b: { a: {} }, a: {} }, ref(name), odd)).toEqual([]);
  });

  it("has the place of the component, or of what was judged", () => {
    const own = { uri: "api.yml", pointer: "/paths/~1a/schema" };
    const local: SchemaTable = new Map(table);
    keepOrigins([{ name: "Pet", schema: {}, inferredFrom: null, origin: { uri: "pet.yml", pointer: "/Pet" } }], local);
    expect(ruleOrigin({ component: null, pointer: "/items/type" }, own, local).pointer).toBe(
      "/paths/~1a/schema/items/type",
    );
    expect(ruleOrigin({ component: "Pet", pointer: "/required" }, own, local)).toEqual({
      uri: "pet.yml",
      pointer: "/Pet/required",
    });
  });
});

it.each<[Schema, boolean]>([
  [{ type: "object", properties: { a: { type: "string" } }, required: ["a"] }, false],
  [{ type: "object", required: ["a"] }, true],
  [{ type: "array", items: { type: "string", format: "date" } }, true],
  [{ type: "object", properties: { pattern: { type: "string" } } }, false],
  [{ anyOf: [{ type: "string" }, ref("Cat")] }, false],
  [{ items: ref("Pet") }, true],
  [{ type: "object", additionalProperties: false }, true],
])("%j asks for more than a type says: %s", (schema, want) => {
  expect(hasConstraints(schema, table)).toBe(want);
});
