/** Text of a document in the output of the sets: in literals, in comments, in Markdown, and nowhere else. */
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { GeneratedPackage } from "../conformance/generated-package.js";
import { activeParts, markdownNodes } from "../view/markdown-nodes.js";
import { codeBlocks, problemsOfUses } from "./check-uses.js";
import { generateSet, textOf } from "./generate-set.js";

let generated: GeneratedPackage;

beforeAll(async () => {
  generated = await generateSet("hostile.yml", ["msw", "react-query", "docs"]);
});

afterAll(() => generated.remove());

/** The page of the tag README, which cannot be readme.md beside README.md. */
const page = "readme-af42a4a7.md";

const filesOf = (pattern: RegExp) => generated.files.filter(({ path }) => pattern.test(path));

/** All tokens of TypeScript but literals, without comments. */
function codeOf(text: string): string {
  const file = ts.createSourceFile("a.ts", text, ts.ScriptTarget.Latest, true);
  const words: string[] = [];
  const visit = (node: ts.Node): void => {
    const children = node.getChildren(file).filter((child) => !ts.isJSDoc(child));
    if (children.length === 0 && !ts.isStringLiteral(node)) words.push(node.getText(file));
    children.forEach(visit);
  };
  visit(file);
  return words.join(" ");
}

describe("hostile text", () => {
  it("is in literals and comments of modules alone", () => {
    const modules = filesOf(/^src\/(?:msw|react-query\/.*|runtime\/msw.*)\.ts$/);
    expect(modules.map(({ path }) => path)).toEqual(
      expect.arrayContaining(["src/msw.ts", "src/react-query/index.ts", "src/react-query/create-client.ts"]),
    );
    for (const { path, text } of modules) expect(codeOf(text), path).not.toMatch(/PWNED__ ?=|evil|onerror/);
    expect(textOf(generated, "src/msw.ts")).toContain("__PWNED__");
  });

  it("compiles", async () => {
    expect(await generated.typeProblems()).toEqual([]);
  });

  it("runs nothing", async () => {
    const [msw, queries] = await Promise.all(["msw", "react-query/index"].map(generated.load));
    const createHandlers = msw?.["createHandlers"] as () => Iterable<unknown>;
    expect([...createHandlers()]).toHaveLength(3);
    expect(Object.keys(queries ?? {})).toHaveLength(4);
    expect(Reflect.get(globalThis, "__PWNED__")).toBeUndefined();
  });

  it("is text in Markdown", async () => {
    const pages = filesOf(/^docs\/.*\.md$/);
    expect(pages.map(({ path }) => path)).toEqual(["docs/README.md", `docs/${page}`]);
    for (const { path, text } of pages) {
      expect(await activeParts(text), path).toEqual([]);
      expect(text, path).not.toMatch(/\{[{%]/);
      // A table that text has cut in two, or a heading that it has made, would be other nodes.
      const kinds = (await markdownNodes(text)).map(({ type }) => type);
      const count = (kind: string) => kinds.filter((each) => each === kind).length;
      const wanted = path === "docs/README.md" ? { heading: 3, table: 1 } : { heading: 14, table: 5 };
      expect({ heading: count("heading"), table: count("table") }, path).toEqual(wanted);
    }
  });

  it("leaves samples of code that compile", () => {
    const blocks = codeBlocks(textOf(generated, `docs/${page}`), "page");
    expect(Object.values(blocks)).toHaveLength(3);
    expect(problemsOfUses(generated, blocks)).toEqual([]);
    for (const text of Object.values(blocks)) expect(codeOf(text)).not.toMatch(/PWNED__ ?=/);
  });
});
