import { fileURLToPath } from "node:url";
import { Project } from "ts-morph";
import { describe, expect, it } from "vitest";
import { templateProblems } from "../../generator/output/template-types.js";

const project = new Project({ skipAddingFilesFromTsConfig: true, compilerOptions: { strict: true } });
const views = project.addSourceFileAtPath(fileURLToPath(new URL("../../generator/view/view.ts", import.meta.url)));

describe("a mistake in a template is found at its place", () => {
  const partials = [
    { path: "t/_partials/member.hbs", text: "{{! view: MemberView }}\n{{key}}: {{value}}\n" },
    { path: "t/_partials/nameless.hbs", text: "{{key}}\n" },
  ];
  const world = { helpers: new Set(["isQuery", "words"]), options: { zod: { strict: true } } };
  const problemsOf = (text: string, path = "t/[operation].hbs") =>
    templateProblems([{ path, text }, ...partials], views, world)
      .filter(({ place }) => place.uri === path)
      .map(({ place, what }) => `t/a.hbs:${String(place.line)}:${String(place.column)}: ${what}`);
  const operation = (text: string) => problemsOf(`{{! view: OperationView }}\n${text}`);

  it.each<[string, string, string]>([
    ["a misspelt field", "{{idd}}", "2:3: there is no idd in OperationView; did you mean id?"],
    ["a misspelt field, deep", "{{input.typ}}", "2:3: there is no typ in input; did you mean type?"],
    ["a field of code", "{{id.text}}", "2:3: there is no text in Identifier"],
    ["the length of a list", "{{types.length}}", "2:3: there is no length in ReadonlyArray"],
    ["a misspelt list", "{{#each typs}}{{/each}}", "2:9: there is no typs in OperationView; did you mean types?"],
    ["a list that is none", "{{#each name}}{{/each}}", "2:9: name is no list"],
    ["a misspelt condition", "{{#if forms}}{{/if}}", "2:7: there is no forms in OperationView; did you mean form?"],
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
    ["an unknown partial", "{{#each call}}{{> other this}}{{/each}}", "2:15: there is no partial other"],
    [
      "a partial without a view",
      "{{#each call}}{{> nameless this}}{{/each}}",
      "2:15: the partial nameless names no view type in its first line",
    ],
    [
      "an argument of the wrong type",
      "{{#each types}}{{> member this}}{{/each}}",
      "2:16: the partial member needs key, value",
    ],
    [
      "a misspelt helper",
      "{{#if (isQuerry method)}}{{/if}}",
      "2:7: there is no helper isQuerry; did you mean isQuery?",
    ],
    [
      "a misspelt field, given to a helper",
      "{{isQuery metod}}",
      "2:11: there is no metod in OperationView; did you mean method?",
    ],
    [
      "a misspelt option",
      "{{isQuery options.zod.strikt}}",
      "2:11: the template set zod has no option strikt; did you mean strict?",
    ],
    ["a misspelt argument", "{{> member inputt}}", "2:12: there is no inputt in OperationView; did you mean input?"],
    [
      "a misspelt named argument",
      "{{#each call}}{{> member this key=kee}}{{/each}}",
      "2:35: there is no kee in MemberView; did you mean key?",
    ],
  ])("%s", (_, text, problem) => {
    expect(operation(text)).toEqual([`t/a.hbs:${problem}`]);
  });

  it.each<[string, string]>([
    ["helpers", "{{isQuery method}}{{#each (words (isQuery id))}}{{this}}{{at.any.depth}}{{../id}}{{/each}}"],
    ["options", "{{#if options.zod.strict}}{{options.zod.strict}}{{/if}}"],
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
    ["no first line", "{{id}}\n", "1:1: the first line must name the view type: {{!-- view: OperationView --}}"],
    ["an unknown view", "{{! view: PetView }}\n", "1:1: there is no view type PetView; did you mean SetView?"],
    ["a type that is no view", "{{! view: Code }}\n{{text}}", "1:1: there is no view type Code"],
  ])("%s", (_, text, problem) => {
    expect(problemsOf(text)).toEqual([`t/a.hbs:${problem}`]);
  });
});
