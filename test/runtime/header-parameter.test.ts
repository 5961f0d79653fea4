import { describe, expect, it } from "vitest";
import { headerParameter, jsonHeader } from "../../templates/client/src/runtime/header-parameter.js";

it.each<[unknown, boolean, string | undefined]>([
  ["blue", false, "blue"],
  ['W/"abc"', false, 'W/"abc"'],
  [["blue", "black", null], false, "blue,black"],
  [{ R: 100, G: 200 }, false, "R,100,G,200"],
  [{ R: 100, G: undefined, B: 1 }, true, "R=100,B=1"],
  [[{ a: 1 }], false, '{"a":1}'],
  ["Zoë", false, "Zoë"],
  [1e21, false, "1e+21"],
  [new Date(0), false, "1970-01-01T00:00:00.000Z"],
  [undefined, false, undefined],
  [null, true, undefined],
  ["", false, ""],
])("%o, explode %s", (value, explode, text) => {
  expect(headerParameter("X-A", value, explode)).toBe(text);
});

it("writes JSON in ASCII", () => {
  expect(jsonHeader("X-A", { a: "中é" })).toBe('{"a":"\\u4e2d\\u00e9"}');
  expect(jsonHeader("X-A", null)).toBe("null");
  expect(jsonHeader("X-A", undefined)).toBeUndefined();
});

describe("what cannot be sent", () => {
  it.each(["a\r\nb", "a\0", "日本", "\u007f"])("%j", (value) => {
    expect(() => headerParameter("X-A", value, false)).toThrow('"X-A" has a character that a header cannot carry');
  });

  it.each<[unknown, string]>([
    [new Map([["a", 1]]), '"X-A" must be an object, not Map'],
    [new Uint8Array(2), '"X-A" must be an object, not Uint8Array'],
    [NaN, '"X-A" must be text, a finite number'],
    [[() => 1], '"X-A" must be text, a finite number'],
  ])("%o", (value, message) => {
    expect(() => headerParameter("X-A", value, false)).toThrow(message);
  });
});
