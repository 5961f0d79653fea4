import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FieldError } from "../../templates/client/src/runtime/field-error.js";
import { formText } from "../../templates/client/src/runtime/form-text.js";

/** The serialiser of the URL standard, byte by byte. https://url.spec.whatwg.org/#urlencoded-serializing */
function whatwg(text: string): string {
  const bytes = [...new TextEncoder().encode(text)];
  const write = (byte: number) => {
    const char = String.fromCharCode(byte);
    if (char === " ") return "+";
    return /[\w*.-]/.test(char) ? char : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
  };
  return bytes.map(write).join("");
}

/** Any string of UTF-16 code units, lone surrogates included. */
const anyText = fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) });

describe("formText", () => {
  it.each([
    ["", ""],
    ["plain-text_1.*", "plain-text_1.*"],
    ["a b", "a+b"],
    ["a+b@x.com", "a%2Bb%40x.com"],
    ["Zoë & Co", "Zo%C3%AB+%26+Co"],
    ["p=w&d%", "p%3Dw%26d%25"],
    ["!'()~", "%21%27%28%29%7E"],
    ["\r\n\0", "%0D%0A%00"],
    ["👩‍🚀", "%F0%9F%91%A9%E2%80%8D%F0%9F%9A%80"],
    ["\x7f\x80\u07ff\u0800", "%7F%C2%80%DF%BF%E0%A0%80"],
    ["\uffff\u{10000}\u{10ffff}", "%EF%BF%BF%F0%90%80%80%F4%8F%BF%BF"],
    ["\ud800x", "%EF%BF%BDx"],
    ["\udc00\ud800", "%EF%BF%BD%EF%BF%BD"],
    ["\ud83d\ud83d\ude00", "%EF%BF%BD%F0%9F%98%80"],
    [true, "true"],
    [false, "false"],
    [0, "0"],
    [-0, "0"],
    [-1.5, "-1.5"],
    [1e-7, "1e-7"],
    [Number.MAX_SAFE_INTEGER, "9007199254740991"],
    [999999999999999900000, "999999999999999900000"],
    [1e21, "1e%2B21"],
    [-1e21, "-1e%2B21"],
    [12345678901234567890n, "12345678901234567890"],
    [new Date(0), "1970-01-01T00%3A00%3A00.000Z"],
  ])("writes %o as %s", (value, text) => {
    expect(formText(value, "field")).toBe(text);
  });

  it("writes any string as the standard says, and as URLSearchParams does", () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.string({ unit: "grapheme" }), fc.string()), (text) => {
        expect(formText(text, "field")).toBe(whatwg(text));
        expect(formText(text, "field")).toBe(new URLSearchParams([["", text]]).toString().slice(1));
      }),
    );
  });

  it("writes every code unit as URLSearchParams does", () => {
    const texts = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit));
    expect(texts.filter((text) => `=${formText(text, "")}` !== new URLSearchParams([["", text]]).toString())).toEqual(
      [],
    );
  });

  it("writes any finite number as its text", () => {
    fc.assert(
      fc.property(fc.double({ noDefaultInfinity: true, noNaN: true }), (number) => {
        expect(formText(number, "field")).toBe(whatwg(String(number)));
      }),
    );
  });

  it.each([
    [{}],
    [[]],
    [null],
    [undefined],
    [NaN],
    [Infinity],
    [-Infinity],
    [Symbol("s")],
    [() => 1],
    [new Date(NaN)],
    [Object.create(null)],
  ])("refuses %o", (value) => {
    expect(() => formText(value, "field")).toThrow(FieldError);
  });

  it("names the field in the error, and does not quote the value", () => {
    expect(() => formText({ secret: 1 }, "last_name")).toThrow(
      new FieldError("last_name", "must be text, a finite number, a boolean or a date, not Object"),
    );
  });
});
