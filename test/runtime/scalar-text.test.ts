import { describe, expect, it } from "vitest";
import { base64Text, base64UrlText } from "../../templates/client/src/runtime/base64-text.js";
import { cookieText } from "../../templates/client/src/runtime/cookie-text.js";
import { FieldError } from "../../templates/client/src/runtime/field-error.js";
import { itemText } from "../../templates/client/src/runtime/item-text.js";
import { membersOf } from "../../templates/client/src/runtime/members-of.js";
import { dateOnly, nameOf, scalarText } from "../../templates/client/src/runtime/scalar-text.js";
import { listOf, objectOf } from "../../templates/client/src/runtime/structure.js";

describe("scalars as text", () => {
  it.each<[unknown, string]>([
    ["a b", "a b"],
    ["", ""],
    [0, "0"],
    [-0, "0"],
    [-1.5, "-1.5"],
    [1e21, "1e+21"],
    [10n ** 20n, "100000000000000000000"],
    [true, "true"],
    [false, "false"],
    [new Date(0), "1970-01-01T00:00:00.000Z"],
  ])("%o", (value, text) => {
    expect(scalarText(value, "a")).toBe(text);
  });

  it.each<[unknown, string]>([
    [undefined, "Undefined"],
    [null, "Null"],
    [NaN, "NaN"],
    [-Infinity, "-Infinity"],
    [new Date(NaN), "Invalid Date"],
    [[1], "Array"],
    [{}, "Object"],
    [Object.create(null), "Object"],
    [new Map(), "Map"],
    [Symbol("s"), "Symbol"],
    [() => 1, "Function"],
  ])("but not %o", (value, name) => {
    const expected = new FieldError("a", `must be text, a finite number, a boolean or a date, not ${name}`);
    expect(() => scalarText(value, "a")).toThrow(expected);
    expect(nameOf(value)).toBe(name);
  });

  it("of a date alone, the day in UTC", () => {
    expect(dateOnly(new Date("2020-01-01T23:59:59.999Z"), "a")).toBe("2020-01-01");
    expect(dateOnly(new Date("+012345-01-02T00:00:00Z"), "a")).toBe("+012345-01-02");
    expect(dateOnly("2020-01-01T00:00:00Z", "a")).toBe("2020-01-01T00:00:00Z");
    expect(() => dateOnly(new Date(NaN), "a")).toThrow(FieldError);
  });
});

it("a FieldError says where and why", () => {
  const error = new FieldError('items[0]."', "must not be");
  expect(error).toBeInstanceOf(TypeError);
  expect(error).toMatchObject({ name: "FieldError", field: 'items[0]."', message: '"items[0].\\"" must not be' });
});

describe("structures", () => {
  it("are what the schema says", () => {
    const [list, object] = [[1], Object.create(null) as object];
    expect(listOf(list, "a")).toBe(list);
    expect(objectOf(object, "a")).toBe(object);
  });

  it.each<[unknown, string]>([
    ["ab", "String"],
    [null, "Null"],
    [{ length: 1 }, "Object"],
    [new Date(0), "Date"],
    [new Set(), "Set"],
  ])("%o is no list", (value, name) => {
    expect(() => listOf(value, "a.b")).toThrow(new FieldError("a.b", `must be an array, not ${name}`));
  });

  it.each<[unknown, string]>([
    ["ab", "String"],
    [null, "Null"],
    [[], "Array"],
    [() => 1, "Function"],
    // Nothing of these would be sent.
    [new Date(0), "Date"],
    [new Map([["a", 1]]), "Map"],
    [new Uint8Array(1), "Uint8Array"],
    [new Blob([]), "Blob"],
  ])("%o is no object", (value, name) => {
    expect(() => objectOf(value, "a.b")).toThrow(new FieldError("a.b", `must be an object, not ${name}`));
  });

  it("have members: their own, that are there, and are not known", () => {
    const value = Object.assign(Object.create({ inherited: 1 }) as object, {
      a: 1,
      b: undefined,
      c: null,
      toString: 2,
    });
    expect(membersOf(value, ["a"])).toEqual([
      ["c", null],
      ["toString", 2],
    ]);
    expect(membersOf(JSON.parse('{"__proto__":1}') as object, [])).toEqual([["__proto__", 1]]);
  });
});

describe("items of one text", () => {
  it.each<[unknown, string, string]>([
    ["a b", ",", "a b"],
    ["a,b", "|", "a,b"],
    ["", " ", ""],
    [5, ",", "5"],
  ])("%j between %j", (value, separator, text) => {
    expect(itemText(value, separator, "a[]")).toBe(text);
  });

  it.each([
    ["a,b", ","],
    ["a b", " "],
    ["|", "|"],
  ])("must not have the separator in them: %j, %j", (value, separator) => {
    const reason = `must not have ${JSON.stringify(separator)} in it, which stands between items`;
    expect(() => itemText(value, separator, "a[]")).toThrow(new FieldError("a[]", reason));
  });
});

describe("bytes", () => {
  const bytes = Uint8Array.of(0xfb, 0xff, 0xbf, 0);

  it("are base64, as Node writes it", () => {
    expect(base64Text(bytes)).toBe(Buffer.from(bytes).toString("base64"));
    expect(base64Text(bytes.buffer)).toBe("+/+/AA==");
    expect(base64UrlText(bytes)).toBe("-_-_AA==");
    // A part of a buffer is that part alone.
    expect(base64Text(bytes.subarray(1, 3))).toBe("/78=");
    expect(base64Text(new Uint8Array())).toBe("");
  });

  it("that are many are no trouble", () => {
    expect(base64Text(new Uint8Array(300_000))).toBe("A".repeat(400_000));
  });

  it.each([["+/=="], [""], [5], [null]])("but %j is as it was", (value) => {
    expect([base64Text(value), base64UrlText(value)]).toEqual([value, value]);
  });
});

describe("cookies of the style `cookie`", () => {
  it.each<[unknown, string]>([
    ["abc==", "abc=="],
    ["a%20b", "a%20b"],
    [1.5, "1.5"],
    ["", ""],
  ])("%j is sent as it is", (value, text) => {
    expect(cookieText(value, "c")).toBe(text);
  });

  it.each(["a;b", "a b", "a\tb", "a\r\nb", "é", "\u007f", "\0"])("%j is refused", (value) => {
    expect(() => cookieText(value, "c")).toThrow(FieldError);
    expect(() => cookieText(value, "c")).toThrow("must be ASCII without white space and semicolons");
  });
});
