import { describe, expect, it } from "vitest";
import { type AnyOptions, anyPairs } from "../../templates/client/src/runtime/any-pairs.js";
import { uriText } from "../../templates/client/src/runtime/uri-text.js";

const nested = { a: ["x", { b: 1 }], c: { d: null, e: undefined } };

it.each<[unknown, AnyOptions["lists"], AnyOptions["objects"], string]>([
  ["x y", "same", "json", "v=x%20y"],
  [null, "same", "json", ""],
  [undefined, "indices", "brackets", ""],
  [["x", null, "y"], "same", "json", "v=x&v=y"],
  [["x", "y"], "brackets", "json", "v%5B%5D=x&v%5B%5D=y"],
  [["x", undefined, "y"], "indices", "json", "v%5B0%5D=x&v%5B2%5D=y"],
  [["a,b", "c"], "comma", "json", "v=a%2Cb,c"],
  [[1, [2]], "json", "json", "v=%5B1%2C%5B2%5D%5D"],
  [{ a: 1 }, "same", "json", "v=%7B%22a%22%3A1%7D"],
  [nested, "indices", "brackets", "v%5Ba%5D%5B0%5D=x&v%5Ba%5D%5B1%5D%5Bb%5D=1&v%5Bc%5D%5Bd%5D="],
  [nested, "same", "brackets", "v%5Ba%5D=x&v%5Ba%5D=%7B%22b%22%3A1%7D&v%5Bc%5D%5Bd%5D="],
  [{ a: 1, b: null, c: { d: 2 } }, "indices", "flat", "a=1&c%5Bd%5D=2"],
  [{ a: 1, b: "x,y" }, "comma", "comma", "v=a,1,b,x%2Cy"],
  [{}, "comma", "comma", ""],
  [[], "comma", "comma", ""],
  [new Date(0), "indices", "brackets", "v=1970-01-01T00%3A00%3A00.000Z"],
  [JSON.parse('{"__proto__":"x"}'), "indices", "brackets", "v%5B__proto__%5D=x"],
])("%o, lists %s, objects %s", (value, lists, objects, text) => {
  expect(anyPairs("&v", value, "v", { lists, objects, text: uriText }).slice(1)).toBe(text);
});

const circle: Record<string, unknown> = {};
circle["self"] = [circle];

function nest(depth: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < depth; level++) value = level % 2 === 0 ? [value] : { a: value };
  return value;
}

describe("what cannot be sent", () => {
  it.each<[unknown, string]>([
    [{ a: NaN }, '"v.a" must be text'],
    [[() => 1], '"v[0]" must be text'],
    [circle, '"v.self[0]" contains itself'],
    [new Map([["a", 1]]), '"v" cannot be sent: it is Map'],
    [{ m: [new Uint8Array(1)] }, '"v.m[0]" cannot be sent: it is Uint8Array'],
  ])("%o", (value, message) => {
    expect(() => anyPairs("&v", value, "v", { lists: "indices", objects: "brackets", text: uriText })).toThrow(message);
  });

  it("what is deeper than any stack", () => {
    expect(() => anyPairs("&v", nest(50_000), "v", { lists: "indices", objects: "brackets", text: uriText })).toThrow(
      "is nested too deeply",
    );
  });
});
