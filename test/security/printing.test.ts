/** S1 to S6 of docs/security.md: text of a document in code. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import fc from "fast-check";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { collectDiagnostics } from "../../generator/diagnostics.js";
import { generate } from "../../generator/generate.js";
import { createRenderer } from "../../generator/output/compile-template.js";
import { stringLiteral } from "../../generator/types/string-literal.js";
import { docComment } from "../../generator/view/doc-comment.js";
import { listCases, targetOfCase } from "../case-runner.js";
import { sourcesBelow } from "../house/sources.js";
import { anyText, HOSTILE_TEXTS } from "../view/hostile-texts.js";
import { builtinSets, runCanary } from "./canary.js";
import { hostileText, marker } from "./hostile-document.js";
import { withTextEverywhere } from "./positions.js";
import { leaksOf, scriptLeaks } from "./static-oracle.js";
import { temporaryFolder } from "./temporary-folder.js";
import { documentWith } from "./document-with.js";

const generator = await sourcesBelow("generator", ".ts");

/** The generated files of a document, without the runtime; not formatted. */
async function filesOf(text: string) {
  const folder = await temporaryFolder({ "openapi.json": text });
  const target = { ...targetOfCase("any", folder), document: `${folder}/openapi.json` };
  const diagnostics = collectDiagnostics();
  const options = { cwd: folder, templates: builtinSets, verify: false, format: false };
  const generated = await generate(target, options, diagnostics, () => undefined);
  return (generated?.files ?? []).filter(({ path }) => path.endsWith(".ts") && !path.includes("/runtime/"));
}

function nodesOf(text: string): readonly ts.Node[] {
  const nodes: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    nodes.push(node);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("file.ts", text, ts.ScriptTarget.Latest, true));
  return nodes;
}

describe("S1: one encoder of string literals, and no template literal holds text of a document", () => {
  it("writes every literal that holds text of a document, in every kind of file", async () => {
    const files = await filesOf(JSON.stringify(documentWith(hostileText(1))));
    const literals = files.flatMap(({ text }) => nodesOf(text).filter((node) => ts.isStringLiteral(node)));
    const hostile = literals.filter(({ text }) => text.includes(marker));
    expect(hostile.length).toBeGreaterThan(20);
    expect(hostile.filter((node) => node.getText() !== stringLiteral(node.text))).toEqual([]);
    const templates = files.flatMap(({ text }) => nodesOf(text).filter((node) => ts.isTemplateLiteralToken(node)));
    expect(templates.filter((node) => node.getText().includes(marker))).toEqual([]);
  });
});

describe("S2: one encoder of comments, all of them blocks, without directives", () => {
  it.each([...HOSTILE_TEXTS, "**//", "*\u200b/", "*\u0000/", "a\u0085b\u2028c\u2029d\ve\ff", hostileText(1)])(
    "%j is one comment",
    (text) => {
      const { text: comment } = docComment([text], [{ name: "default", text }]);
      const source = `${comment}\nf();`;
      expect(ts.getLeadingCommentRanges(source, 0)).toEqual([
        expect.objectContaining({ pos: 0, end: comment.length, kind: ts.SyntaxKind.MultiLineCommentTrivia }),
      ]);
      expect(leaksOf({ path: "a.ts", text: source.replace(/^\/\*\*/, () => `/** ${marker}`) }, marker)).toEqual([]);
    },
  );
});

describe("S3: one function of identifiers, and no name twice", () => {
  it("makes names of any text, which differ where they stand side by side", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(anyText, { minLength: 2, maxLength: 12 }), async (names) => {
        const operation = (operationId: string) => ({
          operationId,
          tags: names,
          responses: { 204: { description: "" } },
        });
        const paths = Object.fromEntries(names.map((name, index) => [`/p${index}`, { get: operation(name) }]));
        const schemas = Object.fromEntries(names.map((name) => [name, { type: "object" }]));
        const document = { openapi: "3.1.0", info: { title: "t", version: "1" }, paths, components: { schemas } };
        const files = await filesOf(JSON.stringify(document));
        const functions = files
          .filter(({ path }) => /^src\/operations\/[^/]+\/(?!index)/.test(path))
          .flatMap(({ text }) => nodesOf(text).filter((node) => ts.isFunctionDeclaration(node)))
          .map(({ name }) => name?.text ?? "");
        expect(functions).toHaveLength(names.length);
        expect(new Set(functions).size).toBe(names.length);
        expect(functions.filter((name) => !/^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u.test(name))).toEqual([]);
        expect(files.flatMap((file) => leaksOf(file, "no marker"))).toEqual([]);
      }),
      { numRuns: 6 },
    );
  });
});

describe("S4: no step rewrites printed source, and text of a document replaces nothing by a pattern", () => {
  /** How `replace` is told what to put in: a function, or text of our own. Text from elsewhere would have `$&` in it. */
  function isOwnText(by: ts.Expression | undefined, text: string): boolean {
    if (by === undefined || ts.isArrowFunction(by) || ts.isStringLiteralLike(by)) return true;
    if (!ts.isIdentifier(by)) return false;
    return by.text === "encodeURIComponent" || new RegExp(`function ${by.text}\\(`).test(text);
  }

  it("gives replace a function, or text of our own", () => {
    const wrong = generator.flatMap(({ path, text }) =>
      nodesOf(text).flatMap((node) => {
        if (!ts.isCallExpression(node) || !/\.replace(?:All)?$/.test(node.expression.getText())) return [];
        return isOwnText(node.arguments[1], text) ? [] : [`${path}: ${node.arguments[1]?.getText() ?? ""}`];
      }),
    );
    // They make up texts of examples, of their own letters and digits.
    const makers = /^generator\/model\/(?:lengthened|synthesise)-text\.ts/;
    expect(wrong.filter((line) => !makers.test(line))).toEqual([]);
    expect(isOwnText(ts.factory.createIdentifier("found"), "const found = document.title;")).toBe(false);
  });

  it("changes nothing between printing and writing but by the formatter, which parses", () => {
    const steps = ["format", "verify", "emit", "journal", "plan-changes"].map((name) => `generator/output/${name}.ts`);
    const texts = generator.filter(({ path }) => steps.includes(path));
    expect(texts).toHaveLength(steps.length);
    // A line of a file, to be shown, is no file.
    const rewrites = texts.filter(({ text }) => /\btext\.(?:replace|slice|split\((?!"\\n"\)\[))/.test(text));
    expect(rewrites.map(({ path }) => path)).toEqual([]);
  });
});

describe("S5: whatever the text and wherever it stands, it becomes no token", () => {
  it("in golden cases, everywhere at once (in all of them, one position at a time: npm run canary)", async () => {
    const folder = await temporaryFolder({});
    const cases = await listCases();
    let generated = 0;
    for (const [index, { name, folder: place }] of cases.entries()) {
      if (index % 12 !== 0) continue;
      const source = await loadCase(place);
      if (source === null) continue;
      const target = { ...targetOfCase(name, place), document: `${folder}/canary.json`, overlays: [] };
      const run = await runCanary(withTextEverywhere(source, hostileText), target);
      expect({ name, failures: run.failures }).toEqual({ name, failures: [] });
      if (run.sightings > 0) generated++;
    }
    expect(generated).toBeGreaterThan(8);
  });

  it.each<[string, string]>([
    ["a name", `const ${marker} = 1;`],
    ["a call", `f("a"); ${marker}();`],
    ["a template literal", `const a = \`${marker}\`;`],
    ["a regular expression", `const a = /${marker}/;`],
    ["a comment that a line end ends", `// ${marker}\nf();`],
    ["a directive in a comment", `/* ${marker}\n * @ts-ignore\n */\nf();`],
    ["a syntax error", `const a = "${marker};`],
  ])("is seen by this test as %s", (_, text) => {
    expect(scriptLeaks(text, marker)).not.toEqual([]);
  });

  it.each<[string, string]>([
    ["raw HTML", `a <b title=${marker}>`],
    ["a code block", `\`\`\`sh\n${marker}\n\`\`\``],
    ["code in a code block", `\`\`\`ts\n${marker}();\n\`\`\``],
    ["the target of a link", `[a](${marker})`],
    ["a link that runs", "[a](javascript:f())"],
  ])("is seen by this test in Markdown as %s", (_, text) => {
    expect(leaksOf({ path: "a.md", text }, marker)).not.toEqual([]);
  });

  it("is not seen in literals, comments and prose", () => {
    expect(scriptLeaks(`/** ${marker} */\nconst a = { "${marker}": "*\\/ ${marker}()" };`, marker)).toEqual([]);
    expect(leaksOf({ path: "a.md", text: `a ${marker}\n\n\`\`\`ts\nf("${marker}");\n\`\`\`` }, marker)).toEqual([]);
  });
});

describe("S6: Handlebars compiles templates alone, and prints nothing unescaped", () => {
  it("is of a version without known holes, and no option opens a prototype", () => {
    const { version } = createRequire(import.meta.url)("handlebars/package.json") as { readonly version: string };
    const [major = 0, minor = 0, patch = 0] = version.split(".").map(Number);
    expect(major * 1e6 + minor * 1e3 + patch).toBeGreaterThanOrEqual(4_007_010);
    expect(generator.filter(({ text }) => /allowProto\w*:/.test(text)).map(({ path }) => path)).toEqual([]);
    // `{{{` and the like are refused with their places: careless-set.test.ts.
    expect(readFileSync("package.json", "utf8")).toContain(`"handlebars": "${version}"`);
  });

  it("is called in one place, with the text of templates", () => {
    const users = generator.filter(({ text }) =>
      /Handlebars\.(?:compile|precompile|template|create|parse\w*)\(|\bnew Function\(|\beval\(/.test(text),
    );
    expect(users.map(({ path }) => path).sort()).toEqual([
      "generator/output/compile-template.ts",
      "generator/output/template-syntax.ts",
      "generator/output/template-types.ts",
    ]);
  });

  it("prints Handlebars' own syntax in a text as text, and finds no field that is inherited", () => {
    const render = (text: string, view: object) => {
      const diagnostics = collectDiagnostics();
      const printed = createRenderer([], diagnostics).render({ name: "t.ts.hbs", text, language: "ts" }, view);
      return printed ?? diagnostics.list().map(({ code }) => code);
    };
    expect(render("{{x}}", { x: "{{y}} {{{y}}} {{#if y}}", y: "no" })).toBe('"{{y}} {{{y}}} {{#if y}}"');
    for (const name of ["constructor", "__proto__", "toString", "hasOwnProperty"])
      expect(render(`{{${name}}}`, { x: 1 })).toEqual(["template-field-unknown"]);
    expect(render("{{lookup}} + {{if}}", { lookup: 1, if: 2 })).toEqual(expect.anything());
  });
});

/** The document of a case; null where it cannot be read, as that is its idea. */
async function loadCase(folder: string) {
  const { loadFile } = await import("../../generator/document/load.js");
  const { isJsonObject } = await import("../../generator/document/json.js");
  const file = await loadFile(targetOfCase("any", folder).document, folder, collectDiagnostics());
  return file !== null && isJsonObject(file.value) ? file.value : null;
}
