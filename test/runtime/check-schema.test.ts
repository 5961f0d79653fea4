import { isDeepStrictEqual } from "node:util";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkSchema, fitsSchema } from "../../templates/mock/src/runtime/check-schema.js";
import { canonical, firstRepeated } from "../../templates/mock/src/runtime/json-equality.js";
import type { JsonSchema } from "../../templates/mock/src/runtime/json-schema.js";
import { schemas, values } from "./random-schema.js";

type Row = readonly [keyword: string, schema: JsonSchema, valid: readonly unknown[], invalid: readonly unknown[]];

const node: JsonSchema = {
  type: "object",
  properties: { value: { type: "integer" }, next: { $ref: () => node } },
  required: ["value"],
};

/** What each keyword says, as the test suite of JSON Schema has it. */
const table: readonly Row[] = [
  ["true", true, [1, null, {}], []],
  ["false", false, [], [1, null, {}]],
  ["type", { type: "integer" }, [1, 1.0, -0, 10n], [1.1, "1", null, [], {}]],
  ["type, number", { type: "number" }, [1, 1.5, 5n], ["1", true]],
  ["type, several", { type: ["string", "null"] }, ["", null], [0, false]],
  ["type, object", { type: "object" }, [{}], [[], null, new Blob([])]],
  ["type, of a file", { type: "string", minLength: 99 }, [new Blob([])], []],
  ["enum", { enum: [1, { a: [2] }, null] }, [1, 1n, { a: [2] }, null], [2, { a: 2 }, "1", false]],
  ["enum, order of properties", { enum: [{ a: 1, b: 2 }] }, [{ b: 2, a: 1 }], [{ a: 1 }]],
  ["const", { const: 0 }, [0, -0], [false, "0", null, ""]],
  ["const, big", { const: 9007199254740993n }, [9007199254740993n], [9007199254740992n, 9007199254740992]],
  ["minimum", { minimum: 1.1 }, [1.1, 2n, "x"], [1, 0n]],
  ["maximum", { maximum: 3 }, [3, 3n], [3.5, 4n]],
  ["exclusive bounds", { exclusiveMinimum: 1, exclusiveMaximum: 3 }, [2, 1.5], [1, 3, 3n]],
  ["multipleOf", { multipleOf: 2 }, [0, -4, 10n], [7, 3n, 0.5]],
  ["multipleOf, small", { multipleOf: 0.01 }, [4.02, 0.3, 1e22], [4.021]],
  ["multipleOf, far apart", { multipleOf: 1e-8 }, [12391239123, 1e308], [1e-9]],
  ["length, in code points", { minLength: 2, maxLength: 2 }, ["ab", "💩💩", 1], ["a", "💩", "abc"]],
  ["pattern, anywhere", { pattern: "a+" }, ["xxaayy", 1], ["x"]],
  ["pattern, Unicode", { pattern: "^\\p{Letter}+$" }, ["é"], ["1"]],
  ["pattern that is none", { pattern: "(" }, ["anything"], []],
  ["items", { items: { type: "integer" } }, [[], [1, 2], { 0: "a" }], [["a"]]],
  ["prefixItems", { prefixItems: [{ type: "integer" }], items: false }, [[1], []], [["a"], [1, 2]]],
  ["minItems, maxItems", { minItems: 1, maxItems: 2 }, [[1], [1, 2], ""], [[], [1, 2, 3]]],
  [
    "uniqueItems",
    { uniqueItems: true },
    [
      [1, "1", true],
      [{ a: 1 }, { a: 2 }],
      [[1], [2]],
    ],
    [
      [1, 1.0],
      [
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ],
    ],
  ],
  ["uniqueItems: false", { uniqueItems: false }, [[1, 1]], []],
  ["contains", { contains: { minimum: 5 } }, [[1, 5]], [[], [1]]],
  ["minContains: 0", { contains: { minimum: 5 }, minContains: 0, maxContains: 1 }, [[], [5]], [[5, 6]]],
  ["required", { required: ["a", "toString"] }, [{ a: 1, toString: 1 }, []], [{ a: 1 }, {}]],
  [
    "properties",
    { properties: { a: { type: "string" }, constructor: { type: "number" } } },
    [{}, { a: "" }],
    [{ a: 1 }, { constructor: "" }],
  ],
  ["patternProperties", { patternProperties: { "^x": { type: "number" } } }, [{ x1: 1, y: "" }], [{ x1: "" }]],
  [
    "additionalProperties",
    { properties: { a: true }, patternProperties: { "^x": true }, additionalProperties: false },
    [{ a: 1, x2: 1 }],
    [{ b: 1 }],
  ],
  ["additionalProperties, schema", { additionalProperties: { type: "boolean" } }, [{ a: true }], [{ a: 1 }]],
  ["propertyNames", { propertyNames: { maxLength: 2 } }, [{ ab: 1 }], [{ abc: 1 }]],
  ["minProperties, maxProperties", { minProperties: 1, maxProperties: 1 }, [{ a: 1 }], [{}, { a: 1, b: 1 }]],
  ["dependentRequired", { dependentRequired: { a: ["b"] } }, [{}, { b: 1 }, { a: 1, b: 1 }], [{ a: 1 }]],
  ["dependentSchemas", { dependentSchemas: { a: { required: ["b"] } } }, [{}, { a: 1, b: 1 }], [{ a: 1 }]],
  ["allOf", { allOf: [{ minimum: 1 }, { maximum: 2 }] }, [1, 2], [0, 3]],
  ["anyOf", { anyOf: [{ type: "string" }, { minimum: 2 }] }, ["", 2], [1]],
  ["oneOf", { oneOf: [{ type: "integer" }, { minimum: 2 }] }, [1, 2.5], [3, 1.5]],
  ["not", { not: { type: "integer" } }, ["a", 1.5], [1]],
  ["if, then, else", { if: { minimum: 10 }, then: { multipleOf: 2 }, else: { maximum: 5 } }, [12, 3], [11, 7]],
  ["then without if", { then: false }, [1], []],
  [
    "$ref in a circle",
    { $ref: () => node },
    [{ value: 1, next: { value: 2 } }],
    [{ value: 1, next: { value: "2" } }, {}],
  ],
  ["$ref beside others", { $ref: () => node, maxProperties: 1 }, [{ value: 1 }], [{ value: 1, next: { value: 1 } }]],
  [
    "unevaluatedProperties",
    { allOf: [{ properties: { a: true } }], unevaluatedProperties: false },
    [{ a: 1 }],
    [{ b: 1 }],
  ],
  [
    "unevaluatedProperties, by alternatives",
    {
      anyOf: [
        { required: ["a"], properties: { a: true } },
        { required: ["b"], properties: { b: true } },
      ],
      unevaluatedProperties: false,
    },
    [{ a: 1 }, { b: 1 }, { a: 1, b: 1 }],
    [{ a: 1, c: 1 }],
  ],
  [
    "unevaluatedProperties, cousins",
    { allOf: [{ properties: { a: true } }, { unevaluatedProperties: false }] },
    [{}],
    [{ a: 1 }],
  ],
  [
    "unevaluatedProperties, if",
    { if: { required: ["a"], properties: { a: true } }, unevaluatedProperties: false },
    [{ a: 1 }],
    [{ b: 1 }],
  ],
  [
    "unevaluatedItems",
    { prefixItems: [true], contains: { type: "string" }, unevaluatedItems: false },
    [[1, "a"]],
    [[1, "a", 2]],
  ],
  ["integers as text", { type: "integer", int64: true, maximum: 10 }, ["10", "-1", 3], ["11", "1.5", "a"]],
  [
    "a Date is its text",
    { oneOf: [{ type: "string", format: "date-time" }, { type: "string", format: "date" }, { type: "object" }] },
    [new Date(0)],
    [new Date(Number.NaN)],
  ],
  [
    "Dates are equal by what they say",
    { uniqueItems: true },
    [[new Date(0), new Date(1)]],
    [[new Date(0), new Date(0)]],
  ],
];

describe("a value", () => {
  it.each(table)("%s", (_, schema, valid, invalid) => {
    expect(valid.filter((value) => !fitsSchema(schema, value))).toEqual([]);
    expect(invalid.filter((value) => fitsSchema(schema, value))).toEqual([]);
  });

  it.each<[string, readonly string[], readonly string[]]>([
    [
      "date-time",
      ["1990-12-31T23:59:60Z", "2020-02-29T00:00:00.5+05:30"],
      ["1990-12-31T23:59:59", "2021-02-29T00:00:00Z", "2020-01-01T24:00:00Z", "1990-12-31T22:59:60Z"],
    ],
    ["date", ["2020-02-29"], ["2020-13-01", "2020-00-10", "2021-02-29", "20200101"]],
    ["time", ["08:30:06Z", "23:59:60Z", "08:30:06.283185+01:00"], ["08:30:06", "24:00:00Z", "22:59:60Z"]],
    ["duration", ["P4DT12H30M5S", "P4W", "PT36H"], ["P", "PT", "4DT", "P1D2H", "P2S"]],
    [
      "email",
      ["joe.bloggs@example.com", '"joe bloggs"@example.com', "te~st@example.com", "a@[127.0.0.1]"],
      ["2962", ".test@example.com", "te..st@example.com", "a@b c", "joe@"],
    ],
    ["hostname", ["www.example.com", "xn--4gbwdl.xn--wgbh1c", "a"], ["-a", "a-", "a_b", `${"a".repeat(64)}.com`, ""]],
    ["ipv4", ["192.168.0.1"], ["127.0.0.0.1", "256.0.0.1", "127.0", "087.10.0.1"]],
    [
      "ipv6",
      ["::1", "::", "1:2:3:4:5:6:7:8", "::ffff:192.168.0.1", "d6::"],
      ["12345::", ":1", "1::2::3", "1:2:3:4:5:6:7", "::1%eth0", "1:2:3:4:5:6:7:8:9"],
    ],
    [
      "uri",
      ["https://example.com/?q=1#a", "urn:a:b", "http://[::1]/"],
      ["//example.com", "/abc", "http:// a", "bar,baz", "\\\\WINDOWS", "http://a/[b]"],
    ],
    ["uri-reference", ["/abc", "#a", ""], ["\\\\WINDOWS", "#a\\b", "a b"]],
    ["uri-template", ["/d/{term:1}/{x,y*}", "/a"], ["/d/{term", "/d/}"]],
    [
      "uuid",
      ["2EB8AA08-aa98-11ea-b4aa-73b441d16380"],
      ["2eb8aa08-aa98-11ea-b4aa-73b441d1638", "2eb8aa08aa9811eab4aa73b441d16380"],
    ],
    ["json-pointer", ["", "/a~0b/~1"], ["a", "/~2", "/~"]],
    ["regex", ["([abc])+\\s+$"], ["^(abc]"]],
    ["byte", ["YWJj", "YQ==", ""], ["YWJ*", "a"]],
    ["password", ["anything"], []],
  ])("of format %s", (format, valid, invalid) => {
    const schema: JsonSchema = { format };
    expect(valid.filter((value) => !fitsSchema(schema, value))).toEqual([]);
    expect(invalid.filter((value) => fitsSchema(schema, value))).toEqual([]);
    expect(fitsSchema(schema, 1)).toBe(true);
  });

  it.each<[string, readonly unknown[], readonly unknown[]]>([
    ["int32", [2147483647, -2147483648, 5n], [2147483648, 1.5]],
    ["int64", [9223372036854775807n, 1], [9223372036854775808n, 1e30]],
    ["uint8", [255], [256, -1]],
    ["double", [1.5], []],
  ])("of the format %s of numbers", (format, valid, invalid) => {
    expect(valid.filter((value) => !fitsSchema({ format }, value))).toEqual([]);
    expect(invalid.filter((value) => fitsSchema({ format }, value))).toEqual([]);
  });
});

describe("what does not fit", () => {
  const item: JsonSchema = {
    type: "object",
    properties: { name: { type: "string", minLength: 1 } },
    required: ["name"],
    additionalProperties: false,
  };
  const cat: JsonSchema = {
    type: "object",
    properties: { kind: { enum: ["cat"] }, lives: { type: "integer" } },
    required: ["kind", "lives"],
  };
  const dog: JsonSchema = { type: "object", properties: { kind: { enum: ["dog"] } }, required: ["kind"] };

  it.each<[string, JsonSchema, unknown, readonly (readonly [string, string])[]]>([
    [
      "all of it, with its place",
      { type: "array", items: item, minItems: 5 },
      [{ name: "" }, { nam: 1 }],
      [
        ["body", "must have at least 5 items"],
        ["body.0.name", "must have at least 1 character"],
        ["body.1.name", "is required"],
        ["body.1.nam", "is not a property of this object"],
      ],
    ],
    ["a type alone", { type: ["integer", "null"], minimum: 3 }, "a", [["body", "must be an integer or null"]]],
    ["an enum", { enum: ["a", 1] }, "b", [["body", 'must be one of "a", 1']]],
    ["the alternative that was meant", { oneOf: [cat, dog] }, { kind: "cat" }, [["body.lives", "is required"]]],
    ["no alternative", { oneOf: [cat, dog] }, { kind: "cow" }, [["body", "must fit one of 2 alternatives"]]],
    ["two alternatives", { oneOf: [true, true] }, 1, [["body", "must fit one of 2 alternatives, and fits 2"]]],
    ["a format", { format: "date" }, "x", [["body", "must be a date (RFC 3339)"]]],
    ["what another asks for", { dependentRequired: { a: ["b"] } }, { a: 1 }, [["body.b", "is required beside a"]]],
    ["equal items", { uniqueItems: true }, [1, 2, 1], [["body", "must have no two equal items: 0 and 2 are"]]],
  ])("says %s", (_, schema, value, problems) => {
    expect(checkSchema(schema, value, "body").map(({ field, message }) => [field, message])).toEqual(problems);
  });
});

describe("whatever comes", () => {
  it("ends, and takes no longer than the value is large", () => {
    const tree: JsonSchema = {
      anyOf: [
        { properties: { a: { $ref: () => tree } }, required: ["x"] },
        { properties: { a: { $ref: () => tree } } },
      ],
    };
    const deep = (depth: number): unknown => (depth === 0 ? 1 : { a: deep(depth - 1) });
    expect(fitsSchema(tree, deep(100))).toBe(true);
    expect(checkSchema(tree, deep(5000), "body").at(-1)?.message).toMatch(/deep|alternatives/);
    const circle: JsonSchema = { $ref: () => circle };
    expect(checkSchema(circle, 1, "body")).toEqual([{ field: "body", message: "is nested too deeply" }]);
  });

  it("equal values have one text, others have not", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        const isSame = (x: unknown, y: unknown) => isDeepStrictEqual(normal(x), normal(y));
        expect(canonical(a) === canonical(b)).toBe(isSame(a, b));
        expect(firstRepeated([a, b, a])).toEqual(isSame(a, b) ? [0, 1] : [0, 2]);
      }),
    );
  });
});

/** Zero has no sign in JSON. */
function normal(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

it("agrees with Ajv on random schemas and values", () => {
  const ajv = new Ajv2020({ strict: false, logger: false, validateSchema: false });
  /** Undefined where Ajv throws: some of the code that it makes of compositions does not run. */
  const validity = (schema: Readonly<Record<string, unknown>> | boolean, value: unknown): boolean | undefined => {
    try {
      return ajv.compile(schema)(value);
    } catch {
      return undefined;
    }
  };
  fc.assert(
    fc.property(schemas, values, (schema, value) => {
      const expected = validity(schema, value);
      // Every schema is new: Ajv would keep them all.
      ajv.removeSchema();
      fc.pre(expected !== undefined);
      expect(fitsSchema(schema, value)).toBe(expected);
    }),
    { numRuns: 1000 },
  );
});
