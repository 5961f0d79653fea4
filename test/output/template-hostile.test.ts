import fc from "fast-check";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { collectDiagnostics } from "../../generator/diagnostics.js";
import { createRenderer } from "../../generator/output/compile-template.js";
import { createCode, literal, memberAccess, propertyKey, ts as code } from "../../generator/view/code.js";
import { docComment } from "../../generator/view/doc-comment.js";
import { anyText, HOSTILE_TEXTS } from "../view/hostile-texts.js";

const partials = [{ partial: "member", name: "_partials/member.hbs", text: "{{doc}}\n{{key}}: {{value}},\n" }];

/** Text in every kind of place that a template has for it. */
const TEMPLATE = `{{!-- view: HostileView --}}
{{doc}}
import { a } from {{text}};
export const direct = {{text}}, list = {{list}}, nested = {{object}}, composed = {{composed}};
export const object = {
  {{key}}: {{text}},
  {{#each list}}
  {{> member this key=../key value=../text doc=../doc}}
  {{/each}}
  last: {{#if text}}{{text}}{{else}}{{list}}{{/if}},
};
export const read = object{{! nothing }} [{{text}}]/{{#each list}} [{{text}}].length / {{/each}} 1;
switch (read) { case {{text}}: f({{text}}); }
export type T = {{text}} | { [{{text}}]: {{literal}} };
{{doc}}
export function f(x: unknown = {{text}}): void {}
`;

const template = { name: "t.ts.hbs", text: TEMPLATE, language: "ts" } as const;

function viewOf(text: string) {
  return {
    text,
    list: [{ text }],
    object: Object.fromEntries([[text, { a: [text] }]]),
    composed: code`g(${text})${memberAccess(text)}`,
    key: propertyKey(text),
    literal: literal(text),
    doc: docComment([text], [{ name: "default", text }]),
  };
}

function render(view: object): string {
  const diagnostics = collectDiagnostics();
  const output = createRenderer(partials, diagnostics).render(template, view);
  expect(diagnostics.list()).toEqual([]);
  return output ?? "";
}

/** The kinds of all tokens, and what the string literals mean. */
function tokensOf(output: string) {
  const file = ts.createSourceFile("t.ts", output, ts.ScriptTarget.Latest, true);
  const kinds: string[] = [];
  const strings = new Set<string>();
  const visit = (node: ts.Node): void => {
    const children = node.getChildren(file).filter((child) => !ts.isJSDoc(child));
    if (children.length === 0) kinds.push(ts.SyntaxKind[node.kind]);
    if (ts.isStringLiteral(node)) strings.add(node.text);
    children.forEach(visit);
  };
  visit(file);
  const errors = Reflect.get(file, "parseDiagnostics") as readonly ts.Diagnostic[];
  return { kinds, strings: [...strings], errors: errors.map(({ messageText }) => messageText) };
}

/** Names that have a spelling of their own are compared with text that has the same: S5 of security.md. */
function benign(text: string): string {
  if (text === "__proto__" || text === "") return text;
  return /^[A-Za-z_$][\w$]*$/.test(text) ? "name" : "some text";
}

function expectContained(text: string): void {
  const { kinds, strings, errors } = tokensOf(render(viewOf(text)));
  expect(errors).toEqual([]);
  expect(strings.filter((found) => found !== text)).toEqual([]);
  expect(kinds).toEqual(tokensOf(render(viewOf(benign(text)))).kinds);
}

describe("text of a document in TypeScript", () => {
  it.each(HOSTILE_TEXTS)("stays in literals and comments: %j", expectContained);

  it("stays in literals and comments, whatever it is", () => {
    fc.assert(fc.property(anyText, expectContained), { numRuns: 150 });
  });

  it("is seen by this test where it gets out", () => {
    const view = viewOf("x");
    const forged = { ...view, composed: createCode("expression", '"x"; evil()') };
    expect(tokensOf(render(forged)).kinds).not.toEqual(tokensOf(render(view)).kinds);
  });
});

describe("text of a document in JSON", () => {
  it("is the text, whatever it is", () => {
    const renderer = createRenderer([], collectDiagnostics());
    const source = {
      name: "t.json.hbs",
      text: '{ "x": {{x}}, {{x}}: [{{#each xs}}{{this}}, {{/each}} 1] }',
      language: "json",
    } as const;
    fc.assert(
      fc.property(anyText, (x) => {
        const want = Object.fromEntries<unknown>([
          ["x", x],
          [x, [x, 1]],
        ]);
        const output: unknown = JSON.parse(renderer.render(source, { x, xs: [x] }) ?? "");
        expect(output).toEqual(want);
      }),
    );
  });
});

describe("text of a document in Markdown", () => {
  it("opens no code block and no HTML, and closes none", () => {
    const renderer = createRenderer([], collectDiagnostics());
    const source = { name: "t.md.hbs", text: "{{x}}\n\n```ts\nf({{x}});\n```\n\n- {{x}} b\n", language: "md" } as const;
    fc.assert(
      fc.property(anyText, (x) => {
        const lines = (renderer.render(source, { x }) ?? "").split("\n");
        expect(lines).toHaveLength(8);
        expect(lines.filter((line) => /^\s*(```|~~~)/.test(line))).toEqual(["```ts", "```"]);
        expect(`${lines[0] ?? ""}${lines[6] ?? ""}`).not.toMatch(/[<>]|(^|[^\\])[`[]/);
      }),
    );
  });
});
