import { join } from "node:path";
import { Project } from "ts-morph";
import { describe, expect, it } from "vitest";
import { repository, sourcesBelow } from "./sources.js";
import { templateProblems } from "./template-types.js";

const project = new Project({
  tsConfigFilePath: join(repository, "tsconfig.json"),
  skipAddingFilesFromTsConfig: true,
});
const views = project.addSourceFileAtPath(join(repository, "generator/view/view.ts"));
const templates = await sourcesBelow("templates", ".hbs");

describe("the built-in templates", () => {
  it("name their view, and only what it has", () => {
    expect(templates.length).toBeGreaterThan(0);
    expect(templateProblems(templates, views)).toEqual([]);
  });

  it("are about the view that they are rendered with", () => {
    const wanted = (path: string) =>
      path.includes("[operation]")
        ? "OperationView"
        : path.includes("[webhook]")
          ? "WebhookView"
          : path.includes("[tag]")
            ? "TagView"
            : path.includes("[schema]")
              ? "SchemaView"
              : "PackageView";
    for (const { path, text } of templates.filter(({ path }) => !path.includes("/_partials/")))
      expect(text.split("\n")[0], path).toContain(`view: ${wanted(path)} `);
  });
});

describe("a mistake in a template is found at its place", () => {
  const partials = [
    { path: "t/_partials/member.hbs", text: "{{! view: MemberView }}\n{{key}}: {{value}}\n" },
    { path: "t/_partials/nameless.hbs", text: "{{key}}\n" },
  ];
  const problemsOf = (text: string) =>
    templateProblems([{ path: "t/a.hbs", text }, ...partials], views).filter((line) => line.startsWith("t/a.hbs"));
  const operation = (text: string) => problemsOf(`{{! view: OperationView }}\n${text}`);

  it.each<[string, string, string]>([
    ["a misspelt field", "{{idd}}", "2:3: there is no idd in OperationView"],
    ["a misspelt field, deep", "{{input.typ}}", "2:3: there is no typ in __type"],
    ["a field of code", "{{id.text}}", "2:3: there is no text in Identifier"],
    ["the length of a list", "{{types.length}}", "2:3: there is no length in ReadonlyArray"],
    ["a misspelt list", "{{#each typs}}{{/each}}", "2:9: there is no typs in OperationView"],
    ["a list that is none", "{{#each name}}{{/each}}", "2:9: name is no list"],
    ["a misspelt condition", "{{#if forms}}{{/if}}", "2:7: there is no forms in OperationView"],
    ["a field of the wrong scope", "{{#each types}}\n{{slug}}\n{{/each}}", "3:3: there is no slug in TypeView"],
    [
      "a field of the list after {{else}}",
      "{{#each types}}{{else}}{{declaration}}{{/each}}",
      "2:26: there is no declaration in OperationView",
    ],
    ["too many steps out", "{{#each types}}{{../../id}}{{/each}}", "2:18: ../../id leads out of the view"],
    ["what may be null", "{{form.encoder}}", "2:3: form may be null: put {{#if}} around it"],
    ["what may be null, in a list", "{{#each form.fields}}{{/each}}", "2:9: form may be null: put {{#if}} around it"],
    [
      "what is null in {{else}}",
      "{{#if form}}{{else}}{{form.encoder}}{{/if}}",
      "2:23: form may be null: put {{#if}} around it",
    ],
    [
      "an unknown partial",
      "{{#each call}}{{> other this}}{{/each}}",
      "2:15: there is no partial other with a view type",
    ],
    [
      "a partial without a view",
      "{{#each call}}{{> nameless this}}{{/each}}",
      "2:15: there is no partial nameless with a view type",
    ],
    [
      "an argument of the wrong type",
      "{{#each types}}{{> member this}}{{/each}}",
      "2:16: the partial member needs key, value",
    ],
    ["a misspelt argument", "{{> member inputt}}", "2:12: there is no inputt in OperationView"],
    [
      "a misspelt named argument",
      "{{#each call}}{{> member this key=kee}}{{/each}}",
      "2:35: there is no kee in MemberView",
    ],
  ])("%s", (_, text, problem) => {
    expect(operation(text)).toEqual([`t/a.hbs:${problem}`]);
  });

  it.each<[string, string]>([
    ["fields", "{{id}} {{input.type}} {{method}}"],
    ["the item of a list", "{{#each types}}{{id}} {{../id}}{{/each}}"],
    ["an item that is printed whole", "{{#each imports}}{{this}}{{/each}}"],
    [
      "what an {{#if}} has found",
      "{{#if form}}{{form.encoder}}{{#each form.statements}}{{this}} {{../form.encoder}}{{/each}}{{/if}}",
    ],
    ["a condition on what may be null", "{{#if form}}{{/if}}"],
    ["a partial with an item", "{{#each call}}{{> member this}}{{/each}}"],
    ["a partial with a named argument", "{{#each types}}{{> member this key=id value=declaration}}{{/each}}"],
  ])("and nothing is wrong with %s", (_, text) => {
    expect(operation(text)).toEqual([]);
  });

  it.each([
    ["no first line", "{{id}}\n", "1:1: the first line must name the view type: {{! view: OperationView }}"],
    ["an unknown view", "{{! view: PetView }}\n", "1:1: there is no view type PetView"],
    ["a type that is no view", "{{! view: Code }}\n{{text}}", "1:1: there is no view type Code"],
  ])("%s", (_, text, problem) => {
    expect(problemsOf(text)).toEqual([`t/a.hbs:${problem}`]);
  });
});
