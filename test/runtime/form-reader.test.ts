import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  booleanValue,
  enumValue,
  FormReader,
  integerValue,
  jsonValue,
  numberValue,
  textValue,
  type TextParser,
} from "../../templates/client/src/runtime/form-reader.js";
import { formRest } from "../../templates/client/src/runtime/form-rest.js";
import { formJson, formText } from "../../templates/client/src/runtime/form-text.js";

/** A field `a` as a parser reads it, or the message of the problem. */
function read(text: string, parser: TextParser<unknown> = textValue): unknown {
  const reader = new FormReader(text);
  const value = reader.optional("a", parser);
  const [problem] = reader.problems;
  return problem === undefined ? value : problem.message;
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
        const reader = new FormReader(text);
        // A question mark at its start is cut off by URLSearchParams, but belongs to a form.
        const expected = new URLSearchParams(`&${text}`);
        for (const name of new Set(expected.keys())) {
          expect(reader.list(name, textValue)).toEqual(expected.getAll(name));
        }
        expect(reader.problems).toEqual([]);
      }),
    );
  });

  it.each(["__proto__", "constructor", "toString", "hasOwnProperty"])("named %s are like any other", (name) => {
    expect(new FormReader(`${name}=1`).optional(name, textValue)).toBe("1");
    expect(new FormReader("a=1").optional(name, textValue)).toBeUndefined();
    expect(new FormReader("a=1").list(name, textValue)).toBeUndefined();
    expect(new FormReader(`${name}[x]=1&o[__proto__][x]=1`).problems).toEqual([]);
    expect(({} as Record<string, unknown>)["x"]).toBeUndefined();
  });
});

describe("values", () => {
  it.each<[string, TextParser<unknown>, unknown]>([
    ["true", booleanValue, true],
    ["false", booleanValue, false],
    ["1", booleanValue, "must be true or false"],
    ["", booleanValue, "must be true or false"],
    ["TRUE", booleanValue, "must be true or false"],
    ["0", numberValue, 0],
    ["-1.5e3", numberValue, -1500],
    ["1e%2B21", numberValue, 1e21],
    ["1e+21", numberValue, "must be a number"],
    ["", numberValue, "must be a number"],
    ["0x10", numberValue, "must be a number"],
    ["NaN", numberValue, "must be a number"],
    ["Infinity", numberValue, "must be a number"],
    ["1e999", numberValue, "must be a number"],
    ["+5", numberValue, "must be a number"],
    ["-42", integerValue, -42],
    ["5.0", integerValue, 5],
    ["5.5", integerValue, "must be an integer"],
    ["5x", integerValue, "must be an integer"],
    ["007", textValue, "007"],
    ["red", enumValue(["red", "blue"]), "red"],
    ["green", enumValue(["red", "blue"]), "must be one of red, blue"],
    ["constructor", enumValue(["red"]), "must be one of red"],
    ["%7B%22b%22%3A%5B1%5D%7D", jsonValue(), { b: [1] }],
    ["null", jsonValue(), null],
    ["%7B", jsonValue(), "must be JSON"],
  ])("%j", (text, parser, value) => {
    expect(read(`a=${text}`, parser)).toEqual(value);
  });

  it("do not reach a prototype through JSON", () => {
    read("a=%7B%22__proto__%22%3A%7B%22x%22%3A1%7D%7D", jsonValue());
    expect(({} as Record<string, unknown>)["x"]).toBeUndefined();
  });

  it.each<[string, fc.Arbitrary<unknown>, TextParser<unknown>]>([
    ["text", fc.string({ unit: "grapheme" }), textValue],
    ["numbers", fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0), numberValue],
    ["integers", fc.integer(), integerValue],
    ["booleans", fc.boolean(), booleanValue],
    ["JSON", fc.jsonValue().filter((value) => typeof value === "object" && value !== null), jsonValue()],
  ])("come back as the encoder wrote them: %s", (_, values, parser) => {
    fc.assert(
      fc.property(values, (value) => {
        const text = typeof value === "object" ? formJson(value, "a") : formText(value, "a");
        // What JSON keeps of it: it knows no negative zero.
        expect(read(`a=${text}`, parser)).toEqual(
          typeof value === "string" ? value : JSON.parse(JSON.stringify(value)),
        );
      }),
    );
  });
});

describe("required and repeated fields", () => {
  it("report what is missing, repeated and wrong, all of it", () => {
    const reader = new FormReader("b=1&b=2&c=x");
    reader.required("a", textValue);
    reader.required("b", textValue);
    reader.required("c", booleanValue);
    reader.requiredList("d", textValue);
    expect(reader.problems).toEqual([
      { field: "a", message: "is required" },
      { field: "b", message: "is given more than once" },
      { field: "c", message: "must be true or false" },
      { field: "d", message: "is required" },
    ]);
  });

  it("count an empty value as there", () => {
    const reader = new FormReader("a=");
    expect(reader.required("a", textValue)).toBe("");
    expect(reader.problems).toEqual([]);
  });
});

describe("lists", () => {
  it.each<[string, string | undefined, unknown]>([
    ["a=x&b=1&a=y", undefined, ["x", "y"]],
    ["a=x,y", undefined, ["x,y"]],
    ["a=x,y", ",", ["x", "y"]],
    ["a=x%20y,z%2Cw", ",", ["x y", "z,w"]],
    ["a=", ",", []],
    ["a=", undefined, [""]],
    ["b=1", ",", undefined],
  ])("of %j, separated by %j", (text, separator, values) => {
    expect(new FormReader(text).list("a", textValue, separator)).toEqual(values);
  });

  it("report items that do not fit, and leave them out", () => {
    const reader = new FormReader("a=1&a=x&a=3");
    expect(reader.list("a", integerValue)).toEqual([1, 3]);
    expect(reader.problems).toEqual([{ field: "a", message: "must be an integer" }]);
  });
});

it("reads a long form in time that grows with its length", () => {
  const text = "a=1&".repeat(200_000);
  expect(new FormReader(text).list("a", textValue)).toHaveLength(200_000);
});

describe("fields that are not listed", () => {
  const texts = (form: string, known: readonly string[] = []) => {
    const reader = new FormReader(form);
    return reader.rest(known, (name) => reader.any(name));
  };

  it("are read but for those that are known, lists where a name is repeated", () => {
    expect(texts("a=1&b=x+y&c=1&c=2", ["a"])).toEqual({ b: "x y", c: ["1", "2"] });
  });

  it("have `__proto__` as a name like any other", () => {
    const read = texts("__proto__=x");
    expect(Object.entries(read)).toEqual([["__proto__", "x"]]);
    expect(({} as { x?: unknown }).x).toBeUndefined();
  });

  it("are what formRest wrote", () => {
    const body = { listed: 1, text: "a&b", list: ["x", null, "y"], none: undefined, nothing: null, object: { a: 1 } };
    const form = formRest(body, ["listed"]).slice(1);
    expect(form).toBe("text=a%26b&list=x&list=y&object=%7B%22a%22%3A1%7D");
    expect(texts(form)).toEqual({ text: "a&b", list: ["x", "y"], object: '{"a":1}' });
  });

  it.each<[string, unknown]>([
    ["1", 1],
    ["true", true],
    ["x", "x"],
    ["01", undefined],
  ])("an enum of several kinds finds %s", (text, value) => {
    expect(enumValue<string | number | boolean>([1, true, "x"]).parse(text)).toBe(value);
  });
});
