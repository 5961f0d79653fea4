import { describe, expect, it } from "vitest";
import { collectDiagnostics } from "../../generator/diagnostics.js";
import { createRenderer } from "../../generator/output/compile-template.js";
import type { Helper } from "../../generator/output/template-helper.js";
import type { TemplateLanguage } from "../../generator/output/template-source.js";
import { codeBrand, identifier, type Identifier, ts } from "../../generator/view/code.js";
import { markdownCode } from "../../generator/view/markdown.js";

const helpers = new Map<string, Helper>(
  Object.entries({
    type: (id: Identifier) => ts`ReturnType<typeof ${id}>`,
    constant: (name: string) => identifier(name.toUpperCase()),
    starts: (text: string, start: string) => text.startsWith(start),
    words: (text: string) => text.split(" "),
    mark: (text: string) => markdownCode(text),
    code: (text: string) => text,
    safeString: (text: string) =>
      new (class SafeString {
        toString() {
          return text;
        }
      })(),
    promise: (text: string) => Promise.resolve(identifier(text)),
    proxy: () => new Proxy([], {}),
    doubled: (levels: number) => Array.from({ length: levels }).reduce<unknown>((inner) => [inner, inner], 1),
    throwNothing: () => {
      throw Object.create(null);
    },
    fail: () => {
      throw new Error("there is nothing");
    },
  }),
);

function render(text: string, view: object, language: TemplateLanguage = "ts") {
  const diagnostics = collectDiagnostics();
  const renderer = createRenderer([{ partial: "p", name: "_partials/p.hbs", text: "[{{type id}}]" }], diagnostics, {
    helpers,
  });
  const output = renderer.render({ name: "t.hbs", text, language }, view)?.trim();
  const problems = diagnostics.list().map(({ code, message, place }) => {
    const at = place !== null && "line" in place ? `${String(place.line)}:${String(place.column)}` : "";
    return `${code} ${at} ${message}`;
  });
  return { output, problems };
}

describe("a helper", () => {
  it.each<[string, string, object, string]>([
    ["prints code that it makes of code", "{{type id}}", { id: identifier("pet") }, "ReturnType<typeof pet>"],
    ["prints code that it makes of text", "{{constant name}}", { name: "pet" }, "PET"],
    ["takes literals", "{{constant 'dog'}}", {}, "DOG"],
    ["takes what another returns", "{{type (constant name)}}", { name: "pet" }, "ReturnType<typeof PET>"],
    ["chooses", "{{#if (starts name 'p')}}yes{{else}}no{{/if}}", { name: "pet" }, "yes"],
    ["chooses otherwise", "{{#if (starts name 'x')}}yes{{else}}no{{/if}}", { name: "pet" }, "no"],
    ["gives a list", "[{{#each (words text)}}{{this}},{{/each}}]", { text: "a b" }, '["a","b",]'],
    ["sees what is around a list", "{{#each xs}}{{constant ../name}};{{/each}}", { xs: [1, 2], name: "a" }, "A;A;"],
    ["is called in a partial", "{{> p this}}", { id: identifier("pet") }, "[ReturnType<typeof pet>]"],
    ["gives a partial its argument", "{{> p id=(constant 'a')}}", {}, "[ReturnType<typeof A>]"],
  ])("%s", (_, text, view, want) => {
    const { output, problems } = render(text, view);
    expect(problems).toEqual([]);
    expect(output?.replace(/\s+/g, " ").replace(/ ?([,;[\]]) ?/g, "$1")).toBe(want);
  });

  it("prints Markdown in Markdown", () => {
    expect(render("A {{mark name}}.", { name: "`pet`" }, "md").output).toBe("A `` `pet` ``.");
  });

  it("is a name without arguments where the view has such a field", () => {
    expect(render("{{type}}", { type: 1 }).output).toBe("1");
  });

  it.each<[string, string, TemplateLanguage, string]>([
    [
      "text in TypeScript",
      "a;\n  {{code name}}",
      "ts",
      'template-value-refused 2:3 "code name" is this text; a code value was expected.',
    ],
    [
      "text in Markdown",
      "{{code name}}",
      "md",
      'template-value-refused 1:1 "code name" is this text; a code value was expected.',
    ],
    [
      "an object that prints itself",
      "{{safeString name}}",
      "ts",
      'template-value-refused 1:1 "safeString name" is an instance of a class; a code value was expected.',
    ],
    [
      "a promise",
      "{{promise name}}",
      "ts",
      'template-helper-failed 1:1 The helper "promise" failed: it returned a promise; helpers return values at once',
    ],
    [
      "no list for each",
      "{{#each (code name)}}{{/each}}",
      "ts",
      'template-value-refused 1:1 "code name" is this text; a list was expected.',
    ],
    [
      "code that is no name",
      "{{constant 'a b'}}",
      "ts",
      'template-helper-failed 1:1 The helper "constant" failed: "A B" is no identifier',
    ],
    [
      "more than could be printed",
      "{{doubled 30}}",
      "json",
      'template-helper-failed 1:1 The helper "doubled" failed: it returned more than 10000000 values',
    ],
    [
      "what cannot be looked at",
      "{{#each (proxy name)}}{{/each}}",
      "ts",
      'template-helper-failed 1:1 The helper "proxy" failed: it returned a proxy; helpers return code or plain data',
    ],
    [
      "an error that cannot be looked at",
      "{{throwNothing name}}",
      "ts",
      'template-helper-failed 1:1 The helper "throwNothing" failed: something was thrown that cannot be read',
    ],
    ["an error", "{{fail name}}", "ts", 'template-helper-failed 1:1 The helper "fail" failed: there is nothing'],
    [
      "an unknown helper",
      "{{#if name}}{{else}}{{typ name}}{{/if}}",
      "ts",
      'template-helper-unknown 1:21 There is no helper "typ"; perhaps "type" was meant.',
    ],
    [
      "an unknown field",
      "{{type nam}}",
      "ts",
      'template-field-unknown 1:1 "nam" is not there; perhaps "name" was meant.',
    ],
    [
      "an unknown helper in a call",
      "{{type (nothing name)}}",
      "ts",
      'template-helper-unknown 1:1 There is no helper "nothing"; there are "type", "constant", "starts", "words", "mark", "code", "safeString", "promise", "proxy", "doubled", "throwNothing", "fail".',
    ],
    ["a call within a string", '"{{type name}}"', "ts", "template-place-refused 1:2"],
    ["a call within a comment", "// {{type name}}\n", "ts", "template-place-refused 1:4"],
    ["a call within a regular expression", "/{{type name}}/", "ts", "template-place-refused 1:2"],
    ["a call within a template literal", "`${ {{type name}} }`", "ts", "template-place-refused 1:5"],
    ["a call that is not escaped", "{{{type name}}}", "ts", "template-construct-refused 1:1"],
  ])("is an error with its place: %s", (_, text, language, problem) => {
    const { output, problems } = render(text, { name: "name" }, language);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(problem);
    expect(output).toBeUndefined();
  });

  it.each<[string, Helper]>([
    [
      "a copy of code with another text",
      (text: string) => {
        const own = Object.getOwnPropertyDescriptors(identifier("x"));
        return Object.create(Object.prototype, { ...own, text: { value: text } }) as object;
      },
    ],
    ["a list in place of a template literal", (text: string) => ts(Object.assign([text], { raw: [text] }))],
    ["an object with the brand", (text: string) => ({ [codeBrand]: "expression", text, language: "ts" })],
  ])("cannot make code of text by %s", (_, forge) => {
    const diagnostics = collectDiagnostics();
    const renderer = createRenderer([], diagnostics, { helpers: new Map([["forge", forge]]) });
    expect(renderer.render({ name: "t.hbs", text: "{{forge x}}", language: "ts" }, { x: "evil()" })).toBeNull();
    expect(diagnostics.hasErrors()).toBe(true);
  });

  it("is not waited for", () => {
    expect(render("{{#if (promise name)}}a{{/if}}", { name: "a" }).problems.join()).toContain("it returned a promise");
  });

  it("cannot make code of a document's text by its shape", () => {
    const forged = { text: "evil()", language: "ts", [String(codeBrand)]: "expression" };
    expect(render("{{x}}", { x: JSON.parse(JSON.stringify(forged)) as object }).output).toContain('"evil()"');
  });
});

describe("one run", () => {
  it("tells of partials, helpers and fields that are not there", () => {
    const { output, problems } = render("{{> q this}};\n{{cry name}};\n{{nme}};\n{{> p name}};", { name: "pet" });
    expect(output).toBeUndefined();
    expect(problems.map((problem) => problem.split(" ").slice(0, 2).join(" "))).toEqual([
      "template-partial-unknown 1:1",
      "template-helper-unknown 2:1",
      "template-field-unknown 3:1",
      "template-field-unknown 1:2",
    ]);
  });
});
