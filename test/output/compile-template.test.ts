import { describe, expect, it } from "vitest";
import { collectDiagnostics, type Diagnostics } from "../../generator/diagnostics.js";
import { createRenderer } from "../../generator/output/compile-template.js";
import type { PartialSource, TemplateLanguage } from "../../generator/output/template-source.js";
import { declaration, identifier, literal, propertyKey, ts, typeExpression } from "../../generator/view/code.js";
import { docComment } from "../../generator/view/doc-comment.js";
import { markdownCode } from "../../generator/view/markdown.js";

interface Given {
  readonly language?: TemplateLanguage;
  readonly partials?: Readonly<Record<string, string>>;
}

function render(text: string, view: object, given: Given = {}) {
  const diagnostics = collectDiagnostics();
  const renderer = createRenderer(partialsOf(given), diagnostics);
  const output = renderer.render({ name: "t.hbs", text, language: given.language ?? "ts" }, view);
  return { output, problems: problemsOf(diagnostics) };
}

function partialsOf({ partials = {} }: Given): readonly PartialSource[] {
  return Object.entries(partials).map(([partial, text]) => ({ partial, name: `_partials/${partial}.hbs`, text }));
}

/** `code file:line:column`. */
function problemsOf(diagnostics: Diagnostics): readonly string[] {
  return diagnostics.list().map(({ code, place }) => {
    if (place === null || !("line" in place)) throw new Error(`${code} has no place`);
    return `${code} ${place.uri}:${place.line}:${place.column}`;
  });
}

/** The output, where nothing is wrong; blanks at the ends of lines, which the formatter drops, left out. */
function print(text: string, view: object, given: Given = {}): string {
  const { output, problems } = render(text, view, given);
  expect(problems).toEqual([]);
  return (output ?? "").replace(/ +$/gm, "");
}

describe("values in TypeScript", () => {
  it.each<[string, unknown, string]>([
    ["a string", 'a "b" */ `${c}', '"a \\"b\\" *\\/ \\u0060$\\u007bc}"'],
    ["a number", -0, "-0"],
    ["a boolean", false, "false"],
    ["null", null, "null"],
    ["a list", [1, "a", [null]], '[1, "a", [null]]'],
    ["an object", { a: { "b-c": 1 } }, '{ a: { "b-c": 1 } }'],
    ["an identifier", identifier("pet"), "pet"],
    ["a property key", propertyKey("__proto__"), '["__proto__"]'],
    ["a type", typeExpression("Pet | null"), "Pet | null"],
    ["a literal", literal("x"), '"x"'],
    ["an expression", ts`f(${"x"})`, 'f("x")'],
    ["a declaration", declaration("type A = 1;"), "type A = 1;"],
    ["code in data", { a: [identifier("pet")] }, "{ a: [pet] }"],
    ["no comment", docComment([]), ""],
  ])("prints %s", (_, value, want) => {
    expect(print("({{x}})", { x: value })).toBe(`(${want})`);
  });

  it("prints a comment over several lines as it is, wherever the tag is indented", () => {
    const doc = docComment(["A\nB */"]);
    expect(print("{\n  {{doc}}\n  x;\n}", { doc })).toBe("{\n  /**\n * A\n * B *\\/\n */\n  x;\n}");
  });
});

describe("values in JSON", () => {
  it.each<[string, unknown, string]>([
    ["a string", "a`</\u2028\u202e", '"a`</\\u2028\\u202e"'],
    ["numbers", [1, -0, 1e21, 12345678901234567890n], "[1, -0, 1e+21, 12345678901234567890]"],
    ["an object", JSON.parse('{"__proto__":{"a-b":null}}'), '{"__proto__": {"a-b": null}}'],
    ["nothing", [{}, []], "[{}, []]"],
  ])("prints %s", (_, value, want) => {
    expect(print('{ "x": {{x}} }', { x: value }, { language: "json" })).toBe(`{ "x": ${want} }`);
  });
});

describe("values in Markdown", () => {
  it.each<[string, unknown, string]>([
    ["text", "*a* <b>\nc", "\\*a\\* &lt;b&gt; c"],
    ["a number", 3, "3"],
    ["Markdown", markdownCode("a`b"), "``a`b``"],
    ["TypeScript", typeExpression("Record<string, Pet>"), "`Record<string, Pet>`"],
  ])("prints %s in prose", (_, value, want) => {
    expect(print("Say {{x}}.", { x: value }, { language: "md" })).toBe(`Say ${want}.`);
  });

  it.each<[string, string, unknown, string]>([
    ["ts", "```ts\nf({{x}});\n```", "*a*`", '```ts\nf("*a*\\u0060");\n```'],
    ["json", "~~~json\n{{x}}\n~~~", { a: 1 }, '~~~json\n{"a": 1}\n~~~'],
    ["sh", "- ```sh\n  npm i {{x}}\n  ```", "@scope/name", "- ```sh\n  npm i @scope/name\n  ```"],
    [
      "nested marks",
      "````ts\n```;\n{{x}};\n```;\n````".replaceAll("```;", "// ```"),
      "a",
      '````ts\n// ```\n"a";\n// ```\n````',
    ],
  ])("prints in a code block: %s", (_, template, value, want) => {
    expect(print(template, { x: value }, { language: "md" })).toBe(want);
  });

  it("goes back to prose after a code block, and into blocks and partials in the language of their place", () => {
    const template =
      "{{#each xs}}\n{{this}}\n{{/each}}\n```ts\n{{#each xs}}\n{{> line x=this}}\n{{/each}}\n```\n{{> line x=last}}";
    const output = print(template, { xs: ["a*", "b"], last: "c*" }, { language: "md", partials: { line: "{{x}}\n" } });
    expect(output).toBe('a\\*\nb\n```ts\n"a*"\n"b"\n```\nc\\*\n');
  });
});

describe("values in other files", () => {
  it.each<[unknown, string]>([
    ["zoom-account", "zoom-account"],
    ["@scope/name", "@scope/name"],
    ["api.zoom.us/v1", "api.zoom.us/v1"],
    [-1.5, "-1.5"],
    [identifier("pet"), "pet"],
  ])("prints the safe word %s", (value, want) => {
    expect(print("name={{x}}\n", { x: value }, { language: "text" })).toBe(`name=${want}\n`);
  });
});

describe("values that do not print", () => {
  class Pet {
    readonly name = "x";
  }
  it.each<[TemplateLanguage, string, unknown]>([
    ["ts", "a function", () => "x"],
    ["ts", "an instance", new Pet()],
    ["ts", "a map", new Map()],
    ["ts", "NaN", NaN],
    ["ts", "a list with a hole", [1, undefined]],
    ["ts", "a safe string of Handlebars", { toHTML: () => "x" }],
    ["ts", "Markdown", markdownCode("x")],
    ["json", "code", identifier("x")],
    ["json", "code in data", [{ a: identifier("x") }]],
    ["json", "a function", { toJSON: () => "x" }],
    ["json", "infinity", Infinity],
    ["md", "a list", ["x"]],
    ["md", "an object", {}],
    ["md", "null", null],
    ["text", "several words", "a b"],
    ["text", "a line end", "a\nb"],
    ["text", "an option", "--x"],
    ["text", "a substitution", "$(x)"],
    ["text", "a comment", "#"],
    ["text", "a mapping", "a:"],
    ["text", "an expression", ts`f(${1})`],
    ["text", "an effect", "a.b++"],
    ["text", "a URL", "javascript:a"],
    ["text", "a script elsewhere", "//evil.test/x.js"],
    ["text", "a file", "./x.sh"],
    ["text", "a way up", "a/../../b"],
    ["text", "the end of YAML", "..."],
    ["text", "a list", []],
  ])("in %s: %s", (language, _, value) => {
    expect(render("{{x}}", { x: value }, { language })).toEqual({
      output: null,
      problems: ["template-value-refused t.hbs:1:1"],
    });
  });
});

describe("blocks", () => {
  it.each<[string, object, string]>([
    ["{{#each xs}}\nf({{this}});\n{{/each}}\n", { xs: [1, 2] }, "f(1);\nf(2);\n"],
    ["[{{#each xs}}{{a}}, {{/each}}]", { xs: [{ a: 1 }, { a: 2 }] }, "[1, 2, ]"],
    ["{{#each xs}}{{else}}0{{/each}}", { xs: [] }, "0"],
    ["{{#each xs}}{{this}};{{/each}}", { xs: [null, undefined, 0].slice(0, 1) }, "null;"],
    ["{{#if x}}1{{else}}2{{/if}}", { x: [] }, "2"],
    ["{{#if x}}1{{else if y}}2{{else}}3{{/if}}", { x: 0, y: "a" }, "2"],
    ["{{#if x}}1{{else if y}}2{{else}}3{{/if}}", { x: null, y: "" }, "3"],
    ["{{#if x}}1{{/if}}", { x: docComment([]) }, ""],
    ["{{#if x}}1{{/if}}", { x: identifier("a") }, "1"],
    [
      "{{#each xs}}{{#each ys}}({{this}}, {{../a}}, {{../../b}}){{/each}}{{/each}}",
      { b: 3, xs: [{ a: 2, ys: [1] }] },
      "(1, 2, 3)",
    ],
    // Handlebars itself takes equal items for one, and loses a step.
    ["{{#each xs}}{{#each ../xs}}({{../../b}});{{/each}}{{/each}}", { b: 3, xs: ["x"] }, "(3);"],
    ["{{#each xs}}{{#if ../b}}({{../b}}, {{this}}){{/if}}{{/each}}", { b: 3, xs: [null] }, "(3, null)"],
  ])("%s", (template, view, want) => {
    expect(print(template, view)).toBe(want);
  });

  it("keeps what blocks print apart from what is around", () => {
    expect(print("name{{#if optional}}?{{/if}}: {{type}}", { optional: true, type: typeExpression("A") })).toBe(
      "name ? : A",
    );
    expect(print("{{#each xs}}{{this}}{{/each}}", { xs: [identifier("a"), 1, "b"] })).toBe('a 1 "b"');
    expect(print("a{{#if x}}+{{/if}}b", { x: false })).toBe("a  b");
  });
});

describe("partials", () => {
  const partials = {
    operation: "{{!-- view: OperationView --}}\nfunction {{name}}() {}\n",
    titled: "f({{name}}, {{title}});\n",
    tree: "[\n{{#each kids}}\n{{> tree this}},\n{{/each}}\n]\n",
    endless: "{{> endless this}}\n",
    outside: "{{title}}\n",
    constructor: "1\n",
  };
  it.each<[string, object, string]>([
    [
      "{{#each ops}}\n{{> operation this}}\n{{/each}}\n",
      { ops: [{ name: identifier("a") }, { name: identifier("b") }] },
      "function a() {}\nfunction b() {}\n",
    ],
    ["{{> titled op title=x.y}}", { op: { name: 1 }, x: { y: "t" } }, 'f(1, "t");\n'],
    ["{{> titled op title='it''s'}}".replace("''", "’"), { op: { name: 1 } }, 'f(1, "it’s");\n'],
    ["{{> titled name=1 title=true}}", {}, "f(1, true);\n"],
    ["{{> titled op name=2}}", { op: { name: 1, title: 3 } }, "f(2, 3);\n"],
    ["{{#each xs}}\n{{> titled this title=../t}}\n{{/each}}", { t: "t", xs: [{ name: 1 }] }, 'f(1, "t");\n'],
    ["{{> constructor}}", {}, "1\n"],
    ["{{> 'operation' op}}", { op: { name: identifier("a") } }, "function a() {}\n"],
  ])("%s", (template, view, want) => {
    expect(print(template, view, { partials })).toBe(want);
  });

  it("may call themselves", () => {
    const output = print("{{> tree this}}", { kids: [{ kids: [] }, { kids: [{ kids: [] }] }] }, { partials });
    expect(output.replaceAll(/\s/g, "")).toBe("[[],[[],],]");
  });

  it.each<[string, object, string]>([
    ["{{> endless this}}", {}, "template-recursion _partials/endless.hbs:1:1"],
    ["\n {{> nowhere this}}", {}, "template-partial-unknown t.hbs:2:2"],
    ["{{> toString this}}", {}, "template-partial-unknown t.hbs:1:1"],
    ["{{> outside op}}", { title: 1, op: {} }, "template-field-unknown _partials/outside.hbs:1:1"],
    ["{{> outside nope}}", {}, "template-field-unknown t.hbs:1:1"],
    ["{{> outside this title=nope}}", { title: 1 }, "template-field-unknown t.hbs:1:1"],
    ["{{> outside op title=1}}", { op: "x" }, "template-value-refused t.hbs:1:1"],
  ])("%s is refused", (template, view, problem) => {
    expect(render(template, view, { partials })).toEqual({ output: null, problems: [problem] });
  });

  it.each([
    ["each other twice", ["p", "q", "p"], "within more than 100 others"],
    ["the next of thirty twice", Array.from({ length: 30 }, (_, at) => `p${String(at)}`), "called 1000000 times"],
  ])("that call %s come to an end", (_, names, says) => {
    const [first = "", ...others] = names;
    const doubling = others.map((name, at): [string, string] => [
      names[at] ?? "",
      `{{> ${name} this}}{{> ${name} this}}`,
    ]);
    const diagnostics = collectDiagnostics();
    const sources = Object.entries({ [names.at(-1) ?? ""]: "1", ...Object.fromEntries(doubling) });
    const renderer = createRenderer(
      sources.map(([partial, text]) => ({ partial, name: `_partials/${partial}.hbs`, text })),
      diagnostics,
    );
    expect(renderer.render({ name: "t.hbs", text: `{{> ${first} this}}`, language: "text" }, {})).toBeNull();
    expect(diagnostics.list().map(({ message }) => message)).toEqual([expect.stringContaining(says)]);
  });

  it("reports what is wrong with a partial at its own place, once", () => {
    const diagnostics = collectDiagnostics();
    const renderer = createRenderer(
      partialsOf({ partials: { bad: "a\n  {{{x}}}\n", user: "{{> bad this}}\n" } }),
      diagnostics,
    );
    for (const text of ["{{> bad this}}", "{{> user this}}", "{{> user this}}"]) {
      expect(renderer.render({ name: "t.hbs", text, language: "ts" }, { x: 1 })).toBeNull();
    }
    expect(problemsOf(diagnostics)).toEqual(["template-construct-refused _partials/bad.hbs:2:3"]);
  });

  it("does not fall over partials that call each other, one of which is refused", () => {
    const given = { partials: { a: "{{> b this}}\n{{{x}}}\n", b: "{{#if x}}\n{{> a this}}\n{{/if}}\n" } };
    expect(render("{{> a this}}{{> b this}}", { x: 1 }, given)).toEqual({
      output: null,
      problems: ["template-construct-refused _partials/a.hbs:2:1"],
    });
  });
});

describe("fields", () => {
  it.each([
    "if",
    "each",
    "log",
    "lookup",
    "with",
    "constructor",
    "__proto__",
    "hasOwnProperty",
    "print",
    "helperMissing",
  ])("named %s are fields like others", (name) => {
    const view = Object.fromEntries([[name, Object.fromEntries([[name, "v"]])]]);
    expect(print(`{{${name}.${name}}} {{#if ${name}}}1{{/if}}`, view)).toBe('"v" 1');
    expect(render(`{{${name}}}`, {}).problems).toEqual(["template-field-unknown t.hbs:1:1"]);
  });

  it("are found by names that are no identifiers", () => {
    expect(print("{{[a b]}} {{a-b}} {{this.x}} {{./x}} {{y.[0]}}", { "a b": 1, "a-b": 2, x: 3, y: { 0: 4 } })).toBe(
      "1 2 3 3 4",
    );
  });

  it.each<[string, object, string]>([
    ["a\n  {{nope}}", { x: 1 }, "t.hbs:2:3"],
    ["{{x.y}}", { x: {} }, "t.hbs:1:1"],
    ["{{x.y}}", { x: null }, "t.hbs:1:1"],
    ["{{x.length}}", { x: [1] }, "t.hbs:1:1"],
    ["{{x.length}}", { x: "abc" }, "t.hbs:1:1"],
    ["{{x.text}}", { x: identifier("a") }, "t.hbs:1:1"],
    ["{{x}}", { x: undefined }, "t.hbs:1:1"],
    ["({{#each nope}}{{/each}})", {}, "t.hbs:1:2"],
    ["({{#if nope}}{{/if}})", {}, "t.hbs:1:2"],
    ["{{#if x.y}}{{/if}}", { x: undefined }, "t.hbs:1:1"],
    ["{{#each xs}}\n{{x}}\n{{/each}}", { x: 1, xs: [{}] }, "t.hbs:2:1"],
  ])("%s with %o is an error", (template, view, place) => {
    expect(render(template, view)).toEqual({ output: null, problems: [`template-field-unknown ${place}`] });
  });

  it.each([{ x: {} }, { x: "abc" }, { x: identifier("a") }, { x: null }, { x: new Set([1]) }])(
    "each takes lists alone, not %o",
    (view) => {
      expect(render("{{#each x}}{{/each}}", view).problems).toEqual(["template-value-refused t.hbs:1:1"]);
    },
  );

  it("reports all that is wrong in one run, and says what there is", () => {
    const diagnostics = collectDiagnostics();
    const renderer = createRenderer([], diagnostics);
    renderer.render({ name: "t.hbs", text: "{{a}} {{#each b}}{{/each}} {{c}}", language: "ts" }, { a: NaN, d: 1 });
    expect(diagnostics.list().map(({ message }) => message)).toEqual([
      '"a" is NaN; plain data or code was expected.',
      '"b" is not there; there are "a", "d".',
      '"c" is not there; there are "a", "d".',
    ]);
  });
});

describe("the renderer", () => {
  it("compiles once and prints many views; a mistake in one view does not show in another", () => {
    const renderer = createRenderer([], collectDiagnostics());
    const template = { name: "t.hbs", text: "{{x}}", language: "ts" } as const;
    expect(["a", undefined, "b"].map((x) => renderer.render(template, { x }))).toEqual(['"a"', null, '"b"']);
  });

  it.each<[string, string]>([
    ["{{!-- view: V --}}\na\n", "a\n"],
    ["{{! view: V }}\r\na\r\n{{#if x}}\r\nb\r\n{{/if}}\r\n", "a\nb\n"],
    ["", ""],
    ["{{!-- view: V --}}", ""],
    ["\\{{x}}", "{{x}}"],
  ])("%j prints %j", (text, want) => {
    expect(print(text, { x: 1 })).toBe(want);
  });

  it("leaves Handlebars as other users know it", async () => {
    print("{{> p x}}", { x: 1 }, { partials: { p: "1\n" } });
    const { default: Handlebars } = await import("handlebars");
    expect(Object.keys(Handlebars.partials)).toEqual([]);
    expect(Object.keys(Handlebars.helpers)).not.toContain("print");
  });
});
