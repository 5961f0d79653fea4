import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { paragraphs } from "../../generator/view/prose.js";

describe("paragraphs", () => {
  it.each<[string, string | null, readonly string[]]>([
    ["no text", null, []],
    ["white space", " \n\n\t\n ", []],
    ["one paragraph of two lines", "a  \nb", ["a\nb"]],
    ["two paragraphs", "a\n\nb", ["a", "b"]],
    ["blank lines with spaces in them", "a\n  \n\n b", ["a", "b"]],
    ["line breaks", "a<br>b<BR />c", ["a\nb\nc"]],
    ["paragraphs of HTML", "<p>a</p><p class='x'>b</p>", ["a", "b"]],
    ["emphasis", "<b>a</b> <em>b</em> <code>c</code>", ["**a** _b_ `c`"]],
    ["a list", "<ul><li>a</li><li>b</li></ul>", ["- a\n- b"]],
    ["a link", 'see <a href="https://example.com">the site</a>', ["see [the site](https://example.com)"]],
    ["an aside", "a<aside>b\nc</aside>d", ["a", "> b\n> c", "d"]],
    ["a heading", "<h2>a</h2>b", ["**a**", "b"]],
    ["entities", "a &amp; b &lt;c&gt; &quot;d&quot;&nbsp;e", ['a & b <c> "d" e']],
    ["an entity that is escaped twice", "&amp;lt;", ["&lt;"]],
    ["a comparison", "a < b and c > d", ["a < b and c > d"]],
    ["a generic type", "a Map<string, number>", ["a Map<string, number>"]],
    ["Markdown, untouched", "# a\n\n* b\n* c", ["# a", "* b\n* c"]],
  ])("%s", (_, text, want) => {
    expect(paragraphs(text)).toEqual(want);
  });

  it("have no blank lines and no white space around them, whatever the text", () => {
    const piece = fc.constantFrom(
      "<p>",
      "</p>",
      "<br>",
      "<li>",
      "</li>",
      "<a href='x'>",
      "</a>",
      "\n",
      " ",
      "a",
      "&amp;",
      "<",
      ">",
      "<aside>",
      "</aside>",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        for (const paragraph of paragraphs(pieces.join(""))) {
          expect(paragraph).toBe(paragraph.trim());
          expect(paragraph).not.toBe("");
          expect(paragraph).not.toMatch(/\n[ \t]*\n/);
        }
      }),
    );
  });
});
