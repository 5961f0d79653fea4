import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FieldError } from "../../templates/client/src/runtime/field-error.js";
import { jsonText } from "../../templates/client/src/runtime/json-text.js";

it("writes what JSON.stringify writes, where that loses nothing", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(jsonText(value, "body")).toBe(JSON.stringify(value));
    }),
  );
});

it.each<[string, unknown, string]>([
  ["a bigint, digit by digit", { id: 9007199254740993n }, '{"id":9007199254740993}'],
  ["a date", { at: new Date(0) }, '{"at":"1970-01-01T00:00:00.000Z"}'],
  ["what knows its JSON", { url: new URL("https://a.example") }, '{"url":"https://a.example/"}'],
  ["members that are undefined, left out", { a: undefined, b: null }, '{"b":null}'],
  // A hole, too.
  ["items that are undefined, as null", [undefined, 1, , 2], "[null,1,null,2]"],
  ["a lone surrogate, escaped", "\ud800", '"\\ud800"'],
  ["__proto__, a name like any other", JSON.parse('{"__proto__":1}'), '{"__proto__":1}'],
  ["a value twice, but not inside itself", [list(), list()], "[[1],[1]]"],
])("writes %s", (_, value, text) => {
  expect(jsonText(value, "body")).toBe(text);
});

function list(): readonly number[] {
  return [1];
}

const circle: unknown[] = [];
circle.push({ inside: circle });

describe("what JSON has no text for", () => {
  it.each<[unknown, string]>([
    [NaN, '"body" cannot be JSON: it is NaN'],
    [{ a: [1, Infinity] }, '"body.a[1]" cannot be JSON: it is Infinity'],
    [{ a: () => 1 }, '"body.a" cannot be JSON: it is Function'],
    [[Symbol("s")], '"body[0]" cannot be JSON: it is Symbol'],
    [undefined, '"body" cannot be JSON: it is Undefined'],
    [{ m: new Map() }, '"body.m" cannot be JSON: it is Map'],
    [{ b: new Uint8Array(1) }, '"body.b" cannot be JSON: it is Uint8Array'],
    [{ a: [new Date(NaN)] }, '"body.a[0]" cannot be JSON: it is Invalid Date'],
    [circle, '"body[0].inside" contains itself'],
  ])("%o", (value, message) => {
    expect(() => jsonText(value, "body")).toThrow(FieldError);
    expect(() => jsonText(value, "body")).toThrow(message);
  });

  it("is what is deeper than any stack", () => {
    let deep: unknown = 1;
    for (let depth = 0; depth < 100_000; depth++) deep = [deep];
    expect(() => jsonText(deep, "body")).toThrow("is nested too deeply");
  });
});
