import { describe, expect, it } from "vitest";
import { collectDiagnostics } from "../../generator/diagnostics.js";
import { createRenderer } from "../../generator/output/compile-template.js";
import { identifier } from "../../generator/view/code.js";

function render(text: string) {
  const diagnostics = collectDiagnostics();
  const view = { text: "{evil()}", name: identifier("Page"), list: ["a", "b"] };
  const output = createRenderer([], diagnostics).render({ name: "t.tsx.hbs", text, language: "tsx" }, view);
  return { output, problems: diagnostics.list().map(({ message }) => message) };
}

describe("a template of TypeScript with JSX", () => {
  it.each([
    ["within braces", "const a = <p>{ {{text}} }</p>;", 'const a = <p>{ "{evil()}" }</p>;'],
    [
      "within the braces of an attribute",
      "const a = <p title={ {{text}} } />;",
      'const a = <p title={ "{evil()}" } />;',
    ],
    ["beside JSX", "const a = {{text}};\nconst b = <p>it's</p>;", 'const a = "{evil()}";\nconst b = <p>it\'s</p>;'],
    ["in code that has types", "const a: Array<string> = {{list}};", 'const a: Array<string> = ["a", "b"];'],
  ])("prints %s", (_, text, want) => {
    expect(render(text)).toEqual({ output: want, problems: [] });
  });

  it.each([
    ["as the text of an element", "const a = <p>{{text}}</p>;"],
    ["within the text of an element", "const a = <p>It is {{text}}.</p>;"],
    ["in an attribute", "const a = <p title={{text}} />;"],
    ["in quotes of an attribute", 'const a = <p title="{{text}}" />;'],
    ["as the name of an element", "const a = <{{name}} />;"],
    ["by a block in the text of an element", "const a = <p>{{#each list}}{{this}}{{/each}}</p>;"],
  ])("does not print %s", (_, text) => {
    const { output, problems } = render(text);
    expect(output).toBeNull();
    expect(problems.join()).toContain("where nothing is printed safely");
  });
});
