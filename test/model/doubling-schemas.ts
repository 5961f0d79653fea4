/** Schemas that name the next one twice, and so on: small, and each path through them is one of 2ⁿ. */
import type { Schema } from "../../generator/document/normal-document.js";

/** How a schema names the next one, by what does so. */
export const doublings: Readonly<Record<string, (next: Schema, index: number) => Schema>> = {
  anyOf: (next) => ({ anyOf: [next, next] }),
  "anyOf, and more": (next, index) => ({ anyOf: [next, next, own(index)] }),
  oneOf: (next, index) => ({ oneOf: [next, own(index), next] }),
  allOf: (next) => ({ allOf: [next, next] }),
  "allOf, and more": (next, index) => ({ allOf: [next, own(index), next] }),
  "unions in allOf": (next, index) => ({
    allOf: [{ anyOf: [next, own(index)] }, { anyOf: [next, { type: "null" }] }],
  }),
  "anyOf beside allOf": (next, index) => ({ anyOf: [next, own(index)], allOf: [next] }),
  "anyOf beside oneOf": (next, index) => ({ anyOf: [next, own(index)], oneOf: [next, { type: "string" }] }),
  not: (next) => ({ not: { anyOf: [next, next] } }),
  items: (next) => ({ type: "array", prefixItems: [next, next], items: next, contains: next }),
  "required properties": (next) => ({ type: "object", required: ["a", "b"], properties: { a: next, b: next } }),
  properties: (next) => ({ type: "object", properties: { a: next, b: next } }),
  "other properties": (next) => ({
    type: "object",
    properties: { a: next },
    additionalProperties: next,
    propertyNames: next,
  }),
  "properties by pattern": (next) => ({ type: "object", patternProperties: { "^a": next, b$: next } }),
  conditions: (next) => ({ type: "object", if: { properties: { k: { const: "a" } } }, then: next, else: next }),
  "conditions that are it": (next) => ({ if: next, then: next, else: next }),
  "dependent schemas": (next) => ({ type: "object", dependentSchemas: { a: next, b: next } }),
  "one property in two alternatives": (next) => ({
    anyOf: [
      { type: "object", required: ["k"], properties: { k: next } },
      { type: "object", required: ["k"], properties: { k: next, z: { type: "string" } } },
    ],
  }),
  "one property in two parts": (next) => ({
    allOf: [
      { type: "object", required: ["k"], properties: { k: next } },
      { type: "object", required: ["k"], properties: { k: next, z: { type: "string" } } },
    ],
  }),
  "one property of two kinds": (next) => ({
    oneOf: [
      { type: "object", required: ["k", "t"], properties: { k: next, t: { const: "a" } } },
      { type: "object", required: ["k", "t"], properties: { k: next, t: { const: "b" } } },
    ],
  }),
  "a property beside itself": (next) => ({ type: "object", properties: { x: next }, allOf: [next] }),
  "a wrapped alternative": (next) => ({
    anyOf: [next, { type: "object", required: ["w"], properties: { w: next } }],
    unevaluatedProperties: false,
  }),
  "a property that only others require": (next) => ({
    allOf: [{ required: ["k"] }, { required: ["k"] }, { type: "object", properties: { k: next } }],
  }),
};

function own(index: number): Schema {
  return { type: "object", properties: { [`p${index}`]: { type: "string" } } };
}

/** So many schemas, `S0` to the last, which is plain. */
export function doublingSchemas(
  doubling: (next: Schema, index: number) => Schema,
  count: number,
): ReadonlyMap<string, Schema> {
  const names = Array.from({ length: count }, (_, index) => `S${index}`);
  return new Map(
    names.map((name, index) => {
      if (index === count - 1) return [name, { type: "object", properties: { x: { type: "string" } } }];
      return [name, doubling({ $ref: `#/components/schemas/S${index + 1}` }, index)];
    }),
  );
}
