import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formText } from "../../templates/client/src/runtime/form-text.js";
import { jsonText } from "../../templates/client/src/runtime/json-text.js";
import { readAny } from "../../templates/client/src/runtime/any-reader.js";
import {
  nullable,
  orEmpty,
  type Read,
  readDelimited,
  readDelimitedObject,
  readFlat,
  readForm,
  readList,
  readObject,
  required,
  unlessEmpty,
} from "../../templates/client/src/runtime/form-reader.js";
import {
  readBoolean,
  readInteger,
  readJson,
  readNumber,
  readOneOf,
  readText,
} from "../../templates/client/src/runtime/scalar-reader.js";

/** A field `a` as a reader reads it, or the problems: `a must be an integer`. */
function read(text: string, reader: Read = readText): unknown {
  const result = readForm<{ a?: unknown }>(text, { a: reader });
  return result.ok ? result.value.a : result.problems.map(({ field, message }) => `${field} ${message}`);
}

describe("fields", () => {
  it.each([
    ["a=b", "b"],
    ["a=", ""],
    ["a", ""],
    ["x=1", undefined],
    ["", undefined],
    ["&&x=1&&a=b&", "b"],
    ["a==b=", "=b="],
    ["a=b%20c+d", "b c d"],
    ["%61=%62", "b"],
    ["a=%c3%a9", "é"],
    ["a=é", "é"],
    ["a=1;b=2", "1;b=2"],
    ["?a=b", undefined],
    ["a=?b", "?b"],
  ])("of %j", (text, value) => {
    expect(read(text)).toBe(value);
  });

  it.each(["a=%", "a=%4", "a=%zz", "a=%FF%FE", "a=%E4%B8x", "a=\ud800", "%=%", "=", "&", "==", "a=%00"])(
    "that are broken, as %j, are read as the platform reads them",
    (text) => {
      expect(read(text)).toBe(new URLSearchParams(text).get("a") ?? undefined);
    },
  );

  it("read any text as URLSearchParams does, and never throw", () => {
    const piece = fc.constantFrom("a", "=", "&", "%", "4", "1", "+", "é", "?", "\ud83d", "[", "]", ",", "__proto__");
    fc.assert(
      fc.property(fc.string({ unit: piece }), (text) => {
        // A question mark at its start is cut off by URLSearchParams, but belongs to a form.
        const expected = new URLSearchParams(`&${text}`);
        // Names with brackets may mean structure as well: they are read elsewhere.
        const names = [...new Set(expected.keys())].filter((name) => !name.includes("["));
        for (const name of names) {
          const texts: Read = ({ texts: found }, _field, { unescape }) => found.map((raw) => unescape(raw as string));
          const result = readForm<object>(text, Object.fromEntries([[name, texts]]));
          expect(result).toEqual({ ok: true, value: Object.fromEntries([[name, expected.getAll(name)]]) });
        }
      }),
    );
  });

  it.each(["__proto__", "constructor", "toString", "hasOwnProperty"])("named %s are like any other", (name) => {
    const fields = Object.fromEntries([[name, readText]]);
    expect(readForm(`${name}=1`, fields)).toEqual({ ok: true, value: Object.fromEntries([[name, "1"]]) });
    expect(readForm("a=1", fields)).toEqual({ ok: true, value: {} });
    readForm(`${name}[x]=1&o[__proto__][x]=1&o[constructor][prototype][x]=1`, { o: readAny(), ...fields }, readAny());
    expect(({} as Record<string, unknown>)["x"]).toBeUndefined();
  });
});

describe("values", () => {
  it.each<[string, Read, unknown]>([
    ["true", readBoolean, true],
    ["false", readBoolean, false],
    ["1", readBoolean, ["a must be true or false"]],
    ["", readBoolean, ["a must be true or false"]],
    ["TRUE", readBoolean, ["a must be true or false"]],
    ["0", readNumber, 0],
    ["-1.5e3", readNumber, -1500],
    ["1e%2B21", readNumber, 1e21],
    ["1e+21", readNumber, ["a must be a number"]],
    ["", readNumber, ["a must be a number"]],
    ["0x10", readNumber, ["a must be a number"]],
    ["NaN", readNumber, ["a must be a number"]],
    ["Infinity", readNumber, ["a must be a number"]],
    ["1e999", readNumber, ["a must be a number"]],
    ["+5", readNumber, ["a must be a number"]],
    ["-42", readInteger, -42],
    ["5.0", readInteger, 5],
    ["1e%2B21", readInteger, 1e21],
    ["5.5", readInteger, ["a must be an integer"]],
    ["5x", readInteger, ["a must be an integer"]],
    // Rounded, it would be another number.
    ["9007199254740993", readInteger, ["a must be an integer that a number holds"]],
    ["007", readText, "007"],
    ["red", readOneOf(["red", "blue"]), "red"],
    ["green", readOneOf(["red", "blue"]), ["a must be one of red, blue"]],
    ["constructor", readOneOf(["red"]), ["a must be one of red"]],
    ["1", readOneOf([1, true, "x"]), 1],
    ["true", readOneOf([1, true, "x"]), true],
    ["01", readOneOf([1, true, "x"]), ["a must be one of 1, true, x"]],
    ["%7B%22b%22%3A%5B1%5D%7D", readJson(["object"]), { b: [1] }],
    ["%5B1%5D", readJson(["object"]), ["a must be JSON text of an object"]],
    ["1", readJson(["integer", "null"]), 1],
    ["1.5", readJson(["integer"]), ["a must be JSON text of an integer"]],
    ["null", readJson([]), null],
    ["%7B", readJson([]), ["a must be JSON"]],
    ["5", readAny(["string", "integer"]), "5"],
    ["5", readAny(["integer", "boolean"]), 5],
    ["true", readAny(["integer", "boolean"]), true],
    ["x", readAny(["integer", "boolean"]), ["a must be integer or boolean"]],
    ["%7B%22b%22%3A1%7D", readAny(["string", "object"]), { b: 1 }],
    ["%7Bb", readAny(["string", "object"]), "{b"],
    ["%7B%22b%22%3A1%7D", readAny(), '{"b":1}'],
    // One item of a list, where text alone is none of the types.
    ["x", readAny(["array", "integer"]), ["x"]],
    ["5", readAny(["array", "integer"]), 5],
    ["x&a=y", readAny(["array", "object"]), ["x", "y"]],
    ["5&a=6", readAny(["integer", "boolean"]), ["a is given more than once"]],
    ["x&a[b]=1", readText, ["a must be text, not a list or an object"]],
    ["", nullable(readInteger), null],
    ["1", nullable(readInteger), 1],
    ["", unlessEmpty(readInteger), undefined],
    ["1", unlessEmpty(readInteger), 1],
    ["x", unlessEmpty(readInteger), ["a must be an integer"]],
  ])("%j", (text, reader, value) => {
    expect(read(`a=${text}`, reader)).toEqual(value);
  });

  it("do not reach a prototype through JSON", () => {
    read("a=%7B%22__proto__%22%3A%7B%22x%22%3A1%7D%7D", readJson([]));
    expect(({} as Record<string, unknown>)["x"]).toBeUndefined();
  });

  it.each<[string, fc.Arbitrary<unknown>, Read]>([
    ["text", fc.string({ unit: "grapheme" }), readText],
    ["numbers", fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0), readNumber],
    ["integers", fc.integer(), readInteger],
    ["booleans", fc.boolean(), readBoolean],
    ["JSON", fc.jsonValue().filter((value) => typeof value === "object" && value !== null), readJson([])],
  ])("come back as the encoder wrote them: %s", (_, values, reader) => {
    fc.assert(
      fc.property(values, (value) => {
        const text = formText(typeof value === "object" ? jsonText(value, "a") : value, "a");
        // What JSON keeps of it: it knows no negative zero.
        const kept: unknown = typeof value === "string" ? value : JSON.parse(JSON.stringify(value));
        expect(read(`a=${text}`, reader)).toEqual(kept);
      }),
    );
  });
});

describe("what is missing, repeated and wrong", () => {
  it("is reported, all of it", () => {
    const fields = {
      a: required(readText),
      b: required(readText),
      c: required(readBoolean),
      d: required(readJson([])),
    };
    expect(readForm("b=1&b=2&c=x", fields)).toEqual({
      ok: false,
      problems: [
        { field: "a", message: "is required" },
        { field: "b", message: "is given more than once" },
        { field: "c", message: "must be true or false" },
        { field: "d", message: "is required" },
      ],
    });
  });

  it("is not an empty value, nor what leaves no trace: an empty list, an empty object", () => {
    expect(read("a=", required(readText))).toBe("");
    expect(read("", orEmpty(readList(readText)))).toEqual([]);
    expect(read("", orEmpty(readObject({ b: readText }), {}))).toEqual({});
    expect(read("", orEmpty(readObject({ b: required(readText) }), { b: required(readText) }))).toEqual([
      "a.b is required",
    ]);
  });
});

describe("lists", () => {
  it.each<[string, Read, unknown]>([
    ["a=x&b=1&a=y", readList(readText), ["x", "y"]],
    ["a=x,y", readList(readText), ["x,y"]],
    ["a[]=x&a[]=y", readList(readText), ["x", "y"]],
    ["a%5B1%5D=y&a%5b0%5d=x", readList(readText), ["x", "y"]],
    ["a[10]=z&a[9]=y&a[99999999999]=!", readList(readText), ["y", "z", "!"]],
    [
      "a[0][b]=1&a[1][b]=2&a[0][c]=3",
      readList(readObject({ b: readInteger, c: readText })),
      [{ b: 1, c: "3" }, { b: 2 }],
    ],
    ["a[][b]=1&a[][c]=x&a[][b]=2", readList(readObject({ b: readInteger, c: readText })), [{ b: 1, c: "x" }, { b: 2 }]],
    ["a[x]=1", readList(readText), ["a must be a list"]],
    ["a=1&a[x]=2", readList(readText), ["a must be a list"]],
    ["a=1&a=2&a[x]=3", readAny(), ["a must be a list"]],
    ["a[b]=1", readAny(["integer", "boolean"]), ["a must be text, not a list or an object"]],
    ["a=1&a=x&a=3", readList(readInteger), ["a[1] must be an integer"]],
    ["a=x,y", readDelimited(",", readText), ["x", "y"]],
    ["a=x%20y,z%2Cw", readDelimited(",", readText), ["x y", "z,w"]],
    ["a=x%20y+z", readDelimited(" ", readText), ["x", "y", "z"]],
    ["a=x%7Cy|z%7cw", readDelimited("|", readText), ["x", "y", "z", "w"]],
    ["a=", readDelimited(",", readText), [""]],
    ["b=1", readDelimited(",", readText), undefined],
  ])("of %j", (text, reader, values) => {
    expect(read(text, reader)).toEqual(values);
  });
});

describe("objects", () => {
  it.each<[string, Read, unknown]>([
    ["a[b]=1&a[c%20d]=x", readObject({ b: readInteger }, readText), { b: 1, "c d": "x" }],
    ["a[b]=1&a[c]=x", readObject({ b: readInteger }), { b: 1 }],
    ["a[b][c][d]=1", readObject({ b: readObject({ c: readObject({ d: readInteger }) }) }), { b: { c: { d: 1 } } }],
    ["a[[b]=1&a[c]]=2", readObject({}, readText), { "[b": "1", "c]": "2" }],
    ["a[b]=", readObject({ b: nullable(readInteger) }), { b: null }],
    ["a=x&a[b]=1", readObject({ b: readText }), ["a must be an object, its members in brackets"]],
    ["a[b=1", readObject({ b: readText }), undefined],
    ["a[b[c]]=1&a[d[e]][f]=2", readAny(), { "b[c]": "1", "d[e]": { f: "2" } }],
    ["a=b,1,c,x%2Cy", readDelimitedObject(",", { b: readInteger, c: readText }), { b: 1, c: "x,y" }],
    ["a=b,1,c", readDelimitedObject(",", { b: readInteger }), ["a must have a value for each name"]],
    ["b=1&c=x", readFlat({ b: readInteger, c: readText }), { b: 1, c: "x" }],
    ["x=1", readFlat({ b: required(readInteger) }), undefined],
    ["b=1&d[e]=2&x=3", readFlat({ b: readInteger }, readText, ["x", "d"]), { b: 1 }],
    ["a[0]=x&a[1][b]=y", readAny(), ["x", { b: "y" }]],
    ["a[b]=x&a[c][]=y", readAny(), { b: "x", c: ["y"] }],
  ])("of %j", (text, reader, value) => {
    expect(read(text, reader)).toEqual(value);
  });

  it("as deep as nobody means it are passed over, whatever reads them", () => {
    const deep = `a${"[a]".repeat(10_000)}=1`;
    expect(read(deep, readAny())).toBeUndefined();
    expect(readForm(deep, {}, readAny())).toMatchObject({ ok: true });
  });
});

it("reads a long form in time that grows with its length", () => {
  expect(read("a=1&".repeat(200_000), readList(readText))).toHaveLength(200_000);
  expect(read("a[]=1&".repeat(200_000), readList(readText))).toHaveLength(200_000);
});

describe("fields that are not listed", () => {
  const rest = (text: string, how?: Parameters<typeof readForm>[2]) => readForm(text, { a: readText }, how);

  it("are passed over, read, or refused", () => {
    expect(rest("a=1&b=x+y&c=1&c=2")).toEqual({ ok: true, value: { a: "1" } });
    expect(rest("a=1&b=x+y&c=1&c=2", readAny())).toEqual({ ok: true, value: { a: "1", b: "x y", c: ["1", "2"] } });
    expect(rest("a=1&b=2", "refuse")).toEqual({
      ok: false,
      problems: [{ field: "b", message: "is not a field of this form" }],
    });
  });

  it("are those that no other field has read, with their brackets", () => {
    const flat = { a: readFlat({ b: readObject({ c: readText }), d: readInteger }) };
    expect(readForm("b[c]=x", flat, "refuse")).toEqual({ ok: true, value: { a: { b: { c: "x" } } } });
    expect(readForm("b[c]=x&e=1", flat, readAny())).toEqual({ ok: true, value: { a: { b: { c: "x" } }, e: "1" } });
    expect(readForm("d=x", flat, "refuse")).toEqual({
      ok: false,
      problems: [{ field: "a.d", message: "must be an integer" }],
    });
  });

  it("are those with half a bracket, and those that are too deep for a structure", () => {
    const deep = `a${"[b]".repeat(100)}`;
    expect(rest(`a[x=1&a[y]z=2&${deep}=3`, readAny())).toEqual({
      ok: true,
      value: { "a[x": "1", "a[y]z": "2", [deep]: "3" },
    });
  });

  it("are not those that are listed with brackets in their name", () => {
    const fields = { a: readList(readText), "a[x]": readText, "b[]": readList(readText) };
    expect(readForm("a=1&a[x]=2&b[]=3&b[]=4", fields, "refuse")).toEqual({
      ok: true,
      value: { a: ["1"], "a[x]": "2", "b[]": ["3", "4"] },
    });
  });

  it("are structures by the name before the brackets", () => {
    expect(rest("b[x]=1&b[y]=2", readAny())).toEqual({ ok: true, value: { b: { x: "1", y: "2" } } });
  });

  it("are named as they are where brackets mean nothing", () => {
    expect(rest("b[x]=1&b[y]=2&a[z]=3&c=4", { whole: readText })).toEqual({
      ok: false,
      problems: [{ field: "a", message: "must be text, not a list or an object" }],
    });
    expect(rest("b[x]=1&b[y]=2&c=4", { whole: readText })).toEqual({
      ok: true,
      value: { "b[x]": "1", "b[y]": "2", c: "4" },
    });
  });

  it("have `__proto__` as a name like any other", () => {
    const read = rest("__proto__=x", readAny());
    expect(read.ok && Object.entries(read.value as object)).toEqual([["__proto__", "x"]]);
    expect(({} as { x?: unknown }).x).toBeUndefined();
  });
});
