import { describe, expect, it } from "vitest";
import { pathParameter, pathReservedText, pathSegment } from "../../templates/client/src/runtime/path-parameter.js";

const list = ["blue", "black", "brown"];
const object = { R: 100, G: 200, B: 150 };

/** The style table. https://spec.openapis.org/oas/v3.1.1.html#style-examples */
it.each<[string, boolean, string, string, string, string]>([
  ["matrix", false, ";color", ";color=blue", ";color=blue,black,brown", ";color=R,100,G,200,B,150"],
  ["matrix", true, ";color", ";color=blue", ";color=blue;color=black;color=brown", ";R=100;G=200;B=150"],
  ["label", false, ".", ".blue", ".blue,black,brown", ".R,100,G,200,B,150"],
  ["label", true, ".", ".blue", ".blue.black.brown", ".R=100.G=200.B=150"],
  ["simple", false, "", "blue", "blue,black,brown", "R,100,G,200,B,150"],
  ["simple", true, "", "blue", "blue,black,brown", "R=100,G=200,B=150"],
])("%s, explode %s", (style, explode, ...texts) => {
  expect(["", "blue", list, object].map((value) => pathParameter("color", value, style, explode))).toEqual(texts);
});

it.each<[unknown, string, boolean, string]>([
  ["a/b c", "simple", false, "a%2Fb%20c"],
  [["a,b", "c"], "simple", false, "a%2Cb,c"],
  [["", "x"], "matrix", true, ";a%20b;a%20b=x"],
  [{ k: "" }, "matrix", true, ";k"],
  [{ k: "", l: undefined, m: null }, "simple", true, "k="],
  [new Date(0), "label", false, ".1970-01-01T00%3A00%3A00.000Z"],
  [[{ b: 1 }], "simple", false, "%7B%22b%22%3A1%7D"],
  [10n, "matrix", false, ";a%20b=10"],
])("%o, %s, explode %s", (value, style, explode, text) => {
  expect(pathParameter("a b", value, style, explode)).toBe(text);
});

it("keeps reserved characters where it is allowed, but for those that would end the segment or the path", () => {
  expect(pathParameter("p", "a/b?c#d:e@f%2Fg", "simple", false, pathReservedText)).toBe("a%2Fb%3Fc%23d:e@f%2Fg");
});

describe("what cannot be sent", () => {
  it.each<[unknown, string, string]>([
    [undefined, "simple", '"id" must not be undefined'],
    [null, "matrix", '"id" must not be null'],
    [[], "simple", '"id" must not be empty in a path'],
    [{}, "matrix", '"id" must not be empty in a path'],
    [".", "label", '"id" must not be ".." in a path'],
    [NaN, "simple", '"id" must be text, a finite number, a boolean or a date, not NaN'],
    [new Map([["a", 1]]), "simple", '"id" must be an object, not Map'],
    [new Uint8Array(2), "label", '"id" must be an object, not Uint8Array'],
    [Symbol("s"), "simple", '"id" must be text, a finite number, a boolean or a date, not Symbol'],
  ])("%o, %s", (value, style, message) => {
    expect(() => pathParameter("id", value, style, false)).toThrow(message);
  });

  // URL parsers take the escapes for dots.
  it.each(["", ".", "..", "%2e", "%2E%2e", ".%2E"])("a segment %j", (text) => {
    expect(() => pathSegment(text, "id")).toThrow(`"id" must not be ${JSON.stringify(text)} in a path`);
  });

  it.each(["...", "a", "%2E%2E%2E", "%252e"])("but a segment %j can", (text) => {
    expect(pathSegment(text, "id")).toBe(text);
  });
});
