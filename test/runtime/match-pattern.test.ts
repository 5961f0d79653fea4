import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkSchema } from "../../templates/mock/src/runtime/check-schema.js";
import type { JsonSchema } from "../../templates/mock/src/runtime/json-schema.js";
import { matchesPattern } from "../../templates/mock/src/runtime/match-pattern.js";
import { readPattern } from "../../templates/mock/src/runtime/read-pattern.js";

const a = "a".repeat(5000);
const blanks = " ".repeat(5000);

describe("a pattern is tried in bounded time", () => {
  it.each<[pattern: string, text: string, want: boolean | null]>([
    ["^[a-z]+$", `${a}!`, false],
    // A repetition in a repetition; alternatives that overlap; what may be left out.
    ["^(a+)+$", `${a}!`, false],
    ["^(a+)+$", a, true],
    // Short ones, too: each level multiplies what going back takes.
    ["^((((a+)+)+)+)+$", `${"a".repeat(18)}!`, false],
    ["^(a|a)*$", `${a}!`, false],
    ["(\\w|\\d)*x", a, false],
    ["^(a?a)*$", `${a}!`, false],
    ["^(?:[a-z0-9]+\\.)*[a-z0-9]+$", "a.b.c", true],
    // A short text can be tried in any case; a number of repetitions that is known is not without end.
    ["^(?=.{1,253}$)([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z]{2,}$", "host", false],
    ["^((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(?!$)|$)){4}$", "192.0.2.1", true],
    ["^((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(?!$)|$)){4}$", "not an address", false],
    // Polynomial, and the same without an end to the degree.
    ["\\s*\\s*\\s*\\s*x", blanks, false],
    ["\\s+$", `${blanks}x`, false],
    [`${"a?".repeat(50)}${"a".repeat(50)}`, "a".repeat(50), true],
    [`^${"(a|a)".repeat(40)}b`, a, false],
    // Looking around and referring back take as long as JavaScript takes: only texts for which that is bounded.
    ["^(?=.*[A-Z])(?=.*\\d).{8,}$", `${a}A1`, true],
    ["^(?=.*[A-Z])(?=.*\\d).{8,}$", a, false],
    ["^(?=(a+)+$)b", a, null],
    ["^(a+)(b+)(c+)\\1$", "aabca", false],
    ["^(a+)(b+)(c+)\\1$", a, null],
    // More than anybody tries.
    ["^(a+)+$", a.repeat(1000), null],
    ["(".repeat(300) + "a+" + ")+".repeat(300), a, null],
    ["(", "a", null],
  ])("%s", (pattern, text, want) => {
    const started = performance.now();
    expect(matchesPattern(pattern, text)).toBe(want);
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it.each<[place: string, schema: JsonSchema, value: unknown]>([
    ["patternProperties", { patternProperties: { "^(a+)+$": true }, additionalProperties: false }, { [`${a}!`]: 1 }],
    ["propertyNames", { propertyNames: { pattern: "^(a+)+$" } }, { [`${a}!`]: 1 }],
  ])("in %s", (_place, schema, value) => {
    expect(checkSchema(schema, value, "body")).toHaveLength(1);
  });

  it("and a name of which nothing can be told is not refused", () => {
    const schema = { patternProperties: { "^(?=(a+)+$)b": { type: "integer" } }, additionalProperties: false };
    expect(checkSchema(schema, { [a]: "text" }, "body")).toEqual([]);
  });
});

describe("what is followed is what JavaScript says", () => {
  const atoms = ["a", "b", ".", "[ab]", "[^a]", "\\w", "\\d", "\\x61", "\\-", "\\b", "^", "$", "\\u{1F4A9}", "]?"];
  const pattern = fc.letrec<{ whole: string }>((tie) => ({
    whole: fc.oneof(
      { maxDepth: 4, depthSize: "small" },
      fc.constantFrom(...atoms),
      fc.tuple(tie("whole"), tie("whole")).map(([one, other]) => `${one}${other}`),
      fc.tuple(tie("whole"), tie("whole")).map(([one, other]) => `(${one}|${other})`),
      fc
        .tuple(tie("whole"), fc.constantFrom("*", "+", "?", "{2}", "{1,2}", "{1,}", "*?"))
        .map(([each, sign]) => `(?:${each})${sign}`),
    ),
  })).whole;
  const text = fc
    .array(fc.constantFrom("a", "b", "-", "1", "💩", "]", "\n"), { maxLength: 6 })
    .map((all) => all.join(""));

  it.each(["u", ""])("with the flags %o", (flags) => {
    fc.assert(
      fc.property(pattern, text, (source, tried) => {
        fc.pre(isExpression(source, flags));
        // In front of it stands what makes JavaScript's way too dangerous to go.
        const prefix = `(?:${"|".repeat(5000)})*`;
        const { automaton } = readPattern(source, flags);
        expect(automaton).not.toBeNull();
        if (flags === "u" || !isExpression(source, "u"))
          expect(matchesPattern(`${prefix}(?:${source})`, tried)).toBe(new RegExp(source, flags).test(tried));
      }),
      { numRuns: 2000 },
    );
  });
});

function isExpression(source: string, flags: string): boolean {
  try {
    return new RegExp(source, flags).source !== "";
  } catch {
    return false;
  }
}
