import addFormats from "ajv-formats";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jsonObject, type JsonValue } from "../../generator/document/json.js";
import type { Schema } from "../../generator/document/normal-document.js";
import { contradiction } from "../../generator/model/conforms.js";
import type { SchemaTable } from "../../generator/model/schema-shape.js";
import { synthesise } from "../../generator/model/synthesise.js";

const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const table: SchemaTable = new Map<string, Schema>([
  [
    "Node",
    {
      type: "object",
      properties: { name: { type: "string" }, children: { type: "array", items: ref("Node") }, parent: ref("Node") },
      required: ["name", "children"],
    },
  ],
  ["Endless", { type: "object", properties: { next: ref("Endless") }, required: ["next"] }],
  [
    "Either",
    { oneOf: [{ type: "object", properties: { deeper: ref("Either") }, required: ["deeper"] }, { type: "string" }] },
  ],
  ["Color", { type: "string", enum: ["red", "green"] }],
  [
    "Base",
    { type: "object", properties: { id: { type: "string" }, kind: { type: "string" } }, required: ["id", "kind"] },
  ],
]);

const make = (schema: Schema, name = "", description: string | null = null) =>
  synthesise(schema, { table, name, description });

describe("a value is made", () => {
  it.each<[string, Schema, JsonValue]>([
    ["of the constant", { const: 5 }, 5],
    ["of the example", { type: "string", example: "a", default: "b" }, "a"],
    ["of the first of the examples", { type: "string", examples: ["a", "b"] }, "a"],
    ["of the default", { type: "boolean", default: false }, false],
    ["of the enum", { type: "string", enum: ["a", "b"] }, "a"],
    ["of the enum where the default is none of it", { type: "string", enum: ["a"], default: "b" }, "a"],
    ["not of an example of the wrong type", { type: "integer", example: "5" }, 1],
    ["not of a null that is not allowed", { type: "string", example: null }, "text"],
    ["of the type", { type: "boolean" }, true],
    ["within the bounds", { type: "integer", minimum: 10 }, 10],
    ["below the maximum", { type: "number", maximum: 0.5 }, 0.5],
    ["beyond an exclusive bound", { type: "integer", exclusiveMinimum: 4 }, 5],
    ["a multiple", { type: "integer", minimum: 7, multipleOf: 5 }, 10],
    ["of the format", { type: "string", format: "uuid" }, "123e4567-e89b-42d3-a456-426614174000"],
    ["long enough", { type: "string", minLength: 6 }, "textxx"],
    ["short enough", { type: "string", maxLength: 2 }, "te"],
    ["of an example that breaks no rule", { type: "string", maxLength: 2, examples: ["abc", "ab"] }, "ab"],
    ["that matches the pattern", { type: "string", pattern: "^[A-Z]{2}-\\d{2}$" }, "AB-34"],
    ["of the format that is short enough", { type: "string", format: "email", maxLength: 8 }, "a@b.co"],
    ["between two exclusive bounds", { type: "number", exclusiveMinimum: 0, exclusiveMaximum: 1 }, 0.5],
    ["a negative multiple", { type: "integer", maximum: -1, multipleOf: 7 }, -7],
    ["a multiple that binary fractions do not hold", { type: "number", minimum: 0.25, multipleOf: 0.1 }, 0.3],
    ["of as many items as there must be", { type: "array", items: { type: "string" }, minItems: 2 }, ["text", "text2"]],
    [
      "of the values of an enum, each once",
      { type: "array", uniqueItems: true, minItems: 2, items: { enum: ["a", "b"] } },
      ["a", "b"],
    ],
    ["of no items", { type: "array", items: { type: "string" }, maxItems: 0 }, []],
    ["with what it must contain", { type: "array", contains: { type: "integer" } }, [1]],
    [
      "of as many members as there must be",
      { type: "object", additionalProperties: { type: "integer" }, minProperties: 2 },
      { key: 1, key2: 2 },
    ],
    [
      "of no more members than there may be",
      { type: "object", properties: { a: { type: "string" }, b: { type: "string" } }, maxProperties: 1 },
      { a: "a" },
    ],
    [
      "of members of the names that are allowed",
      {
        type: "object",
        minProperties: 1,
        patternProperties: { "^x-": { type: "integer" } },
        additionalProperties: false,
      },
      { "x-": 1 },
    ],
    ["of another type than what is excluded", { type: ["string", "integer"], not: { type: "string" } }, 1],
    [
      "of the alternative that alone fits",
      { oneOf: [{ type: "integer" }, { type: "number" }, { type: "string" }] },
      "text",
    ],
    [
      "of what several parts say of a text",
      { allOf: [{ type: "string", minLength: 3 }, { pattern: "^[a-c]+$" }] },
      "abc",
    ],
    ["of what may be null, not null", { type: ["string", "null"] }, "text"],
    ["null, where nothing else is allowed", { type: "null" }, null],
    ["of a list", { type: "array", items: { type: "integer" } }, [1]],
    ["of a list of anything", { type: "array" }, []],
    ["of a tuple", { type: "array", prefixItems: [{ type: "integer" }, { type: "boolean" }] }, [1, true]],
    ["of a map", { type: "object", additionalProperties: { type: "string" } }, {}],
    [
      "with what is required of a map",
      { type: "object", additionalProperties: { type: "integer" }, required: ["a"] },
      { a: 1 },
    ],
    ["with what is required and not described", { type: "object", required: ["a"] }, { a: {} }],
    [
      "with what is required of a property that says nothing else",
      { type: "object", required: ["v"], properties: { v: { required: ["zz"] } } },
      { v: { zz: {} } },
    ],
    [
      "of one of two that exclude each other by what they require",
      {
        properties: { a: { type: "string" }, b: { type: "string" } },
        oneOf: [{ required: ["a"] }, { required: ["b"] }],
      },
      { a: "a" },
    ],
    [
      "of two of which one is enough",
      {
        properties: { a: { type: "string" }, b: { type: "string" } },
        anyOf: [{ required: ["a"] }, { required: ["b"] }],
      },
      { a: "a", b: "b" },
    ],
    [
      "of one of two whose kinds differ, with all that both describe",
      {
        oneOf: [
          { type: "object", required: ["kind"], properties: { kind: { const: "a" }, size: { type: "integer" } } },
          {
            type: "object",
            required: ["kind", "size"],
            properties: { kind: { const: "b" }, size: { type: "integer" } },
          },
        ],
      },
      { kind: "a", size: 1 },
    ],
    [
      "without what is optional and impossible",
      {
        type: "object",
        properties: {
          a: { type: "array", items: { type: "array", anyOf: [{ type: "object", properties: { b: {} } }] } },
          c: { allOf: [{ type: "string" }, { type: "integer" }] },
          d: { type: "string" },
          e: { type: "string", const: "a", enum: ["b"] },
        },
      },
      { a: [], d: "d" },
    ],
    [
      "of what follows from a condition, which holds",
      {
        type: "object",
        properties: { k: { enum: ["a", "b"] } },
        if: { properties: { k: { const: "b" } } },
        then: { required: ["x"], properties: { x: { type: "string" } } },
        else: { required: ["y"], properties: { y: { type: "string" } } },
      },
      { k: "b", x: "x" },
    ],
    [
      "without what must not be there",
      { type: "object", properties: { a: { type: "string" }, b: { type: "string" } }, not: { required: ["b"] } },
      { a: "a" },
    ],
    ["of a reference", ref("Color"), "red"],
    ["of a reference in allOf with words beside it", { allOf: [ref("Color"), { description: "x" }] }, "red"],
    [
      "of all that the parts say of each property",
      {
        allOf: [
          { type: "object", properties: { a: { enum: ["x"] }, b: { type: "string" } } },
          { type: "object", properties: { a: { type: "string" }, b: { enum: ["y"] } } },
        ],
      },
      { a: "x", b: "y" },
    ],
    ["of all parts", { allOf: [ref("Base"), { properties: { kind: { enum: ["dog"] } } }] }, { id: "id", kind: "dog" }],
    [
      "of all parts, in any order",
      { allOf: [{ properties: { kind: { enum: ["dog"] } } }, ref("Base")] },
      { id: "id", kind: "dog" },
    ],
    ["of the first alternative that is not null", { oneOf: [{ type: "null" }, { type: "integer" }] }, 1],
    ["of a schema that contains itself, once", ref("Node"), { name: "name", children: [] }],
    ["of the alternative that ends", ref("Either"), "text"],
    [
      "of the key __proto__",
      { type: "object", properties: jsonObject([["__proto__", { type: "integer" }]]) },
      JSON.parse('{"__proto__":1}') as JsonValue,
    ],
  ])("%s", (_, schema, want) => {
    expect(make(schema)).toEqual(want);
  });

  it.each<[string, string | null, JsonValue]>([
    ["email", null, "ada@example.com"],
    ["ownerEmail", null, "ada@example.com"],
    ["first_name", null, "Ada"],
    ["zip", null, "12345"],
    ["pw", null, "correct horse battery staple"],
    ["ipAddress", null, "192.0.2.1"],
    ["client_ipv6", null, "2001:db8::1"],
    ["color", null, "color"],
    ["level", "0 means none, 1 means all", "0"],
  ])("of the name %s", (name, description, want) => {
    expect(make({ type: "string" }, name, description)).toBe(want);
  });
});

it("a field that is called so has the status of the error", () => {
  const schema: Schema = {
    properties: {
      code: { type: "integer" },
      error: { properties: { statusCode: { type: "integer" } } },
      status: { type: "integer", maximum: 5 },
    },
  };
  const about = { table, name: "", description: null };
  expect(synthesise(schema, { ...about, status: 404 })).toEqual({ code: 404, error: { statusCode: 404 }, status: 1 });
  expect(make(schema)).toEqual({ code: 1, error: { statusCode: 1 }, status: 1 });
});

describe("there is no value", () => {
  it.each<[string, Schema]>([
    ["of what always contains itself", ref("Endless")],
    ["of a schema that contradicts itself", { allOf: [{ type: "string" }, { type: "integer" }] }],
    ["of what allows nothing", { not: {} }],
  ])("%s", (_, schema) => {
    expect(make(schema)).toBeUndefined();
  });
});

/** Schemas that ask for more than a type, each of which something fits. */
const constrained = fc.letrec<{ schema: Schema }>((tie) => ({
  schema: fc.oneof(
    { maxDepth: 3 },
    fc
      .record({ low: fc.integer({ min: -50, max: 50 }), span: fc.nat(40), step: fc.constantFrom(1, 2, 5) })
      .map(({ low, span, step }): Schema => ({
        type: "integer",
        minimum: low,
        exclusiveMaximum: low + span + step,
        multipleOf: step,
      })),
    fc.record({ low: fc.integer({ min: -5, max: 5 }), isOpen: fc.boolean() }).map(({ low, isOpen }): Schema => ({
      type: "number",
      [isOpen ? "exclusiveMinimum" : "minimum"]: low,
      maximum: low + 0.5,
    })),
    fc.record({ least: fc.nat(20), more: fc.nat(5) }).map(({ least, more }): Schema => ({
      type: "string",
      minLength: least,
      maxLength: least + more,
    })),
    fc
      .constantFrom(
        "date-time",
        "date",
        "time",
        "email",
        "uuid",
        "uri",
        "ipv4",
        "ipv6",
        "hostname",
        "duration",
        "regex",
        "json-pointer",
        "uri-template",
      )
      .map((format): Schema => ({ type: "string", format })),
    fc
      .constantFrom("^[a-f0-9]{8}$", "^\\w+@\\w+$", "^(a|b)c?$", "\\d{3}", "^[^ ]{2,}$")
      .map((pattern): Schema => ({ type: "string", pattern })),
    fc.tuple(tie("schema"), fc.nat(3), fc.nat(3)).map(([items, least, more]): Schema => ({
      type: "array",
      items,
      minItems: least,
      maxItems: least + more,
    })),
    fc
      .tuple(fc.dictionary(fc.constantFrom("a", "b", "email", "count"), tie("schema")), fc.boolean())
      .map(([properties, closed]): Schema => ({
        type: "object",
        properties,
        required: Object.keys(properties).slice(0, 1),
        ...(closed ? { additionalProperties: false } : {}),
      })),
  ),
})).schema;

/** Schemas of some depth, with references. */
const anySchema = fc.letrec<{ schema: Schema }>((tie) => ({
  schema: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom<Schema>(
      {},
      { type: "string" },
      { type: "integer", minimum: 3 },
      { type: ["boolean", "null"] },
      { enum: [1, "a", null] },
      { const: "x" },
      ref("Node"),
      ref("Either"),
      ref("Color"),
      ref("Endless"),
      ref("Base"),
    ),
    tie("schema").map((items): Schema => ({ type: "array", items })),
    fc
      .tuple(fc.dictionary(fc.constantFrom("a", "b", "__proto__", "email"), tie("schema")), fc.subarray(["a", "b"]))
      .map(([properties, required]): Schema => ({
        type: "object",
        properties,
        required: required.filter((name) => Object.hasOwn(properties, name)),
      })),
    fc
      .tuple(fc.constantFrom("allOf", "anyOf", "oneOf"), fc.array(tie("schema"), { minLength: 1, maxLength: 3 }))
      .map(([key, parts]): Schema => ({ [key]: parts })),
  ),
})).schema;

describe("every value", () => {
  it("fits its schema, and is the same each time", () => {
    fc.assert(
      fc.property(anySchema, (schema) => {
        const value = make(schema);
        if (value !== undefined) expect(contradiction(value, schema, table)).toBeNull();
        expect(make(schema)).toEqual(value);
      }),
    );
  });

  it("fits all rules of its schema, as Ajv sees it", () => {
    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv);
    fc.assert(
      fc.property(constrained, (schema) => {
        const value = make(schema);
        expect(value).toBeDefined();
        expect(ajv.validate(schema, value), ajv.errorsText()).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it("of a property does not change when another is added", () => {
    fc.assert(
      fc.property(anySchema, anySchema, (one, other) => {
        const alone = make({ type: "object", properties: { one } });
        const beside = make({ type: "object", properties: { other, one } });
        if (alone !== undefined && beside !== undefined) expect(beside).toMatchObject(alone as object);
      }),
    );
  });

  it("of schemas that fan out is made in time", () => {
    const levels = Array.from({ length: 30 }, (_, level) => {
      const next = ref(`L${String(level + 1)}`);
      return [`L${String(level)}`, { type: "object", properties: { a: next, b: next }, required: ["a", "b"] }] as const;
    });
    const wide: SchemaTable = new Map<string, Schema>([...levels, ["L30", { type: "string" }]]);
    expect(synthesise(ref("L0"), { table: wide, name: "", description: null })).toBeUndefined();
  });
});
