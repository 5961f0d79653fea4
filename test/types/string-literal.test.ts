import fc from "fast-check";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { jsonString, stringLiteral } from "../../generator/types/string-literal.js";
import { anyText, HOSTILE_TEXTS } from "../view/hostile-texts.js";

/** The tokens of a text, without white space: their kinds, and what strings among them mean. */
function tokensOf(text: string): readonly (string | ts.SyntaxKind)[] {
  const scanner = ts.createScanner(ts.ScriptTarget.Latest, false, ts.LanguageVariant.Standard, text);
  const tokens: (string | ts.SyntaxKind)[] = [];
  for (let kind = scanner.scan(); kind !== ts.SyntaxKind.EndOfFileToken; kind = scanner.scan()) {
    tokens.push(kind === ts.SyntaxKind.StringLiteral ? `string ${scanner.getTokenValue()}` : kind);
  }
  return tokens;
}

function expectSafe(text: string): void {
  const printed = stringLiteral(text);
  expect(tokensOf(printed)).toEqual([`string ${text}`]);
  // The literal is what is under test: it must evaluate to the text it was made of.
  // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call
  expect(new Function(`"use strict"; return ${printed};`)()).toBe(text);
  expect(printed).not.toMatch(/\*\/|`|\$\{|<\/|<!--|[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
}

describe("stringLiteral", () => {
  it.each<[string, string]>([
    ["plain", '"plain"'],
    ['say "hi"', '"say \\"hi\\""'],
    ["a\\b", '"a\\\\b"'],
    ["*/", '"*\\/"'],
    ["`${x}`", '"\\u0060$\\u007bx}\\u0060"'],
    ["</script>", '"<\\/script>"'],
    ["<!--", '"<\\u0021--"'],
    ["\n\t\0", '"\\n\\t\\u0000"'],
    ["\u2028\u202e\ufeff\u0085\u007f", '"\\u2028\\u202e\\ufeff\\u0085\\u007f"'],
    ["\ud800", '"\\ud800"'],
    ["\u{e0041}", '"\\udb40\\udc41"'],
    ["//# sourceMappingURL=x", '"//\\u0023 sourceMappingURL=x"'],
    ["😀 née 漢字 #1 a/b", '"😀 née 漢字 #1 a/b"'],
  ])("prints %j", (text, want) => {
    expect(stringLiteral(text)).toBe(want);
  });

  it.each(HOSTILE_TEXTS)("is one token that means %j", expectSafe);

  it("is one token that means the text, whatever the text", () => {
    fc.assert(fc.property(anyText, expectSafe), { numRuns: 1000 });
  });
});

describe("jsonString", () => {
  it("means the text in JSON, and shows all of it", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(JSON.parse(jsonString(text))).toBe(text);
        expect(jsonString(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
      }),
    );
  });
});
