import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { textFromPattern } from "../../generator/model/text-from-pattern.js";
import { textMatcher } from "../../generator/model/text-pattern.js";

describe("a text is tried on a pattern", () => {
  it.each<[string, string, boolean | null]>([
    ["^[a-z]+$", "abc", true],
    ["^[a-z]+$", "Abc", false],
    ["b", "abc", true],
    ["^(?=.*\\d).{3,}$", "ab1", true],
    // What is no regular expression, and what is one without the flag `u` alone.
    ["(", "a", null],
    ["^\\a\\-$", "a-", true],
    // Repetitions in repetitions: tried in linear time, which JavaScript does not do.
    ["^(a+)+$", `${"a".repeat(50)}b`, false],
    ["^([a-z0-9]+\\.)*[a-z0-9]+$", "a.b.c", true],
    ["^(\\w+\\s?)*$", `${"word ".repeat(2000)}!`, false],
    ["^(a|a)*$", `${"a".repeat(50)}b`, false],
    ["^(a?a)*$", `${"a".repeat(50)}b`, false],
    ["^((((a+)+)+)+)+$", `${"a".repeat(18)}!`, false],
    ["\\s*\\s*\\s*\\s*x", " ".repeat(1000), false],
    // What looks ahead, and repeats repetitions, cannot be tried in bounded time.
    ["^(?=(a+)+$)b", "a".repeat(50), null],
    // A short text can be tried in any case; a number of repetitions that is known is not without end.
    ["^(?=.{1,253}$)([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z]{2,}$", "host", false],
    ["^(?=.{1,253}$)([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z]{2,}$", "a.cd", true],
    ["^((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(?!$)|$)){4}$", "192.0.2.1", true],
    ["^((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(?!$)|$)){4}$", "not an address", false],
  ])("%s on %s", (pattern, text, want) => {
    expect(textMatcher(pattern)?.(text) ?? null).toBe(want);
  });

  it.each<[string, string, number, boolean | null]>([
    ["of characters", "^(?:(?:a{100}){100}){100}$", 10_000, false],
    ["of characters, begun anywhere", "(?:(?:(?:a{100}){100}){100}){100}", 5000, null],
    ["of what is no character", "(?:(?:(?:\\b){1000}){1000}){1000}", 1, null],
  ])("repetitions of a known number take their steps: %s", (_, pattern, length, want) => {
    expect(textMatcher(pattern)?.("a".repeat(length)) ?? null).toBe(want);
  });

  it("nothing is known of a pattern that is too large for JavaScript", () => {
    const pattern = "a".repeat(50_000);
    expect(() => new RegExp(pattern).test("a")).toThrow(SyntaxError);
    expect(textMatcher(pattern)?.("a")).toBeNull();
  });
});

describe("a text is made of a pattern", () => {
  it.each<[string, string | undefined]>([
    ["^AC[0-9a-fA-F]{32}$", "AC1234567890abcdef1234567890abcdef"],
    ["^[A-Z]{3}$", "ABC"],
    ["^\\d{4}-\\d{2}$", "1234-56"],
    ["^arn:(aws|aws-cn):[a-z-]+$", "arn:aws:d"],
    ["^(.)\\1$", "aa"],
    ["^(?=.*[A-Z])(?=.*\\d).{8,}$", "Aa1-Bb2_"],
    ["^(?!a)\\w$", "A"],
    ["^\\p{Lu}$", "A"],
    ["^[а-я]+$", "ж"],
    ["^(yes|no)?$", ""],
    // Nothing can match these.
    ["/^a$/", undefined],
    ["[", undefined],
  ])("%s", (pattern, want) => {
    expect(textFromPattern(pattern)).toBe(want);
  });

  it("of the length that is asked for", () => {
    expect(textFromPattern("^[a-z]+$", (text) => text.length >= 5)).toHaveLength(5);
    expect(textFromPattern("^[a-z]{2}$", (text) => text.length >= 5)).toBeUndefined();
  });

  it("another one for another number", () => {
    expect(new Set([0, 1, 2].map((start) => textFromPattern("^[a-z]{4}$", () => true, start))).size).toBe(3);
  });

  it("that it matches", () => {
    const part = fc.constantFrom(
      "[a-z]",
      "\\d{2,4}",
      "(?:ab|c)+",
      ".",
      "x?",
      "[^a-c]*",
      "(d|e){2}",
      "\\w",
      "-",
      "[A-F\\d]{3}",
    );
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), fc.nat(5), (parts, start) => {
        const pattern = `^${parts.join("")}$`;
        const text = textFromPattern(pattern, () => true, start);
        expect(text).toMatch(new RegExp(pattern, "u"));
      }),
    );
  });
});
