import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { markdownCodeBlock, markdownPageLink } from "../../generator/view/markdown.js";
import { markdownLine, markdownProse } from "../../generator/view/markdown-prose.js";
import { anyText, HOSTILE_TEXTS } from "./hostile-texts.js";
import { activeParts, markdownNodes } from "./markdown-nodes.js";

describe("markdownProse", () => {
  it.each<[string, string]>([
    ["One.\n\nTwo\nlines.", "One.\n\nTwo\nlines."],
    ["a **bold** b, `code`, [link](https://a.example/b).", "a **bold** b, `code`, [link](https://a.example/b)."],
    ["<p>Of <b>HTML</b>:</p><ul><li>one</li><li>two</li></ul>", "Of **HTML**:\n\n- one\n- two"],
    ["Items:\n- one\n* two", "Items:\n\n- one\n- two"],
    ["1) one\n2) two", "1. one\n1. two"],
    ["## Heading\ntext", "**Heading**\n\ntext"],
    ["> quoted", "> quoted"],
    ["a\n```json\n{ 1: <b> }\n\n```\nb", "a\n\n```\n{ 1: <b> }\n```\n\nb"],
    ["| a | b |\n|---|---|\n| 1 | 2 |", "```\n| a | b |\n|---|---|\n| 1 | 2 |\n```"],
    ["<script>x</script> 3 < 4 & 5_000 *a*", "&lt;script&gt;x&lt;/script&gt; 3 &lt; 4 &amp; 5_000 \\*a\\*"],
    ["![i](https://a.example/i.png)", "[i](https://a.example/i.png)"],
    ["[x](javascript:alert(1))", "x)"],
    ["", ""],
  ])("%j becomes %j", (text, want) => {
    expect(markdownProse(text).text.replace(/\n{2,}/g, "\n\n")).toBe(want);
  });

  it("is nothing where there is no description", () => {
    expect(markdownProse(null).text).toBe("");
    expect(markdownLine(null).text).toBe("");
  });

  it("on one line keeps what is within lines", () => {
    expect(markdownLine("# Of\n- `a | b`\n\n**c**: d | e").text).toBe("Of <code>a &#124; b</code> **c**: d \\| e");
  });

  it.each(HOSTILE_TEXTS)("does nothing: %j", async (text) => {
    for (const markdown of [markdownProse(text), markdownProse(`a\n${text}`), markdownCodeBlock(text)])
      expect(await activeParts(markdown.text)).toEqual([]);
    expect(markdownLine(text).text).not.toMatch(/\n/);
    expect(await activeParts(`| a | ${markdownLine(text).text} |`)).toEqual([]);
  });

  it("does nothing, whatever the text", async () => {
    const pieces = fc.constantFrom(
      "](",
      "[",
      "!",
      "`",
      "```\n",
      "**",
      "\n\n",
      "- ",
      "|",
      "<b>",
      "http://e",
      ")",
      "&lt;",
    );
    const text = fc.array(fc.oneof(anyText, pieces), { maxLength: 6 }).map((parts) => parts.join(""));
    await fc.assert(
      fc.asyncProperty(text, async (each) => {
        expect(await activeParts(markdownProse(each).text)).toEqual([]);
        expect(await activeParts(markdownLine(each).text)).toEqual([]);
        expect(markdownLine(each).text).not.toMatch(/\n/);
      }),
      { numRuns: 300 },
    );
  });

  it("in a block of code is that block alone", async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const nodes = await markdownNodes(`a\n\n${markdownCodeBlock(text).text}\n\nb`);
        const kinds = nodes
          .map(({ type }) => type)
          .filter((type) => !["sentence", "word", "whitespace"].includes(type));
        expect(kinds.slice(1, 2)).toEqual(["paragraph"]);
        expect(kinds.filter((kind) => kind === "code" || kind === "html")).toHaveLength(1);
        expect(kinds.at(-1)).toBe("text");
      }),
      { numRuns: 200 },
    );
  });
});

describe("markdownPageLink", () => {
  it("leads to pages of the output alone", () => {
    const label = markdownProse("Pets");
    expect(markdownPageLink(label, "pets.md#list-pets").text).toBe("[Pets](pets.md#list-pets)");
    for (const path of ["//evil.example", "javascript:x", "/etc", "../x", "a b", "a)b", "https://e"])
      expect(() => markdownPageLink(label, path)).toThrow("no path of a page");
  });
});
