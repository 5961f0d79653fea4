import fc from "fast-check";

/** Text that has broken out of strings, comments or pages that other generators printed (security.md, 1.1). */
export const HOSTILE_TEXTS: readonly string[] = [
  "",
  `"; process.exit(1); //`,
  `'); alert(1); ('`,
  "`); alert(1); (`",
  "${process.exit(1)}",
  "\\${x} \\` \\\\",
  "*/ import('evil'); /*",
  "**/",
  "*\u0000/ alert(1) /*",
  "a\\",
  "\\u0022; alert(1)",
  "line\nline\r\nline\rline\u0085line\u2028line\u2029line\u000bline\u000cend",
  "</script><script>alert(1)</script>",
  "<!-- <script> -->",
  "\u202eevil\u2066 \u200b\ufeff\u061c",
  "nul \u0000 bell \u0007 delete \u007f",
  "\ud800 lone \udc00",
  "$& $` $' $1",
  "{{x}} {{{y}}} \\{{z}}",
  "@ts-ignore\n@ts-nocheck\n * @ts-expect-error",
  "@deprecated\n  @internal text @private\n{@link x} @jsx h\n@jsxImportSource evil",
  "@jest-environment ./evil\n@vitest-environment ./evil\n@format\n@flow\n@noprettier",
  '/// <reference path="evil.d.ts" />\n// <reference types="x" />',
  "eslint-disable tslint:disable prettier-ignore istanbul ignore next",
  "@__NO_SIDE_EFFECTS__ #__PURE__ //# sourceMappingURL=evil.map",
  "__proto__",
  "constructor",
  "😀 née 漢字 𝒳",
];

/** Any string, lone surrogates and the pieces of the texts above included. */
export const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc
    .array(
      fc.oneof(
        fc.constantFrom(
          ..."\"'`\\$/*@{}<>!#-_ \t\n\r\u2028\u0085\u0000\u202e\ufeff".split(""),
          ...[
            "*/",
            "/*",
            "//",
            "${",
            "@ts-ignore",
            "@jsx",
            "@x",
            "@__PURE__",
            "</",
            "<!--",
            "\ud83d",
            "\ude00",
            "|",
            "a",
          ],
        ),
        fc.string({ unit: "grapheme", maxLength: 3 }),
      ),
      { maxLength: 14 },
    )
    .map((parts) => parts.join("")),
);
