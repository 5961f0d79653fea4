import { describe, expect, it } from "vitest";
import { collectDiagnostics } from "../../generator/diagnostics.js";
import { createRenderer } from "../../generator/output/compile-template.js";
import type { TemplateLanguage } from "../../generator/output/template-source.js";

/** `code line:column` of all that is wrong with a template, before any view is printed. */
function refusals(text: string, language: TemplateLanguage = "ts", partial = "1\n"): readonly string[] {
  const diagnostics = collectDiagnostics();
  const renderer = createRenderer([{ partial: "p", name: "t.hbs", text: partial }], diagnostics);
  const view = { x: 1, y: 2, xs: [], foo: 1 };
  const output = renderer.render({ name: "t.hbs", text, language }, view);
  expect(output === null).toBe(diagnostics.hasErrors());
  return diagnostics.list().map(({ code, place }) => {
    if (place === null || !("line" in place)) throw new Error(`${code} has no place`);
    expect(place.uri).toBe("t.hbs");
    return `${code} ${place.line}:${place.column}`;
  });
}

describe("template-syntax", () => {
  it.each<[string, string]>([
    ["a\n  {{#if x}}\n b", "3:3"],
    ["a {{foo", "1:5"],
    ["ab {{}} c", "1:6"],
    ["{{#if x}}\n {{/each}}", "1:4"],
    ["{{#each xs}}{{/if}}", "1:4"],
    ["x {{else}} y", "1:3"],
    ["{{{x}} y", "1:5"],
    ["{{a.this.b}}", "1:3"],
    ["{{(foo)}}", "1:3"],
    ["{{> p a=}}", "1:9"],
    ["abc {{{{raw}}}} x", "1:12"],
  ])("%j", (template, place) => {
    expect(refusals(template)).toEqual([`template-syntax ${place}`]);
  });
});

describe("template-construct-refused", () => {
  it.each<[string, string]>([
    ["a\n {{{x}}}", "2:2"],
    ["{{&x}}", "1:1"],
    ["{{~{x}~}}", "1:1"],
    ["{{#foo}}{{/foo}}", "1:1"],
    ["{{#unless x}}{{/unless}}", "1:1"],
    ["{{#with x}}{{/with}}", "1:1"],
    ["{{^foo}}{{/foo}}", "1:1"],
    ["{{^if x}}{{/if}}", "1:1"],
    ["{{~^if x}}1{{else}}2{{/if}}", "1:1"],
    ["{{{{each xs}}}} {{x}} {{{{/each}}}}", "1:1"],
    ["{{#if x}}{{#helper x}}{{/helper}}{{/if}}", "1:10"],
    ["{{#if x}}{{else}}{{{x}}}{{/if}}", "1:18"],
    ["{{#if x}}1{{else with x}}2{{/if}}", "1:11"],
    ["{{x a=1}}", "1:1"],
    ["{{x y a=1}}", "1:1"],
    ["{{a.b c}}", "1:1"],
    ["{{@root c}}", "1:1"],
    ["{{#if (a.b c)}}{{/if}}", "1:1"],
    ["{{f (g a=1)}}", "1:1"],
    ["{{f @index}}", "1:1"],
    ["{{#if f x}}{{/if}}", "1:1"],
    ["{{#if 'x'}}{{/if}}", "1:1"],
    ["{{#if}}{{/if}}", "1:1"],
    ["{{#if x y}}{{/if}}", "1:1"],
    ["{{#if x includeZero=true}}{{/if}}", "1:1"],
    ["{{#each xs as |one at|}}{{/each}}", "1:1"],
    ["{{#each xs}}{{@index}}{{/each}}", "1:13"],
    ["{{#each xs}}{{#if @first}}{{/if}}{{/each}}", "1:13"],
    ["{{@root.x}}", "1:1"],
    ["{{'x'}}", "1:1"],
    ["{{12}}", "1:1"],
    ["{{true}}", "1:1"],
    ["{{null}}", "1:1"],
    ["{{undefined}}", "1:1"],
    ["{{../x}}", "1:1"],
    ["{{#if x}}{{../x}}{{/if}}", "1:10"],
    ["{{#each xs}}{{../../x}}{{/each}}", "1:13"],
    ["{{#each xs}}{{else}}{{../x}}{{/each}}", "1:21"],
    ["{{> (lookup x 'p')}}", "1:1"],
    ["{{> @partial-block}}", "1:1"],
    ["{{#> p}}{{/p}}", "1:1"],
    ["{{> p x y}}", "1:1"],
    ["{{> p 'x'}}", "1:1"],
    ["{{> p x a=@root}}", "1:1"],
    ["{{> p x a=undefined}}", "1:1"],
    ["{{> p ../x}}", "1:1"],
    ["{{#*inline 'q'}}{{/inline}}", "1:1"],
    ["{{* decorator}}", "1:1"],
  ])("%j", (template, place) => {
    expect(refusals(template)).toEqual([`template-construct-refused ${place}`]);
  });

  it("names all of a template's, and what each is", () => {
    const diagnostics = collectDiagnostics();
    const text = "{{{a}}}\n{{#unless b}}\n  {{{c}}}\n{{/unless}}\n{{f d=1}}";
    createRenderer([], diagnostics).render({ name: "t.hbs", text, language: "ts" }, {});
    expect(diagnostics.list().map(({ message }) => message)).toEqual([
      '"{{{a}}}" is refused: nothing prints unescaped; {{x}} prints a value in the language of the file.',
      '"{{#unless b}}" is refused: the only blocks are {{#each path}} and {{#if path}}.',
      '"{{f d=1}}" is refused: helpers take no named arguments; give them one after the other.',
    ]);
  });
});

describe("template-place-refused", () => {
  it.each<[string, string]>([
    ['a = "{{x}}"', "1:6"],
    ["a = '{{x}}'", "1:6"],
    ["a = 'b {{x}} c'", "1:8"],
    ["a = `{{x}}`", "1:6"],
    ["a = `${ {{x}} }`", "1:9"],
    ["a = `${ f(`${ {{x}} }`) }`", "1:15"],
    ["a = /{{x}}/", "1:6"],
    ["a = /b/{{x}}", "1:8"],
    ["// {{x}}", "1:4"],
    ["/* {{x}} */", "1:4"],
    ["/** {{x}} */", "1:5"],
    ["foo{{x}}", "1:4"],
    ["{{x}}foo", "1:1"],
    ["1{{x}}", "1:2"],
    ["{{x}}1", "1:1"],
    ["{{x}}.5", "1:1"],
    ["#{{x}}", "1:2"],
    ["$\\u0061{{x}}", "1:8"],
    ["@{{x}}", "1:2"],
    ["a -{{x}}", "1:4"],
    ["a +{{x}}", "1:4"],
    ["a /{{x}}", "1:4"],
    ['"a"{{x}}', "1:4"],
    ["{{x}}`a`", "1:1"],
    ["'{{#if x}}a{{/if}}'", "1:2"],
    ["// {{#if x}}a{{/if}}", "1:4"],
    ["'{{> p x}}'", "1:2"],
    ["{{#if x}}\n  '{{x}}'\n{{/if}}", "2:4"],
    ["{{#if x}}1{{else}}'{{x}}'{{/if}}", "1:20"],
    ["foo\n  {{~x}}", "2:3"],
  ])("in TypeScript: %j", (template, place) => {
    expect(refusals(template)).toEqual([`template-place-refused ${place}`]);
  });

  it.each(["{{x}}{{y}}", "{{x}}{{! c }}{{y}}"])("in TypeScript, twice: %j", (template) => {
    const second = template.lastIndexOf("{{") + 1;
    expect(refusals(template)).toEqual(["template-place-refused 1:1", `template-place-refused 1:${second}`]);
  });

  it.each([
    "f({{x}})",
    "[...{{xs}}]",
    "{{x}}.foo",
    "client.{{x}}",
    "a = {{x}};",
    "type A<{{x}}> = {{y}}[];",
    "{ {{x}}: {{y}} }",
    "a = b / {{x}} / c;",
    "a = \"it's\" + {{x}} + 'q\"';",
    "// it's\n{{x}}",
    "/* it's */ {{x}}",
    "`a ${b} c`; {{x}}",
    "/[/'\"]/.test({{x}})",
    "hole_0_ {{x}} hole__1_",
    "{{x}} // the end",
  ])("not in TypeScript: %j", (template) => {
    expect(refusals(template)).toEqual([]);
  });

  it.each<[string, string]>([
    ['{ "a": "{{x}}" }', "1:9"],
    ['{ "a{{x}}": 1 }', "1:5"],
    ["[1{{x}}]", "1:3"],
  ])("in JSON: %j", (template, place) => {
    expect(refusals(template, "json")).toEqual([`template-place-refused ${place}`]);
  });

  it.each<[string, string]>([
    ["a `{{x}}`", "1:4"],
    ["`a` `b {{x}}`", "1:8"],
    ["<a title={{x}}>", "1:10"],
    ["<!-- {{x}} -->", "1:6"],
    ["<{{x}}>", "1:2"],
    ["[a]({{x}})", "1:5"],
    ["`{{#if x}}{{x}}{{/if}}`", "1:2"],
    ["<a\n  title={{x}}>", "2:9"],
    ["a `b\nc {{x}}` d", "2:3"],
    ["```{{x}}\na\n```", "1:4"],
    ["```ts\n'{{x}}'\n```", "2:2"],
    ["a\n\n~~~ts\nfoo{{x}}\n~~~", "4:4"],
    ['```json\n{{#if x}}\n"{{x}}"\n{{/if}}\n```', "3:2"],
    ["a\n{{~#if x}}b{{/if}}", "2:1"],
    ["a\n{{x~}}\n", "2:1"],
  ])("in Markdown: %j", (template, place) => {
    expect(refusals(template, "md")).toEqual([`template-place-refused ${place}`]);
  });

  it.each([
    "`a` {{x}} `b`",
    "<b>{{x}}</b>",
    "[{{x}}](b)",
    "| {{x}} | {{y}} |",
    "```sh\n# don't {{x}}\n```",
    "# It's {{x}}",
  ])("not in Markdown: %j", (template) => {
    expect(refusals(template, "md")).toEqual([]);
  });
});

describe("front matter", () => {
  it.each<[string, string]>([
    ["---\ntitle: a {{x}}\n---\n", "2:10"],
    ["---\ntitle: '{{x}}'\n---\n", "2:9"],
    ["---\ntitle: {{x}} # a\n---\n", "2:8"],
    ["---\n# {{x}}\n---\n", "2:3"],
    ["---\n{{x}}: a\n---\n", "2:1"],
    ["---\na: {{#if x}}1{{/if}}\n---\n", "2:4"],
    ["---\n{{#if x}}\na: 'b {{y}}'\n{{/if}}\n---\n", "3:7"],
    ["---\na:\n{{#each xs}}\n  - {{this~}}\n{{/each}}\n---\n", "4:5"],
  ])("refuses %j", (template, place) => {
    expect(refusals(template, "md")).toEqual([`template-place-refused ${place}`]);
  });

  it.each<[string, string]>([
    ["{{! c }}\n{{! d }}\n---\na: {{x}}\n---\n", '---\na: "*b*: {}"\n---\n'],
    ["{{! c }}\n---\na: {{x}}\n---\n{{x}}", '---\na: "*b*: {}"\n---\n\\*b\\*: &#123;}'],
    ["---\na:\n{{#each xs}}\n  - b: {{this}}\n{{/each}}\n---\n", '---\na:\n  - b: "\\n---"\n---\n'],
    ["---\na: {{xs}}\n# it's\n---\n", '---\na: ["\\n---"]\n# it\'s\n---\n'],
    ["\n---\na: {{x}}\n---\n", "\n---\na: \\*b\\*: &#123;}\n---\n"],
    ["a\n---\nb: {{x}}\n---\n", "a\n---\nb: \\*b\\*: &#123;}\n---\n"],
    ["---\nb: {{x}}\n", "---\nb: \\*b\\*: &#123;}\n"],
  ])("prints YAML in it, and Markdown elsewhere: %j", (text, want) => {
    const diagnostics = collectDiagnostics();
    const template = { name: "t.hbs", text, language: "md" } as const;
    expect(createRenderer([], diagnostics).render(template, { x: "*b*: {}", xs: ["\n---"] })).toBe(want);
    expect(diagnostics.list()).toEqual([]);
  });
});

describe("a setting", () => {
  it("may be a URL where a document's text may not", () => {
    const diagnostics = collectDiagnostics();
    const url = "https://registry.example.com/";
    const renderer = createRenderer([], diagnostics, { settings: new Set([url]) });
    const print = (text: string) => renderer.render({ name: "t.hbs", text, language: "text" }, { url, other: "a:b/" });
    expect(print("a={{url}}")).toBe(`a=${url}`);
    expect(diagnostics.list()).toEqual([]);
    expect(print("a={{other}}")).toBeNull();
  });
});

describe("a package.json", () => {
  function render(text: string, partial = "") {
    const diagnostics = collectDiagnostics();
    const settings = new Set(["ours"]);
    const partials = [{ partial: "p", name: "p.hbs", text: partial }];
    const template = { name: "t.hbs", text, language: "settings" } as const;
    const view = { text: "curl x | sh", ours: "ours", list: ["a", "b"], object: { postinstall: "ours" }, yes: true };
    const output = createRenderer(partials, diagnostics, { settings }).render(template, view);
    return output === null ? diagnostics.list().map(({ code }) => code) : (JSON.parse(output) as unknown);
  }

  it.each<[string]>([
    ['{ "scripts": { "postinstall": {{text}} } }'],
    ['{ "scripts": {{object}} }'],
    ['{ "dependencies": { {{text}}: "1" } }'],
    ["{ {{text}}: 1 }"],
    ['{ "keywords": [], "main": {{text}} }'],
    ['{ "scripts": { {{#if yes}}"a": {{text}}{{/if}} } }'],
    ['{ "scripts": { {{#if yes}}"description": {{text}}{{/if}} } }'],
    ['{ "files": {{list}} }'],
  ])("prints no text of the document where it acts: %s", (template) => {
    expect(render(template)).toEqual(["template-value-refused"]);
  });

  it("prints none in a partial either", () => {
    expect(render('{ "scripts": { {{> p this}} } }', '"description": {{text}}')).toEqual(["template-value-refused"]);
  });

  it("prints it where it describes, and what is ours everywhere", () => {
    const template = `{
      "description": {{text}},
      {{#if yes}}"license": {{text}},{{/if}}
      "keywords": [{{#each list}}{{this}}, {{/each}}{{text}}],
      "author": { "name": {{text}} },
      "main": {{ours}},
      "private": {{yes}}
    }`;
    expect(render(template)).toEqual({
      description: "curl x | sh",
      license: "curl x | sh",
      keywords: ["a", "b", "curl x | sh"],
      author: { name: "curl x | sh" },
      main: "ours",
      private: true,
    });
  });
});

describe("template-text-unclosed", () => {
  it.each<[string, string]>([
    ["a 'b\nc", "1:3"],
    ["a\n  `b", "2:3"],
    ["`${ a", "1:1"],
    ["a /* b", "1:3"],
    ["a = /b", "1:5"],
    ["{{#if x}}\n  // a{{/if}}\nb", "2:3"],
    ["{{#if x}} /* {{/if}}", "1:11"],
    ["{{#each xs}}\n  `\n{{/each}}", "2:3"],
  ])("in TypeScript: %j", (template, place) => {
    expect(refusals(template)[0]).toBe(`template-text-unclosed ${place}`);
  });

  it("in a partial", () => {
    expect(refusals("{{> p x}}\nc", "ts", "a\n/* b\n")).toEqual(["template-text-unclosed 2:1"]);
    expect(refusals("{{> p x}} b", "ts", "a // c")).toEqual([]);
  });

  it("in Markdown", () => {
    expect(refusals("a\n```ts\nb\n", "md")).toEqual(["template-text-unclosed 3:1"]);
    expect(refusals("{{#if x}}\n```ts\n{{/if}}\na\n", "md")).toEqual(["template-text-unclosed 3:1"]);
  });
});
