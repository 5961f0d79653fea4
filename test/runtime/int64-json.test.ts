import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerParser } from "../../templates/client/src/runtime/answer-parser.js";
import { eventParser } from "../../templates/client/src/runtime/event-parser.js";
import { parseInt64 } from "../../templates/client/src/runtime/int64-json.js";
import { mediaTypeParser } from "../../templates/client/src/runtime/media-type-parser.js";
import type { ValueShape } from "../../templates/client/src/runtime/value-shape.js";
import { seed } from "../conformance/seed.js";

/** Everywhere, at any depth. */
const everywhere: ValueShape = {
  all: ["bigint", { items: () => everywhere }, { members: {}, others: () => everywhere }],
};

describe("parseInt64", () => {
  it.each<[string, unknown]>([
    ["5", 5n],
    ["0", 0n],
    ["-0", 0n],
    ["9007199254740991", 9007199254740991n],
    ["9007199254740993", 9007199254740993n],
    ["-9223372036854775808", -9223372036854775808n],
    ["18446744073709551615", 18446744073709551615n],
    ["5.0", 5n],
    ["1.2e1", 12n],
    ["9.007199254740993e15", 9007199254740993n],
    ["1e20", 100000000000000000000n],
    ["9007199254740993.000", 9007199254740993n],
    // No integers: as they are.
    ["0.5", 0.5],
    ["1e-1", 0.1],
    ["9007199254740990.6", 9007199254740991],
    ["1.00000000000000001", 1],
    ['"9007199254740993"', "9007199254740993"],
    ["true", true],
    ["null", null],
    // Longer than any integer of 64 bits: not worth the time that it takes.
    [`1${"0".repeat(80)}`, 1e80],
    ["1e400", Infinity],
  ])("%s", (text, value) => {
    expect(parseInt64(text, "bigint")).toStrictEqual(value);
    const digits = typeof value === "bigint" ? String(value) : value;
    expect(parseInt64(text, "string")).toStrictEqual(digits);
    expect(parseInt64(` [\n${text} ]`, { items: "text" })).toStrictEqual([digits]);
  });

  it("is JSON.parse where no shape says anything, and for what is no JSON", () => {
    const nothing: ValueShape = { members: {} };
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(parseInt64(text, nothing)).toStrictEqual(JSON.parse(text));
      }),
      { seed },
    );
    for (const text of ["", "[1", "{'a':1}", "1 2", "9007199254740993,", "[9007199254740993 9007199254740993]"])
      expect(() => parseInt64(text, everywhere)).toThrow(SyntaxError);
  });

  it("gives each integer all of its digits, and every other value as JSON.parse does", () => {
    const leaf = fc.oneof(
      fc.bigInt({ min: -(2n ** 63n), max: 2n ** 64n - 1n }),
      fc.string({ unit: "binary" }),
      fc.constantFrom("9007199254740993", '"9007199254740993"', "\\", '\\"', "1e9"),
      fc.double({ noInteger: true, noNaN: true, noDefaultInfinity: true }),
      fc.constantFrom(null, true),
    );
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof({ maxDepth: 4 }, leaf, fc.array(tie("value")), fc.dictionary(fc.string(), tie("value"))),
    }));
    fc.assert(
      fc.property(value, (written) => {
        expect(parseInt64(write(written), everywhere)).toEqual(written);
      }),
      { seed },
    );
  });

  it("tells positions apart: by name, by item, by what is not listed", () => {
    const shape: ValueShape = {
      members: { id: "bigint", list: { items: "bigint", first: [null] }, plain: null },
      others: "bigint",
    };
    const text = '{"id":1,"list":[1,2,[3]],"plain":1,"other":1,"toString":1,"__proto__":1}';
    const value = parseInt64(text, shape) as object;
    expect(Object.entries(value)).toEqual([
      ["id", 1n],
      ["list", [1, 2n, [3]]],
      ["plain", 1],
      ["other", 1n],
      ["toString", 1n],
      ["__proto__", 1n],
    ]);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });

  it("tells alternatives apart by a property", () => {
    const cat: ValueShape = { members: { n: "bigint" } };
    const shape: ValueShape = { items: { by: "kind", of: { cat: () => cat } } };
    expect(parseInt64('[{"kind":"cat","n":1},{"kind":"toString","n":1},{"kind":1,"n":1},7]', shape)).toEqual([
      { kind: "cat", n: 1n },
      { kind: "toString", n: 1 },
      { kind: 1, n: 1 },
      7,
    ]);
  });

  it("ends, for shapes that lead to themselves, and for values deeper than the stack", () => {
    const circle: ValueShape = { all: [() => circle, "bigint"] };
    expect(parseInt64("1", circle)).toBe(1n);
    const depth = 200_000;
    let value = parseInt64("[".repeat(depth) + "9007199254740993" + "]".repeat(depth), everywhere);
    while (Array.isArray(value)) value = value[0];
    expect(value).toBe(9007199254740993n);
  });

  it("takes time in proportion to the text", () => {
    const text = JSON.stringify(["\\".repeat(200_000), '"'.repeat(200_000), "1e".repeat(200_000)]);
    const started = performance.now();
    expect(parseInt64(`[${text},9007199254740993]`, { items: "bigint" })).toEqual([
      JSON.parse(text),
      9007199254740993n,
    ]);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

it("a parser of answers takes the shape of the status, of its range, or the default one", () => {
  const parse = answerParser(parseInt64, { 200: "bigint", "4XX": "string", default: { items: "bigint" } });
  const parsed = (status: number, text: string) => parse(text, new Response(null, { status }));
  expect(parsed(200, "1")).toBe(1n);
  expect(parsed(404, "1")).toBe("1");
  expect(parsed(500, "[1]")).toEqual([1n]);
  expect(answerParser(parseInt64, { 200: "bigint" })("1", new Response(null, { status: 201 }))).toBe(1);
  // What a status says counts, also where that is nothing.
  expect(answerParser(parseInt64, { 200: null, "2XX": "bigint" })("1", new Response(null, { status: 200 }))).toBe(1);
});

it.each<[number, string, unknown]>([
  [200, "application/json", 1n],
  [200, "application/vnd.b+json", 1],
  [200, "Application/VND.b+JSON ; charset=utf-8", 1],
  // Documented nowhere: as the preferred one.
  [200, "application/vnd.c+json", 1n],
  [201, "application/json", 1],
  [404, "application/problem+json", 1],
  [404, "application/vnd.c+json", "1"],
  [404, "application/json", "1"],
  [404, "text/json", 1n],
  [500, "text/json", 1],
  [500, "text/x+json", 1n],
])("a parser by media type knows what %i in %s has", (status, type, value) => {
  const parse = mediaTypeParser(parseInt64, {
    200: "bigint",
    "200 application/vnd.b+json": null,
    "2XX": null,
    "4XX": null,
    "4XX application/problem+json": null,
    "4XX application/*+json": "string",
    "4XX */*": "bigint",
    default: "bigint",
    "default text/*": "bigint",
    "default text/json": null,
  });
  expect(parse("1", new Response(null, { status, headers: { "content-type": type } }))).toBe(value);
});

it("a parser of events knows the event's name", () => {
  const shape: ValueShape = { by: "event", of: { count: { members: { data: "bigint" } } } };
  expect(eventParser(parseInt64, shape)("9007199254740993", "count")).toBe(9007199254740993n);
  expect(eventParser(parseInt64, shape)("1", "message")).toBe(1);
});

function write(value: unknown): string {
  if (typeof value === "bigint") return String(value);
  if (Array.isArray(value)) return `[${value.map(write).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  return `{${Object.entries(value)
    .map(([key, item]) => `${JSON.stringify(key)}:${write(item)}`)
    .join(",")}}`;
}
