import fc from "fast-check";
import * as prettier from "prettier";
import { describe, expect, it } from "vitest";
import { markdownCode, markdownLink, markdownText } from "../../generator/view/markdown.js";
import { anyText, HOSTILE_TEXTS } from "./hostile-texts.js";

interface MarkdownNode {
  readonly type: string;
  readonly value?: string;
  readonly url?: string;
  readonly children?: readonly MarkdownNode[];
}

/** The kinds of nodes in a Markdown text, with the texts of code spans, in document order. */
async function nodesOf(markdown: string): Promise<readonly string[]> {
  // Prettier's own parser, so that the test needs no other; it is not declared.
  const debug = Reflect.get(prettier, "__debug") as {
    parse: (text: string, options: object) => Promise<{ ast: MarkdownNode }>;
  };
  const { ast } = await debug.parse(markdown, { parser: "markdown" });
  const walk = (node: MarkdownNode): readonly string[] => [
    ...(["text", "root", "paragraph"].includes(node.type)
      ? []
      : [node.type === "inlineCode" ? `code ${node.value ?? ""}` : node.type]),
    ...(node.children ?? []).flatMap(walk),
  ];
  return walk(ast);
}

/** Without what Markdown takes from both ends of a line or folds, and what plain lines leave out. */
const visible = (text: string) => text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, "");

describe("markdownText", () => {
  it.each<[string, string]>([
    ["plain (text), 3 < 4 & more.", "plain (text), 3 &lt; 4 &amp; more."],
    ["*a* _b_ snake_case `c` ~d~", "\\*a\\* \\_b\\_ snake_case \\`c\\` \\~d\\~"],
    ["[x](http://e) ![y](z)", "\\[x\\](http://e) !\\[y\\](z)"],
    ["<img src=x onerror=alert(1)>", "&lt;img src=x onerror=alert(1)&gt;"],
    ["# h", "\\# h"],
    ["- a\n- b", "\\- a - b"],
    ["1. a", "1\\. a"],
    ["12 apples", "12 apples"],
    ["::: tip", "\\::: tip"],
    ["a | b", "a \\| b"],
    ["{{x}} {%y%} {z}", "&#123;&#123;x}} &#123;%y%} &#123;z}"],
    ["\\*", "\\\\\\*"],
    ["    code", " code"],
    ["a\u202eb\u0000c", "a\\\\u202ebc"],
  ])("%j prints %s", (text, want) => {
    expect(markdownText(text)).toBe(want);
  });

  it.each(HOSTILE_TEXTS)("is text alone: %j", async (text) => {
    expect(await nodesOf(markdownText(text))).toEqual([]);
    expect(await nodesOf(`a ${markdownText(text)} b`)).toEqual([]);
  });

  it("is text alone, whatever the text", async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        expect(await nodesOf(markdownText(text))).toEqual([]);
        expect(markdownText(text)).not.toMatch(/[\n\r<>]/);
      }),
      { numRuns: 300 },
    );
  });
});

describe("markdownCode", () => {
  it.each<[string, string]>([
    ["a", "`a`"],
    ["", ""],
    ["a`b", "``a`b``"],
    ["`", "`` ` ``"],
    ["a``b`", "``` a``b` ```"],
    ["a\n  b", "`a b`"],
    ["{{a}}", "<code>&#123;&#123;a}}</code>"],
    ["string | <T>", "<code>string &#124; &lt;T&gt;</code>"],
  ])("%j prints %s", (text, want) => {
    expect(markdownCode(text).text).toBe(want);
  });

  it("is one code span that shows the text, whatever the text", async () => {
    const withoutBar = anyText.filter(
      (text) =>
        !/\||\{[{%]/.test(visible(text)) && visible(text) !== "" && !/\p{Cs}|[\u202a-\u202e\u2066-\u2069]/u.test(text),
    );
    await fc.assert(
      fc.asyncProperty(withoutBar, async (text) => {
        const nodes = await nodesOf(`a ${markdownCode(text).text} b`);
        expect(nodes.map(visible)).toEqual([visible(`code ${text}`)]);
      }),
      { numRuns: 300 },
    );
  });
});

describe("markdownLink", () => {
  it.each<[string, string, string]>([
    ["Docs", "https://x.org/a?b=1&c=%20", "[Docs](https://x.org/a?b=1&amp;c=%20)"],
    ["[a]", "https://x.org/a) <b> (c", "[\\[a\\]](https://x.org/a%29%20%3Cb%3E%20%28c)"],
    ["mail", "mailto:a@x.org", "[mail](mailto:a@x.org)"],
    ["Docs", "javascript:alert(1)", "Docs"],
    ["Docs", "//x.org", "Docs"],
  ])("%s to %s prints %s", (text, url, want) => {
    expect(markdownLink(text, url).text).toBe(want);
  });
});
