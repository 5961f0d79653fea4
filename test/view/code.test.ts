import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  declaration,
  identifier,
  type Identifier,
  isCode,
  isPlainObject,
  joinCode,
  literal,
  type LiteralValue,
  memberAccess,
  propertyKey,
  ts,
  typeExpression,
  unprintable,
} from "../../generator/view/code.js";
import { markdownCode } from "../../generator/view/markdown.js";
import { anyText, HOSTILE_TEXTS } from "./hostile-texts.js";

function evaluate(code: string): unknown {
  // What is under test is code, and what it means.
  // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call
  return new Function(`"use strict"; return (${code});`)() as unknown;
}

describe("identifier", () => {
  it.each(["accountCreate", "_x", "$", "a1", "é", "漢字", "type", "of", "constructor"])("takes %s", (name) => {
    expect(identifier(name).text).toBe(name);
  });

  it.each([
    "",
    "1a",
    "a-b",
    "a b",
    "a\n",
    "class",
    "await",
    "yield",
    "let",
    "static",
    "eval",
    "arguments",
    "enum",
    "null",
  ])("throws at %j", (name) => {
    expect(() => identifier(name)).toThrow("is no identifier");
  });

  it.each(HOSTILE_TEXTS.filter((text) => !/^\w+$/.test(text)))("throws at %j", (name) => {
    expect(() => identifier(name)).toThrow("is no identifier");
  });
});

describe("names of members", () => {
  it.each<[string, string, string]>([
    ["name", "name", ".name"],
    ["class", "class", ".class"],
    ["na-me", '"na-me"', '["na-me"]'],
    ["200", "200", '["200"]'],
    ["", '""', '[""]'],
    ["é", '"é"', '["é"]'],
    ["a\n", '"a\\n"', '["a\\n"]'],
    ["__proto__", '["__proto__"]', ".__proto__"],
    ['"]: 1, ["', '"\\"]: 1, [\\""', '["\\"]: 1, [\\""]'],
  ])("%j", (name, key, access) => {
    expect(propertyKey(name).text).toBe(key);
    expect(memberAccess(name).text).toBe(access);
  });

  it("is the name, whatever the name", () => {
    fc.assert(
      fc.property(anyText, (name) => {
        const made = evaluate(`{ ${propertyKey(name).text}: 1 }`);
        expect(Object.keys(made as object)).toEqual([name]);
        expect(evaluate(`({ ${propertyKey(name).text}: 7 })${memberAccess(name).text}`)).toBe(7);
      }),
    );
  });
});

describe("literal", () => {
  it.each<[LiteralValue, string]>([
    [1.5, "1.5"],
    [-0, "-0"],
    [1e21, "1e+21"],
    [12345678901234567890n, "12345678901234567890n"],
    [null, "null"],
    [true, "true"],
    [[], "[]"],
    [{}, "{}"],
    [[1, ["a"]], '[1, ["a"]]'],
    [{ a: 1, "b-c": { d: null } }, '{ a: 1, "b-c": { d: null } }'],
    [Object.fromEntries([["__proto__", 1]]), '{ ["__proto__"]: 1 }'],
    [{ of: identifier("pet"), all: [typeExpression("A | B")] }, "{ of: pet, all: [A | B] }"],
  ])("%o prints %s", (value, want) => {
    expect(literal(value).text).toBe(want);
  });

  it("means the value, whatever the value", () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: "binary" }), (value) => {
        expect(evaluate(literal(value as LiteralValue).text)).toEqual(value);
      }),
    );
  });

  class Pet {
    readonly name = "x";
  }
  it.each<[unknown, string]>([
    [undefined, "undefined"],
    [NaN, "NaN"],
    [[1, Infinity], "Infinity"],
    [{ a: { b: undefined } }, "undefined"],
    [() => 1, "a function"],
    [{ toHTML: () => "<b>" }, "a function"],
    [Symbol("x"), "a symbol"],
    [new Pet(), "an instance of a class"],
    [new Map(), "an instance of a class"],
    [new Date(0), "an instance of a class"],
    [{ [Symbol("x")]: 1 }, "an instance of a class"],
    [Array(1), "undefined"],
    [markdownCode("x"), "Markdown"],
  ])("%o has none: %s", (value, what) => {
    expect(unprintable(value)).toBe(what);
    expect(() => literal(value as LiteralValue)).toThrow(`${what} has no literal`);
  });
});

describe("ts", () => {
  it("prints code as it is and everything else as a literal", () => {
    const access = memberAccess("na-me");
    expect(ts`f(${identifier("body")}${access}, ${"*/`"}, ${[1, "a"]}, ${null})`.text).toBe(
      'f(body["na-me"], "*\\/\\u0060", [1, "a"], null)',
    );
  });

  it("nests", () => {
    const inner = ts`${identifier("a")}(${1})`;
    expect(ts`await ${inner};`.text).toBe("await a(1);");
    expect(joinCode([inner, inner], ", ").text).toBe("a(1), a(1)");
    expect(joinCode([], ", ").text).toBe("");
    expect(joinCode([inner, inner], ts` else `).text).toBe("a(1) else a(1)");
    // What a helper in JavaScript may try.
    const fake = { text: "evil()" } as unknown as Identifier;
    expect(() => joinCode([fake], "")).toThrow("code values alone");
    for (const separator of ["evil()", "//", "/*", '"', " else ", "`"])
      expect(() => joinCode([inner, inner], separator)).toThrow("signs or code");
  });

  it("throws at what has no literal", () => {
    expect(() => ts`${undefined as unknown as string}`).toThrow("undefined has no literal");
  });
});

describe("isCode", () => {
  it.each([identifier("a"), declaration("type A = 1;"), literal("x"), markdownCode("x")])("knows %o", (code) => {
    expect(isCode(code)).toBe(true);
    expect(Object.isFrozen(code)).toBe(true);
  });

  it.each([
    null,
    "text",
    { text: "alert(1)", language: "ts" },
    JSON.parse('{"Symbol(openapi-exemplar.code)":"identifier","text":"alert(1)","language":"ts"}'),
    Object.create(identifier("a")),
  ])("is not deceived by %o", (value) => {
    expect(isCode(value)).toBe(false);
  });

  it("tells plain objects from code", () => {
    expect(isPlainObject({})).toBe(true);
    expect(isPlainObject(Object.create(null))).toBe(true);
    expect(isPlainObject(identifier("a"))).toBe(false);
  });
});
