/** Templates whose places deceive whoever looks at their text alone: what they print is read by the language's parser. */
import { extname } from "node:path";
import { describe, expect, it } from "vitest";
import { collectDiagnostics } from "../../generator/diagnostics.js";
import { checkPrinted } from "../../generator/output/check-printed.js";
import { createRenderer } from "../../generator/output/compile-template.js";
import type { TemplateLanguage } from "../../generator/output/template-source.js";
import { readTrace } from "../../generator/output/template-trace.js";
import { identifier, literal, propertyKey, ts } from "../../generator/view/code.js";
import { docComment } from "../../generator/view/doc-comment.js";
import { markdownCode, markdownLink } from "../../generator/view/markdown.js";

const languages: Readonly<Record<string, TemplateLanguage>> = { ".tsx": "tsx", ".jsx": "tsx", ".md": "md" };

/** `code line:column` of what is wrong with a template, in its text or in what it prints. */
async function refusals(path: string, text: string, said = "+(globalThis.x=1)+"): Promise<readonly string[]> {
  const diagnostics = collectDiagnostics();
  const view = {
    said,
    list: [said],
    id: identifier("pet"),
    key: propertyKey(said),
    doc: docComment([said]),
    code: ts`f(${said})`,
    object: literal({ a: [said] }),
    span: markdownCode(said),
    link: markdownLink(said, "https://example.com"),
  };
  const template = { name: "t.hbs", text, language: languages[extname(path)] ?? "ts" };
  const marked = createRenderer([], diagnostics, { isTraced: true }).render(template, view);
  if (marked !== null) {
    const { text: output, printed } = readTrace(marked);
    const sourceLines = text.split("\n");
    const lined = printed.map((range) => ({
      ...range,
      place: { ...range.place, sourceLine: sourceLines[range.place.line - 1] ?? "" },
    }));
    const file = { path, text: output, template: "t.hbs", printed: lined, sourceOf: () => null };
    expect(await checkPrinted([file], diagnostics)).toBe(!diagnostics.hasErrors());
  }
  return diagnostics.list().map(({ code, place }) => {
    const at = place !== null && "line" in place ? ` ${String(place.line)}:${String(place.column)}` : "";
    return code + at;
  });
}

describe("a script", () => {
  it.each<[string, string, string]>([
    ["a.tsx", 'const f = <T,>(x: T) => x; const s = "{ {{said}} }";', "1:41"],
    ["a.ts", 'const a = 4 {{#if said}}/ 2, q = "/ {{said}} "; // "{{/if}};', "1:37"],
    ["a.ts", 'declare const a: number; const b = a! / 2, q = "/ {{said}} "; // "', "1:51"],
    ["a.js", "const a = <div><p>{{said}}</p></div>;", "1:19"],
    ["a.tsx", "const a = <p>{ {{#if said}}1} {{said}} {2{{/if}} }</p>;", "1:31"],
    ["a.tsx", "const a = <p title={{said}} />;", "1:20"],
    ["a.ts", "{{said}};", "1:1"],
    ["a.js", "const a = <p>{{doc}}</p>; // b", "1:14"],
    ["a.js", "const a = <p>{{said}}</p>; // b", "1:14"],
    ["a.ts", 'const a = 4 {{#if said}}/ 2, q = "/ {{doc}} "; // "{{/if}};', "1:37"],
  ])("%s: %s", async (path, text, place) => {
    expect(await refusals(path, text)).toEqual([`template-place-refused ${place}`]);
  });

  it.each<[string, string, string, string]>([
    ["a.ts", "const a = { {{said}}: 1 };", "__proto__", "1:13"],
    ["a.ts", "class A { {{said}}() {} }", "constructor", "1:11"],
    ["a.ts", "import a from {{said}};", "data:text/javascript,x()", "1:15"],
    ["a.ts", "export * from {{said}};", "https://evil.test/x.js", "1:15"],
    ["a.ts", "const a = await import({{said}});", "node:child_process", "1:24"],
    ["a.cjs", "const a = require({{said}});", "/etc/x.js", "1:19"],
  ])("%s: %s of %s", async (path, text, said, place) => {
    expect(await refusals(path, text, said)).toEqual([`template-place-refused ${place}`]);
    expect(await refusals(path, text, "name")).toEqual([]);
  });

  it.each<[string, string]>([
    ["a.cjs", '<!-- /*\nconst s = "*/ {{said}} "; // "'],
    ["a.ts", "const a = <p>{{said}}</p>;"],
    ["a.mjs", "const a = <p>{{said}} a</p>;"],
  ])("%s: %s is none", async (path, text) => {
    expect(await refusals(path, text)).not.toEqual([]);
  });

  it.each<[string, string]>([
    ["a.ts", "{{doc}}\nexport const a = {{said}}, b = [{{said}}, {{code}}, {{object}}], { {{key}}: c } = b;\n"],
    ["a.ts", "f({{#each list}}{{this}}, {{/each}}{{code}}); /** {@link x} */\n// a\n{{doc}}\n/* b */ g();\n"],
    ["a.tsx", "const a = <p title={ {{said}} }>{ {{said}} } text { {{code}} }</p>;"],
    ["a.ts", "export type A = {{said}} | { {{key}}: {{said}} };\n"],
    ["a.mts", "export enum A { B = {{said}} }\nconst c = `a` + {{said}} + /b/.source;"],
  ])("%s: %s prints", async (path, text) => {
    for (const said of ["plain", "*/ \" ' ` ${x} </script>\n\u2028\\", "<!-- //"])
      expect(await refusals(path, text, said)).toEqual([]);
  });
});

describe("Markdown", () => {
  const attack = "<img src=x onerror=alert(1)>";

  it.each<[string]>([
    ["<details><summary>a</summary>\n```ts\nconst a = {{said}};\n```\n</details>\n"],
    ["a\n    ```ts\n    const a = {{said}};\n    ```\n"],
    ["- a\n      ```ts\n      {{said}}\n      ```\n"],
    ["- a\n> ```ts\n{{said}}\n> ```\n"],
    ["<script>const t = {{said}}</script>\n"],
    ["<script>\nconst t = 1 + {{said}}\n</script>\n"],
    ['<a title=">" href={{said}}>a</a>\n'],
    ["<div\n\nhref={{said}}>\n<p a={{said}}>\n"],
    ["[a]( {{said}} )\n"],
    ["[a](\n{{said}})\n"],
    ["[a]\n\n[a]: {{said}}\n"],
    ["![a]( {{said}} )\n"],
    ["``a {{said}}``\n"],
    ["<h1 align=center>{{said}}</h1>\n"],
    ["<!-- {{said}} -->\n"],
  ])("%j", async (text) => {
    for (const said of [attack, "javascript:alert(1)", "x"])
      expect(await refusals("a.md", text, said)).toContainEqual(expect.stringMatching(/^template-place-refused /));
  });

  it.each<[string]>([
    ["# {{said}}\n\n{{said}} {{span}} {{link}} *a {{said}}* **{{said}}**\n\n- {{said}}\n\n> {{said}}\n"],
    ["| a | b |\n| --- | --- |\n| {{said}} | {{span}} |\n"],
    ["```ts\nconst a = {{said}};\n```\n\n<b>{{said}}</b>\n\n[{{said}}](b.md)\n"],
    ["- a\n\n  ```ts\n  const a = {{said}};\n  ```\n"],
    ["---\ntitle: {{said}}\n---\n\n# {{said}}\n"],
    ["{{#each list}}\n- {{this}}\n{{/each}}\n\n[^1]\n\n[^1]: {{said}}\n"],
    ["<details>\n\n{{said}}\n\n</details>\n"],
  ])("prints %j", async (text) => {
    for (const said of ["plain", attack, "a | b `c` [d](e) _f_", "# x\n\ny {z}", "~~~\n```"])
      expect(await refusals("a.md", text, said)).toEqual([]);
  });
});
