import fc from "fast-check";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { type DocTag, docComment } from "../../generator/view/doc-comment.js";
import { anyText, HOSTILE_TEXTS } from "./hostile-texts.js";

/** What TypeScript sees of a comment before a declaration. */
function seen(comment: string) {
  const text = `${comment}\nexport const x = 1;\n`;
  const file = ts.createSourceFile("x.ts", text, ts.ScriptTarget.Latest, true);
  const statement = file.statements[0];
  const comments = ts.getLeadingCommentRanges(text, 0) ?? [];
  return {
    statements: file.statements.length,
    start: statement?.getStart(),
    comments: comments.map(({ pos, end }) => text.slice(pos, end)),
    tags: statement === undefined ? [] : ts.getJSDocTags(statement).map((tag) => tag.tagName.text),
    // Not declared, but what the checker goes by.
    pragmas: [...(Reflect.get(file, "pragmas") as Map<string, unknown>).keys()],
    directives: (Reflect.get(file, "commentDirectives") as unknown[] | undefined) ?? [],
    links: text.includes("{@"),
  };
}

function expectHarmless(paragraphs: readonly string[], tags: readonly DocTag[]): void {
  const { text } = docComment(paragraphs, tags);
  expect(seen(text)).toEqual({
    statements: 1,
    start: text.length + 1,
    comments: text === "" ? [] : [text],
    tags: tags.map(({ name }) => name),
    pragmas: [],
    directives: [],
    links: false,
  });
  expect(text).not.toMatch(/[ \t]$/m);
  expect(text).not.toMatch(/[^\P{C}\n\t\u00ad\u200c\u200d\p{Cn}\p{Co}]|[\u2028\u2029]/u);
  expect(text).not.toMatch(/@(ts|jest|vitest)-|@jsx|[@#]__[A-Z]|eslint-disable|sourceMappingURL=/i);
}

describe("docComment", () => {
  it.each<[string, string[], DocTag[], string]>([
    ["nothing", [], [], ""],
    ["blank text", [" \n\t"], [], ""],
    ["one line", ["Creates a pet."], [], "/** Creates a pet. */"],
    ["several lines", ["A\n\n  b  \n"], [], "/**\n * A\n *\n *   b\n */"],
    ["paragraphs", ["A", "", "B"], [], "/**\n * A\n *\n * B\n */"],
    ["a tag", [], [{ name: "deprecated", text: "" }], "/** @deprecated */"],
    ["text and tags", ["A"], [{ name: "default", text: '"x"' }], '/**\n * A\n *\n * @default "x"\n */'],
    ["an example", [], [{ name: "example", text: "\na();\nb();" }], "/**\n * @example\n * a();\n * b();\n */"],
    ["an end", ["a */ b **/"], [], "/** a *\\/ b **\\/ */"],
    ["an end that forms late", ["*\u0000/ *\u200b/"], [], "/** *\\/ *\\/ */"],
    ["line ends", ["a\rb\u0085c\u2028d\u000be"], [], "/**\n * a\n * b\n * c\n * d\n * e\n */"],
    ["bidi", ["a\u202eb"], [], "/** a\\u202eb */"],
    [
      "tags of the document",
      ["@internal\n x @private {@link y} me@x.org"],
      [],
      "/**\n * \\@internal\n *  x \\@private {\\@link y} me@x.org\n */",
    ],
    ["directives", ["@ts-ignore\n@jsx h"], [], "/**\n * \\@ ts-ignore\n * \\@ jsx h\n */"],
    ["references", ['/// <reference path="x" />'], [], '/** /// \\<reference path="x" /> */'],
    ["lint directives", ["eslint-disable, istanbul ignore"], [], "/** eslint\\-disable, istanbul\\ ignore */"],
    ["letters and emoji", ["née 漢字 👩‍💻"], [], "/** née 漢字 👩‍💻 */"],
  ])("prints %s", (_, paragraphs, tags, want) => {
    expect(docComment(paragraphs, tags).text).toBe(want);
  });

  it.each(HOSTILE_TEXTS)("is one comment without tags or directives: %j", (text) => {
    expectHarmless([text], []);
    expectHarmless(
      [text, text],
      [
        { name: "default", text },
        { name: "see", text: `\n${text}` },
      ],
    );
  });

  it("is one comment without tags or directives, whatever the text", () => {
    const tags = fc.array(fc.record({ name: fc.constantFrom("default", "deprecated", "example"), text: anyText }), {
      maxLength: 2,
    });
    fc.assert(fc.property(fc.array(anyText, { maxLength: 3 }), tags, expectHarmless), { numRuns: 500 });
  });

  it("throws at a tag whose name is none", () => {
    expect(() => docComment([], [{ name: "a b", text: "" }])).toThrow("is no name of a tag");
  });
});
