import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inferSchema } from "../../generator/document/infer-schema.js";
import {
  isJsonArray,
  isJsonObject,
  jsonObject,
  type JsonObject,
  type JsonValue,
} from "../../generator/document/json.js";

/** A schema without the counts of objects. Not for examples that have a key of that name. */
function withoutCounts(schema: JsonObject): unknown {
  return JSON.parse(JSON.stringify(schema), (key, value: unknown) => (key === "x-exemplar-seen" ? undefined : value));
}

const uuid = "8a6e0804-2bd0-4672-b79d-d97027f9071a";
const integer = { type: "integer" };
const text = { type: "string" };
const record = (value: JsonValue) => ({ type: "object", additionalProperties: value });

interface SchemaCase {
  readonly rule: string;
  readonly examples: readonly JsonValue[];
  readonly schema: JsonObject;
}

const schemaCases: readonly SchemaCase[] = [
  { rule: "no example is unknown", examples: [], schema: {} },
  { rule: "null alone is unknown", examples: [null, null], schema: {} },
  { rule: "null beside a type", examples: ["a", null], schema: { type: ["string", "null"] } },
  { rule: "null comes last", examples: [null, 1], schema: { type: ["integer", "null"] } },
  { rule: "integers", examples: [1, -0, 1e21], schema: integer },
  { rule: "integer and number", examples: [1, 1.5], schema: { type: "number" } },
  { rule: "infinity is a number", examples: [JSON.parse("1e400") as number], schema: { type: "number" } },
  { rule: "scalars of several kinds", examples: [true, "a", 1], schema: { type: ["boolean", "string", "integer"] } },
  {
    rule: "kinds with more to say",
    examples: [{ a: 1 }, "2020-01-02", null, [1]],
    schema: {
      anyOf: [
        { type: "object", properties: { a: integer }, required: ["a"] },
        { type: "string", format: "date" },
        { type: "array", items: integer },
        { type: "null" },
      ],
    },
  },
  { rule: "an empty array", examples: [[]], schema: { type: "array" } },
  { rule: "an array of null", examples: [[null]], schema: { type: "array" } },
  { rule: "an empty object", examples: [{}], schema: { type: "object" } },
  {
    rule: "elements of all arrays",
    examples: [[1], [], ["a"]],
    schema: { type: "array", items: { type: ["integer", "string"] } },
  },
  {
    rule: "a key that was not always there",
    examples: [{ b: 1 }, { a: null, b: 2 }, { a: "x", b: 3 }],
    schema: { type: "object", properties: { b: integer, a: { type: ["string", "null"] } }, required: ["b"] },
  },
  {
    rule: "the price of 5 is no integer, the enterprise of 5 is one",
    examples: [{ unitPrice: 5, tax_rate: 1, enterprise: 5 }],
    schema: {
      type: "object",
      properties: { unitPrice: { type: "number" }, tax_rate: { type: "number" }, enterprise: integer },
      required: ["unitPrice", "tax_rate", "enterprise"],
    },
  },
  {
    rule: "keys of Object.prototype",
    examples: [JSON.parse('{"__proto__": {"x": 1}, "constructor": "a"}') as JsonObject, { toString: 1 }],
    schema: {
      type: "object",
      properties: jsonObject<JsonValue>([
        ["__proto__", { type: "object", properties: { x: integer }, required: ["x"] }],
        ["constructor", text],
        ["toString", integer],
      ]),
    },
  },
  {
    rule: "years",
    examples: [{ "2019": { total: 1 }, "2020": { total: 2 } }],
    schema: record({ type: "object", properties: { total: integer }, required: ["total"] }),
  },
  {
    rule: "data keys over several objects",
    examples: [{ "2020-01": 1 }, { "2020-02": 1.5 }],
    schema: record({ type: "number" }),
  },
  { rule: "values that are unknown", examples: [{ "hello.py": null }], schema: record({}) },
  {
    rule: "data keys whose values differ in kind",
    examples: [{ "1": "a", "2": 1 }],
    schema: { type: "object", properties: { "1": text, "2": integer }, required: ["1", "2"] },
  },
  {
    rule: "a lone 0",
    examples: [{ "0": "a" }],
    schema: { type: "object", properties: { "0": text }, required: ["0"] },
  },
  {
    rule: "key sets that differ from item to item",
    examples: [[{ ada: 1, bob: 2 }, { cy: 3 }, {}, { dee: 4, eve: 5, flo: 6 }]],
    schema: { type: "array", items: record(integer) },
  },
  {
    rule: "variants of one key each are no record",
    examples: [[{ created: { id: 1 } }, { moved: { id: 1 } }, { deleted: { id: 1 } }]],
    schema: {
      type: "array",
      items: {
        type: "object",
        properties: jsonObject(
          ["created", "moved", "deleted"].map((key) => [
            key,
            { type: "object", properties: { id: integer }, required: ["id"] },
          ]),
        ),
      },
    },
  },
  {
    rule: "a format that one value lacks",
    examples: [
      { a: "2020-01-02", b: "2020-01-02" },
      { a: "", b: "2020-02-29" },
    ],
    schema: { type: "object", properties: { a: text, b: { type: "string", format: "date" } }, required: ["a", "b"] },
  },
  {
    rule: "a version is no address",
    examples: [{ version: "3.1.5.0", ip: "3.1.5.0" }],
    schema: {
      type: "object",
      properties: { version: text, ip: { type: "string", format: "ipv4" } },
      required: ["version", "ip"],
    },
  },
];

describe("inferSchema", () => {
  it.each(schemaCases)("$rule", ({ examples, schema }) => {
    expect(withoutCounts(inferSchema(examples))).toEqual(schema);
  });

  it.each<{ keys: readonly string[]; isRecord: boolean }>([
    { keys: [uuid], isRecord: true },
    { keys: ["id-8f3a01", "id-77b2c4"], isRecord: true },
    { keys: ["U012AB3CD"], isRecord: true },
    { keys: ["2020-01-02T03:04:05Z"], isRecord: true },
    { keys: ["2020-Q1", "2020-Q2"], isRecord: true },
    { keys: ["en", "it"], isRecord: true },
    { keys: ["fil-PH"], isRecord: true },
    { keys: ["USD", "XAU"], isRecord: true },
    { keys: ["com.example.vendor"], isRecord: true },
    { keys: ["application/json", "text/plain"], isRecord: true },
    { keys: ["/pets", "/pets/{id}"], isRecord: true },
    { keys: ["tag1", "tag2"], isRecord: true },
    { keys: ["key_1", "key_2"], isRecord: true },
    { keys: ["line1", "line2"], isRecord: false },
    { keys: ["ipv4", "ipv6"], isRecord: false },
    { keys: ["sha1", "sha256", "sha512"], isRecord: false },
    { keys: ["phone1", "phone2"], isRecord: false },
    { keys: ["team1", "team2"], isRecord: false },
    { keys: ["line1"], isRecord: false },
    { keys: ["id", "to"], isRecord: false },
    { keys: ["RAM", "CPU"], isRecord: false },
    { keys: ["first-name", "1st"], isRecord: false },
    { keys: ["@odata.type"], isRecord: false },
    { keys: ["2020", "name"], isRecord: false },
    { keys: ["ключ", "😀"], isRecord: false },
  ])("keys $keys: record $isRecord", ({ keys, isRecord }) => {
    const schema = inferSchema([jsonObject(keys.map((key) => [key, "x"] as const))]);
    expect("additionalProperties" in schema).toBe(isRecord);
    expect("properties" in schema).toBe(!isRecord);
  });

  it.each<{ text: string; format: string | undefined }>([
    { text: "2012-11-25T12:00:00.123+05:30", format: "date-time" },
    { text: "1998-12-31T15:59:60-08:00", format: "date-time" },
    { text: "1998-12-31T23:58:60Z", format: undefined },
    { text: "2012-02-30T12:00:00Z", format: undefined },
    { text: "2012-11-25T24:00:00Z", format: undefined },
    { text: "2012-11-25T12:00:00", format: undefined },
    { text: "1900-02-29", format: undefined },
    { text: "2000-02-29", format: "date" },
    { text: "411111", format: undefined },
    { text: "10:00:00Z", format: "time" },
    { text: "10:00", format: undefined },
    { text: "PT2H35M", format: "duration" },
    { text: "P", format: undefined },
    { text: "P1DT", format: undefined },
    { text: "00000000-0000-0000-0000-000000000000", format: "uuid" },
    { text: "https://example.com/a?b=%20#c", format: "uri" },
    { text: "https://example.com/{id}", format: undefined },
    { text: "https://example.com/a b", format: undefined },
    { text: "note:this", format: undefined },
    { text: "ada@example.com", format: "email" },
    { text: "email_address", format: undefined },
    { text: "ada@localhost", format: undefined },
    { text: "127.0.0.1", format: "ipv4" },
    { text: "087.10.0.1", format: undefined },
    { text: "2001:db8::1", format: "ipv6" },
    { text: "fe80::1%eth0", format: undefined },
    { text: "00:1a:2b:3c:4d:5e", format: undefined },
    { text: "123", format: undefined },
    { text: "true", format: undefined },
  ])("format of $text: $format", ({ text: value, format }) => {
    expect(inferSchema([value])).toEqual(format === undefined ? { type: "string" } : { type: "string", format });
  });

  it("keeps the order of first sighting, and counts the objects of every place", () => {
    const schema = inferSchema([
      { b: [{}, {}, "x"], a: null },
      { c: { "1": { d: 1 }, "2": {} }, b: [] },
    ]);
    expect(JSON.stringify(schema)).toBe(
      '{"type":"object","properties":{"b":{"type":"array","items":{"anyOf":[{"type":"object","x-exemplar-seen":2},{"type":"string"}]}},' +
        '"a":{},"c":{"type":"object","additionalProperties":{"type":"object","properties":{"d":{"type":"integer"}},"x-exemplar-seen":2},' +
        '"x-exemplar-seen":1}},"required":["b"],"x-exemplar-seen":2}',
    );
  });

  it.each([
    { required: "seen", once: ["a"], twice: ["b"] },
    { required: "repeated", once: undefined, twice: ["b"] },
    { required: "never", once: undefined, twice: undefined },
  ] as const)("required: $required", ({ required, once, twice }) => {
    expect(inferSchema([{ a: 1 }], { required })["required"]).toEqual(once);
    expect(inferSchema([{ b: 1 }, { a: 1, b: 1 }], { required })["required"]).toEqual(twice);
  });

  it.each([1_000, 100_000])("cuts off what is nested %i deep", (depth) => {
    const deep = (open: string, close: string) =>
      JSON.parse(open.repeat(depth) + "1" + close.repeat(depth)) as JsonValue;
    for (const example of [deep("[", "]"), deep('{"a":', "}"), deep('{"1":', "}")]) {
      const printed = JSON.stringify(inferSchema([example]));
      expect(printed).toContain('{"type":');
      expect(printed).not.toContain("integer");
    }
  });

  it("takes linear time for many items, keys and disjoint key sets", () => {
    const many = Array.from({ length: 50_000 }, (_, index) => index);
    const started = performance.now();
    inferSchema([many.map((index) => ({ [`k${index}x`]: index, common: "a@b.c" }))]);
    inferSchema([jsonObject(many.map((index) => [`k${index}x`, [index]] as const))]);
    inferSchema(["a.".repeat(500_000), "a@" + "a-".repeat(500_000), "http://" + "a".repeat(500_000)]);
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it("accepts every example, whatever it is, and changes none", () => {
    const anyJson = fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)) as JsonValue);
    fc.assert(
      fc.property(fc.array(anyJson, { maxLength: 4 }), (examples) => {
        const before = JSON.stringify(examples);
        const schema = inferSchema(examples);
        expect(examples.filter((example) => !accepts(schema, example))).toEqual([]);
        expect(JSON.stringify(examples)).toBe(before);
      }),
    );
  });
});

/** Whether a value satisfies a schema, as far as `inferSchema` uses JSON Schema (formats aside). */
function accepts(schema: JsonValue | undefined, value: JsonValue): boolean {
  if (!isJsonObject(schema)) return schema === undefined;
  const { anyOf, type, properties, required, additionalProperties, items } = schema;
  if (isJsonArray(anyOf)) return anyOf.some((one) => accepts(one, value));
  if (type !== undefined && ![type].flat().some((one) => typeof one === "string" && isOfType(one, value))) return false;
  if (isJsonArray(value)) return value.every((item) => accepts(items, item));
  if (!isJsonObject(value)) return true;
  const named = isJsonObject(properties) ? properties : {};
  const complete =
    !isJsonArray(required) || required.every((key) => typeof key === "string" && Object.hasOwn(value, key));
  const member = (key: string) => (Object.hasOwn(named, key) ? named[key] : additionalProperties);
  return complete && Object.entries(value).every(([key, child]) => accepts(member(key), child));
}

function isOfType(type: string, value: JsonValue): boolean {
  if (type === "null") return value === null;
  if (type === "array") return isJsonArray(value);
  if (type === "object") return isJsonObject(value);
  return type === "integer" ? Number.isInteger(value) : typeof value === type;
}
