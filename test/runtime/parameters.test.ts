import { describe, expect, it } from "vitest";
import {
  cookieParameter,
  headerParameter,
  joinParts,
  jsonParameter,
  pathParameter,
  queryParameter,
} from "../../templates/client/src/runtime/parameters.js";

const list = ["blue", "black", "brown"];
const object = { R: 100, G: 200, B: 150 };

/** The style table. https://spec.openapis.org/oas/v3.1.1.html#style-examples */
describe("the styles of OpenAPI", () => {
  it.each<[string, boolean, string | undefined, string, string, string]>([
    ["matrix", false, ";color", ";color=blue", ";color=blue,black,brown", ";color=R,100,G,200,B,150"],
    ["matrix", true, ";color", ";color=blue", ";color=blue;color=black;color=brown", ";R=100;G=200;B=150"],
    ["label", false, ".", ".blue", ".blue,black,brown", ".R,100,G,200,B,150"],
    ["label", true, ".", ".blue", ".blue.black.brown", ".R=100.G=200.B=150"],
    ["simple", false, undefined, "blue", "blue,black,brown", "R,100,G,200,B,150"],
    ["simple", true, undefined, "blue", "blue,black,brown", "R=100,G=200,B=150"],
  ])("in the path: %s, explode %s", (style, explode, empty, ...texts) => {
    expect(["blue", list, object].map((value) => pathParameter("color", value, style, explode))).toEqual(texts);
    const write = () => pathParameter("color", "", style, explode);
    if (empty === undefined) expect(write).toThrow('the path parameter "color" must not be ""');
    else expect(write()).toBe(empty);
  });

  it.each<[string, boolean, unknown, string]>([
    ["form", false, "", "color="],
    ["form", false, "blue", "color=blue"],
    ["form", false, list, "color=blue,black,brown"],
    ["form", false, object, "color=R,100,G,200,B,150"],
    ["form", true, "", "color="],
    ["form", true, list, "color=blue&color=black&color=brown"],
    ["form", true, object, "R=100&G=200&B=150"],
    ["spaceDelimited", false, list, "color=blue%20black%20brown"],
    ["spaceDelimited", false, object, "color=R%20100%20G%20200%20B%20150"],
    ["pipeDelimited", false, list, "color=blue%7Cblack%7Cbrown"],
    ["pipeDelimited", false, object, "color=R%7C100%7CG%7C200%7CB%7C150"],
    ["deepObject", true, object, "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"],
    [
      "deepObject",
      true,
      { a: { b: [1, { c: 2 }], d: [] } },
      "color%5Ba%5D%5Bb%5D%5B0%5D=1&color%5Ba%5D%5Bb%5D%5B1%5D%5Bc%5D=2",
    ],
  ])("in the query: %s, explode %s, %j", (style, explode, value, text) => {
    expect(queryParameter("color", value, style, explode)).toBe(text);
  });

  it.each<[boolean, unknown, string | undefined]>([
    [false, "blue", "blue"],
    [false, list, "blue,black,brown"],
    [false, object, "R,100,G,200,B,150"],
    [true, object, "R=100,G=200,B=150"],
    [false, undefined, undefined],
    [false, null, undefined],
    [false, "Zoë", "Zoë"],
  ])("in a header: explode %s, %j", (explode, value, text) => {
    expect(headerParameter("X-Color", value, explode)).toBe(text);
  });

  it.each<[boolean, unknown, string]>([
    [true, "blue", "color=blue"],
    [false, list, "color=blue,black,brown"],
    [true, list, "color=blue; color=black; color=brown"],
    [true, "a; b=c", "color=a%3B%20b%3Dc"],
    [true, undefined, ""],
  ])("in a cookie: explode %s, %j", (explode, value, text) => {
    expect(cookieParameter("color", value, explode)).toBe(text);
  });
});

describe("text", () => {
  it.each<[unknown, string]>([
    ["a b&c=d", "a%20b%26c%3Dd"],
    ["!'()*", "%21%27%28%29%2A"],
    ["é/👩", "%C3%A9%2F%F0%9F%91%A9"],
    ["-._~", "-._~"],
    ["\ud800", "%EF%BF%BD"],
    [true, "true"],
    [-1.5, "-1.5"],
    [10n, "10"],
    [new Date(0), "1970-01-01T00%3A00%3A00.000Z"],
  ])("of %o is percent-encoded", (value, text) => {
    expect(queryParameter("q", value, "form", true)).toBe(`q=${text}`);
    expect(pathParameter("q", value, "simple", false)).toBe(text);
  });

  it("of a comma in an item can be told from the one between items", () => {
    expect(queryParameter("q", ["a,b", "c"], "form", false)).toBe("q=a%2Cb,c");
  });

  it("of names is encoded too", () => {
    expect(queryParameter("a b[]", "1", "form", true)).toBe("a%20b%5B%5D=1");
    expect(pathParameter("a b", "1", "matrix", false)).toBe(";a%20b=1");
  });

  it("leaves out undefined and null, and what has nothing in it", () => {
    expect(queryParameter("q", { a: undefined, b: null, c: 1 }, "form", true)).toBe("c=1");
    expect(queryParameter("q", [undefined, "x", null], "form", false)).toBe("q=x");
    expect([[], {}, undefined, null].map((value) => queryParameter("q", value, "form", false))).toEqual([
      "",
      "",
      "",
      "",
    ]);
    expect(queryParameter("o", JSON.parse('{"__proto__":"x"}'), "deepObject", true)).toBe("o%5B__proto__%5D=x");
  });
});

describe("what cannot be sent", () => {
  it.each([
    [".", "simple"],
    ["..", "simple"],
    [".", "label"],
    ["", "simple"],
    [[], "simple"],
  ])("in the path: %j, %s", (value, style) => {
    expect(() => pathParameter("id", value, style, false)).toThrow('the path parameter "id" must not be');
  });

  it.each([[undefined], [null], [NaN], [Infinity], [Symbol("s")], [[{}]]])("as text: %o", (value) => {
    expect(() => pathParameter("id", value, "simple", false)).toThrow('the parameter "id" cannot be sent as text');
  });

  it.each(["a\r\nb", "a\0", "日本", "\u007f"])("in a header: %j", (value) => {
    expect(() => headerParameter("X-A", value, false)).toThrow('the header "X-A" has a value that cannot be sent');
  });
});

it("jsonParameter is JSON, and nothing for undefined", () => {
  expect([jsonParameter({ a: 1 }), jsonParameter(null), jsonParameter(undefined)]).toEqual([
    '{"a":1}',
    "null",
    undefined,
  ]);
});

it("joinParts leaves out what is empty", () => {
  expect([joinParts("&", "a=1", "", "b=2"), joinParts("; ", "", "")]).toEqual(["a=1&b=2", ""]);
});
