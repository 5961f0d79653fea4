import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FieldError } from "../../templates/client/src/runtime/field-error.js";
import { reservedText, uriText } from "../../templates/client/src/runtime/uri-text.js";

/** Any string of UTF-16 code units, lone surrogates included, and of those that are often met. */
const anyText = fc.oneof(
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) }),
  fc.string({ unit: "grapheme" }),
  fc.string(),
);

const wellFormed = (text: string) =>
  new TextDecoder("utf-8", { ignoreBOM: true }).decode(new TextEncoder().encode(text));

/** RFC 3986 by the platform: `encodeURIComponent` and the five characters that it leaves. */
function rfc3986(text: string): string {
  const escape = (char: string) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`;
  return encodeURIComponent(text).replace(/[!'()*]/g, escape);
}

const notScalars: readonly [unknown][] = [
  [{}],
  [[]],
  [null],
  [undefined],
  [NaN],
  [Infinity],
  [Symbol("s")],
  [() => 1],
  [new Date(NaN)],
];

describe("uriText", () => {
  it.each([
    ["", ""],
    ["AZaz09-._~", "AZaz09-._~"],
    ["a b", "a%20b"],
    ["a+b@x.com", "a%2Bb%40x.com"],
    ["!'()*", "%21%27%28%29%2A"],
    [":/?#[]@!$&'()*+,;=", "%3A%2F%3F%23%5B%5D%40%21%24%26%27%28%29%2A%2B%2C%3B%3D"],
    ["100% %2F", "100%25%20%252F"],
    ["\r\n\0\x7f", "%0D%0A%00%7F"],
    ["Zoë", "Zo%C3%AB"],
    ["日本", "%E6%97%A5%E6%9C%AC"],
    ["👩‍🚀", "%F0%9F%91%A9%E2%80%8D%F0%9F%9A%80"],
    ["\ud800x\udc00", "%EF%BF%BDx%EF%BF%BD"],
    [true, "true"],
    [0, "0"],
    [-0, "0"],
    [-1.5, "-1.5"],
    [1e21, "1e%2B21"],
    [-1e21, "-1e%2B21"],
    [1n, "1"],
    [new Date(0), "1970-01-01T00%3A00%3A00.000Z"],
  ])("writes %o as %s", (value, text) => {
    expect(uriText(value, "field")).toBe(text);
  });

  it("writes any string as RFC 3986 says, after lone surrogates were replaced", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(uriText(text, "field")).toBe(rfc3986(wellFormed(text)));
      }),
    );
  });

  it.each(notScalars)("refuses %o", (value) => {
    expect(() => uriText(value, "field")).toThrow(FieldError);
  });
});

describe("reservedText", () => {
  it.each([
    ["", ""],
    ["AZaz09-._~", "AZaz09-._~"],
    ["/foo/bar?x:y@z", "/foo/bar?x:y@z"],
    [":/?#[]@!$&'()*+,;=", ":/?%23%5B%5D@!$%26'()*%2B,;%3D"],
    ["a%2Fb%2f", "a%2Fb%2f"],
    ["100% %2G%", "100%25%20%252G%25"],
    ["%%41%4", "%25%41%254"],
    ["%25", "%25"],
    ["x^y z", "x%5Ey%20z"],
    ['"<>\\`{|}', "%22%3C%3E%5C%60%7B%7C%7D"],
    ["Zoë/👩", "Zo%C3%AB/%F0%9F%91%A9"],
    ["\ud800%2F\udc00", "%EF%BF%BD%2F%EF%BF%BD"],
    [1e21, "1e%2B21"],
    [false, "false"],
    [new Date(0), "1970-01-01T00:00:00.000Z"],
  ])("writes %o as %s", (value, text) => {
    expect(reservedText(value, "field")).toBe(text);
  });

  it("writes text that decodes to what it was, where that had no triple", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const given = text.replaceAll("%", "");
        expect(decodeURIComponent(reservedText(given, "field"))).toBe(wellFormed(given));
      }),
    );
  });

  it("writes what can stand in a query, and the same again when written twice", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const written = reservedText(text, "field");
        expect(written).toMatch(/^(?:[\w.~:/?@!$'()*,;-]|%[\dA-Fa-f]{2})*$/);
        expect(reservedText(written, "field")).toBe(written);
      }),
    );
  });

  it.each(notScalars)("refuses %o", (value) => {
    expect(() => reservedText(value, "field")).toThrow(FieldError);
  });
});
