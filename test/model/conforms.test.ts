import { describe, expect, it } from "vitest";
import type { JsonValue } from "../../generator/document/json.js";
import type { Schema } from "../../generator/document/normal-document.js";
import { contradiction } from "../../generator/model/conforms.js";
import type { SchemaTable } from "../../generator/model/schema-shape.js";

const pet: Schema = {
  type: "object",
  properties: { name: { type: "string" }, friend: { $ref: "#/components/schemas/Pet" } },
  required: ["name"],
};
const table: SchemaTable = new Map([
  ["Pet", pet],
  [
    "Dog",
    { allOf: [{ $ref: "#/components/schemas/Pet" }, { type: "object", properties: { breed: { type: "string" } } }] },
  ],
  ["Circle", { $ref: "#/components/schemas/Circle" }],
]);
const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

describe("a value that fits", () => {
  it.each<[string, JsonValue, Schema]>([
    ["anything", [1, "a"], {}],
    ["a whole number for a number", 1, { type: "number" }],
    ["a number with a point of nothing", 1.0, { type: "integer" }],
    ["null", null, { type: ["string", "null"] }],
    ["one of several types", 1, { type: ["string", "integer"] }],
    ["a value of an enum", "a", { type: "string", enum: ["a", "b"] }],
    ["a value of an enum whose type is another: the enum counts", 1, { type: "string", enum: [1] }],
    ["bounds are not in the type", 99, { type: "integer", maximum: 5 }],
    ["patterns and formats are not, too", "x", { type: "string", format: "date", pattern: "^a$" }],
    ["an optional property that is not there", { name: "Rex" }, ref("Pet")],
    ["a property of each part", { name: "Rex", breed: "Pug" }, ref("Dog")],
    [
      "properties of an inner object, of which each part describes some",
      { owner: { id: 1, name: "Ada" } },
      {
        allOf: [
          { type: "object", properties: { owner: { type: "object", properties: { id: {}, name: {} } } } },
          { type: "object", properties: { owner: { type: "object", properties: { id: {} } } } },
        ],
      },
    ],
    ["a property that the index allows", { name: "Rex", age: 3 }, { ...pet, additionalProperties: true }],
    ["a map", { a: 1, b: 2 }, { type: "object", additionalProperties: { type: "integer" } }],
    [
      "one of several",
      { b: 1 },
      {
        oneOf: [
          { type: "object", properties: { a: {} }, required: ["a"] },
          { type: "object", properties: { b: {} } },
        ],
      },
    ],
    [
      "properties of two alternatives",
      { a: 1, b: 1 },
      {
        anyOf: [
          { type: "object", properties: { a: {} } },
          { type: "object", properties: { b: {} } },
        ],
      },
    ],
    ["null beside a reference", null, { anyOf: [ref("Pet"), { type: "null" }] }],
    ["a tuple", ["a", 1], { type: "array", prefixItems: [{ type: "string" }, { type: "integer" }] }],
    [
      "a required property that is nowhere described",
      { a: 1 },
      { type: "object", properties: { a: {} }, required: ["b"] },
    ],
    ["what refers to itself alone", 1, ref("Circle")],
  ])("%s", (_, value, schema) => {
    expect(contradiction(value, schema, table)).toBeNull();
  });
});

describe("a value that does not fit", () => {
  it.each<[string, JsonValue, Schema, string]>([
    ["the wrong type", "1", { type: "integer" }, "the value is string, not integer"],
    ["a number with a fraction", 1.5, { type: "integer" }, "the value is number, not integer"],
    ["null where it is not allowed", null, { type: "string" }, "the value is null, not string"],
    ["none of several types", true, { type: ["string", "null"] }, "the value is boolean, not string or null"],
    ["no value of the enum", "c", { enum: ["a", "b"] }, "the value is none of the values of the enum"],
    ["not the constant", "c", { const: "a" }, "the value is not the one value allowed"],
    ["text for an object that has no type", "a", { properties: { a: {} } }, "the value is string, not object"],
    ["a missing property", {}, ref("Pet"), 'the value lacks the required property "name"'],
    ["deep inside", { name: "Rex", friend: { name: 1 } }, ref("Pet"), "/friend/name is integer, not string"],
    ["an item", [1, "a"], { type: "array", items: { type: "integer" } }, "/1 is string, not integer"],
    [
      "a value of a map",
      { a: "x" },
      { type: "object", additionalProperties: { type: "integer" } },
      "/a is string, not integer",
    ],
    ["one part of all", { breed: "Pug" }, ref("Dog"), 'the value lacks the required property "name"'],
    ["none of several", 1, { oneOf: [{ type: "string" }, { type: "null" }] }, "the value fits none of oneOf"],
    [
      "a property that is not described",
      { name: "Rex", age: 3 },
      ref("Pet"),
      "/age is a property that the schema does not have",
    ],
    [
      "a property that no part describes",
      { name: "Rex", age: 3 },
      ref("Dog"),
      "/age is a property that the schema does not have",
    ],
    [
      "a property that is inherited",
      { name: "Rex", constructor: 1 },
      ref("Pet"),
      "/constructor is a property that the schema does not have",
    ],
    [
      "a property that only another alternative has, and has otherwise",
      { b: 1, a: "x" },
      {
        oneOf: [
          { type: "object", properties: { a: { type: "integer" } }, required: ["a"] },
          { type: "object", properties: { b: {} } },
        ],
      },
      "/a is a property that the schema does not have for such a value",
    ],
    [
      "a property that is required here, and that another alternative describes otherwise",
      { b: 1, a: "x" },
      {
        oneOf: [
          { type: "object", properties: { a: { type: "integer" } }, required: ["a"] },
          { type: "object", properties: { b: {} }, required: ["a"] },
        ],
      },
      "the value fits none of oneOf",
    ],
    [
      "nothing that an alternative has, where all that it has is optional",
      { x: 1 },
      {
        oneOf: [
          { type: "object", properties: { a: {} } },
          { type: "object", properties: { b: {} }, required: ["b"], additionalProperties: true },
        ],
      },
      "the value fits none of oneOf",
    ],
    ["a tuple that is too short", ["a"], { prefixItems: [{}, {}], minItems: 2 }, "the value has 1 items, fewer than 2"],
    ["a tuple that is too long", ["a"], { prefixItems: [], items: false }, "the value has 1 items, more than 0"],
  ])("%s", (_, value, schema, reason) => {
    expect(contradiction(value, schema, table)).toBe(reason);
  });
});
