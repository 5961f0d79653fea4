/** A folder of one's own templates: overrides, additions, partials, and mistakes that are named at their place. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readTree } from "../output/output-folder.js";
import { makeProject, runCommand, shownProblems, tinyDocument, writeFiles } from "./run-command.js";

const args =
  "generate tiny.yml -o out --templates client --templates fixtures --templates mock --templates ./mine".split(" ");

describe.concurrent("a template set of one's own", { timeout: 120_000 }, () => {
  it("overrides a file, adds outputs, and overrides a partial", async () => {
    const cwd = await makeProject({
      "tiny.yml": tinyDocument,
      "mine/README.md.hbs": "{{! view: PackageView }}\n# My own {{title}}\n",
      "mine/src/names/[operation].ts.hbs":
        "{{!-- view: OperationView --}}\r\n{{> line name=name}}\r\nexport const method = {{method}};\r\n",
      "mine/_partials/line.hbs": "export const name = {{name}};\n",
      "mine/src/extra.ts": "\uFEFFexport const kept   = 1; // as it is\r\n",
      "mine/empty.ts.hbs": "{{!-- view: PackageView --}}\n{{#if license}}\nexport {};\n{{/if}}\n",
      "mine/.editor-backup": "not an output",
      "theirs/_partials/line.hbs": "export const renamed = {{name}};\n",
    });
    const { status, stderr } = await runCommand([...args, "--verify"], { cwd });
    expect(stderr).toContain("✔ out generated");
    expect(status).toBe(0);
    const tree = await readTree(join(cwd, "out"));
    expect(tree["README.md"]).toBe("# My own Tiny\n");
    expect(tree["src/names/ping.ts"]).toBe('export const name = "ping";\nexport const method = "GET";\n');
    expect(tree["src/extra.ts"]).toBe("export const kept   = 1; // as it is\n");
    expect(Object.keys(tree).filter((path) => /empty|backup|partials/.test(path))).toEqual([]);
    expect(tree["src/operations/default/ping.ts"]).toContain("export function ping(");

    const relayed = await runCommand([...args, "--templates", "./theirs"], { cwd });
    expect(relayed.stderr).toContain("    + src/names/ping.ts\n");
    expect(await readFile(join(cwd, "out/src/names/ping.ts"), "utf8")).toContain('export const renamed = "ping";');
  });

  it("is refused for its mistakes, all of them in one run, each at its place", async () => {
    const head = "{{!-- view: PackageView --}}\n";
    const cwd = await makeProject({
      "tiny.yml": tinyDocument,
      "mine/src/field.ts.hbs": `${head}export const x = [\r\n  {{nmae}},\r\n];\r\n`,
      "mine/src/include.ts.hbs": `${head}{{> part}}\n`,
      "mine/_partials/part.hbs": "export const x = {{nmae}};\n",
      "mine/src/place.ts.hbs": `${head}export const x = 'a {{name}}';\n`,
      "mine/src/syntax.ts.hbs": `${head}{{#if name}}\n`,
      "mine/src/[operatoin].ts.hbs": "{{!-- view: OperationView --}}\n",
      "mine/src/Mock.ts": "export {};\n",
      "mine/src/nul.ts": "export {};\n",
    });
    const { status, stdout, stderr } = await runCommand(args, { cwd });
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(shownProblems(stderr).map(({ code, place, marked }) => [code, place, marked])).toEqual([
      ["template-output-clash", "", ""],
      ["template-output-unsafe", "", ""],
      ["template-field-unknown", "mine/_partials/part.hbs:1:18", "{{nmae}}"],
      ["template-iteration-unknown", "mine/src/[operatoin].ts.hbs:1:1", "{{!-- view: OperationView --}}"],
      ["template-field-unknown", "mine/src/field.ts.hbs:3:3", "{{nmae}}"],
      ["template-place-refused", "mine/src/place.ts.hbs:2:21", "{{name}}"],
      ["template-syntax", expect.stringMatching(/^mine\/src\/syntax\.ts\.hbs:\d/), expect.anything()],
    ]);
    expect(stderr).toContain('"mine/src/Mock.ts" writes "src/Mock.ts", which "mock/src/mock.ts.hbs" writes too');
    expect(await readTree(join(cwd, "out"))).toEqual({});
  });

  it("takes options, helpers, exports and peer dependencies", async () => {
    const cwd = await makeProject({
      "tiny.yml": tinyDocument,
      "mine/set.json": JSON.stringify({
        options: { shout: { type: "boolean", default: false }, mark: { enum: ["!", "?"], default: "!" } },
        peerDependencies: { msw: "^2.15.0" },
        exports: { "./names": "names", "./nothing": "nothing", "./more/*": "more/*" },
      }),
      "mine/src/nothing.ts.hbs": "{{!-- view: PackageView --}}\n",
      "mine/src/more/[tag].ts.hbs": "{{!-- view: TagView --}}\n",
      "mine/_lib/mark.ts": "export const twice = (mark: string): string => mark + mark;\n",
      "mine/helpers.ts": [
        'import { defineHelpers, literal } from "openapi-exemplar/helpers";',
        'import type { OperationView } from "openapi-exemplar/view";',
        'import { twice } from "./_lib/mark.ts";',
        "export default defineHelpers({",
        "  shout: ({ name }: OperationView, isLoud: boolean, mark: string) =>",
        "    literal((isLoud ? name.toUpperCase() : name) + twice(mark)),",
        "});",
      ].join("\n"),
      "mine/src/names.ts.hbs":
        "{{!-- view: PackageView --}}\n{{#each operations}}\nexport const {{id}}: string = {{shout this ../options.mine.shout ../options.mine.mark}};\n{{/each}}\n",
      "exemplar.config.json": JSON.stringify({
        document: "tiny.yml",
        output: "out",
        templates: ["client", "fixtures", "mock", { set: "./mine", options: { shout: true } }],
      }),
    });
    const { status, stderr } = await runCommand(["generate", "--verify"], { cwd });
    expect(stderr).toContain("✔ out generated");
    expect(status).toBe(0);
    expect(await readFile(join(cwd, "out/src/names.ts"), "utf8")).toBe('export const ping: string = "PING!!";\n');
    const manifest = JSON.parse(await readFile(join(cwd, "out/package.json"), "utf8")) as Record<string, object>;
    expect(manifest["peerDependencies"]).toEqual({ msw: "^2.15.0" });
    expect(Object.keys(manifest["exports"] ?? {})).toContain("./names");
    expect(Object.keys(manifest["exports"] ?? {})).not.toContain("./nothing");
    expect(Object.keys(manifest["exports"] ?? {}).at(-1)).toBe("./package.json");

    await writeFiles(cwd, { "mine/_lib/mark.ts": "export const twice = (mark: string): string => mark;\n" });
    const again = await runCommand(["generate"], { cwd });
    expect(again.stderr).toContain("    + src/names.ts\n");

    const checked = await runCommand(["check", "--templates", "client"], { cwd });
    expect(checked.status).toBe(1);
    expect(checked.stdout).not.toContain('"./mock": {\n+');
  });

  it.each<[string, Readonly<Record<string, string>>, string]>([
    ["a set.json that is no JSON", { "mine/set.json": "{" }, "mine/set.json:1:2"],
    [
      "a set.json with an unknown key",
      { "mine/set.json": '{ "option": {} }' },
      '"option" is no key of it; perhaps "options" was meant.\n --> mine/set.json:1:3',
    ],
    ["an option without schema", { "mine/set.json": '{\n "options": { "a": 1 }\n}' }, "mine/set.json:2:15"],
    [
      "an export that nothing makes",
      { "mine/set.json": '{"exports":{"./a":"names"}}', "mine/src/name.ts.hbs": "{{!-- view: PackageView --}}\n" },
      "no template makes src/names.ts; perhaps name was meant.",
    ],
    [
      "a set for other views",
      { "mine/set.json": '{"views":2}' },
      "written for version 2 of the views; this is version 1.",
    ],
    ["a set that is not there", { "mine/set.json": '{"requires":["msw"]}' }, '"mine" needs the set "msw" before it'],
    [
      "an export elsewhere",
      { "mine/set.json": '{"exports":{"./a":"../a"}}' },
      "it must be a module below src, without extension.",
    ],
    [
      "helpers that do not load",
      { "mine/helpers.ts": "throw new Error('no');" },
      '"mine/helpers.ts" cannot be loaded: no.',
    ],
    [
      "an option whose schema is none, though nobody gives it",
      { "mine/set.json": '{\n "options": { "a": { "type": "strnig" } }\n}' },
      "mine/set.json:2:22",
    ],
    [
      "a default that does not fit",
      { "mine/set.json": '{\n "options": { "a": { "type": "boolean", "default": "yes" } }\n}' },
      "the default of a must be boolean.\n --> mine/set.json:2:41",
    ],
    [
      "two files of helpers",
      { "mine/helpers.mjs": "export default {};", "mine/helpers.ts": "export default {};" },
      "a set has one file of helpers, and there is helpers.ts beside it",
    ],
    [
      "helpers that wait without end",
      { "mine/helpers.ts": "await new Promise(() => {});\nexport default {};" },
      '"mine/helpers.ts" cannot be loaded: it waits for something that never comes.',
    ],
    [
      "helpers that end the process",
      { "mine/helpers.ts": "process.exit(0);" },
      "The process was ended before the run was over",
    ],
    [
      "helpers that throw what cannot be read",
      { "mine/helpers.ts": "throw Object.create(null);" },
      "something was thrown that cannot be read",
    ],
    [
      "helpers that cannot be looked at",
      { "mine/helpers.ts": "export default new Proxy({}, { ownKeys() { throw new Error('keys'); } });" },
      '"mine/helpers.ts" cannot be loaded: keys.',
    ],
    [
      "a field that is not there, after carriage returns alone",
      { "mine/a.txt.hbs": "{{!-- view: PackageView --}}\rb\r{{nmae}}\r" },
      "mine/a.txt.hbs:3:1\n  |\n3 | {{nmae}}",
    ],
    ["helpers that are none", { "mine/helpers.ts": "export default { a: 1 };" }, '"a" is no function'],
    [
      "a module that does not parse",
      { "mine/src/a.ts": "export const a = 1;\nexport const = 2;\n" },
      "mine/src/a.ts:2:14",
    ],
    [
      "a file that is another's folder",
      { "mine/b.txt.hbs": "{{!-- view: PackageView --}}\nb\n", "mine/b.txt/c.txt": "c\n" },
      '"mine/b.txt/c.txt" would write "b.txt/c.txt", but "b.txt" is a file, which "mine/b.txt.hbs" writes.',
    ],
    ["a file of Git's", { "mine/a/.git/config.txt": "x\n" }, "and .git is Git's own folder."],
    ["a file of the generator's", { "mine/.exemplar/a.txt": "x\n" }, "and .exemplar is the generator's own folder."],
    [
      "printed JSON with a comment",
      { "mine/a.json.hbs": '{{!-- view: PackageView --}}\n{\n  "a": {{name}} /* c */\n}\n' },
      'JSON has no comments. It printed "\\"a\\": \\"out\\" /* c */".\n --> mine/a.json.hbs:3:17',
    ],
    ["copied JSON with a comment", { "mine/a.json": "{\n// c\n}\n" }, "JSON has no comments.\n --> mine/a.json:2:1"],
    ["JSON that does not parse", { "mine/a.json": '{ "a": }' }, "mine/a.json:1:8"],
  ])("is refused for %s", async (_, files, says) => {
    const cwd = await makeProject({ "tiny.yml": tinyDocument, ...files });
    const { status, stderr } = await runCommand(args, { cwd });
    expect(stderr).toContain(says);
    expect(status).toBe(1);
    expect(await readTree(join(cwd, "out"))).toEqual({});
  });

  it("is refused where options of two sets would have one name", async () => {
    const cwd = await makeProject({
      "tiny.yml": tinyDocument,
      "mine/set.json": '{ "options": { "a": {} } }',
      "more/mine/src/a.ts.hbs": "{{!-- view: PackageView --}}\n",
    });
    const { status, stderr } = await runCommand([...args, "--templates", "./more/mine"], { cwd });
    expect(stderr).toContain('The template sets "mine" and "more/mine" are both called "mine"');
    expect(status).toBe(1);
  });

  it("is refused for options that it does not take", async () => {
    const options = { shout: "yes" };
    const config = { document: "tiny.yml", output: "out", templates: ["client", { set: "./mine", options }] };
    const cwd = await makeProject({
      "tiny.yml": tinyDocument,
      "mine/set.json": JSON.stringify({ options: { shout: { type: "boolean" } } }),
      "exemplar.config.json": JSON.stringify(config),
    });
    const { status, stderr } = await runCommand(["generate"], { cwd });
    expect(stderr).toContain("its option shout must be boolean.\n--> exemplar.config.json\n");
    expect(status).toBe(1);
  });

  it.each([
    {
      what: "code that does not parse",
      text: "export const x = {{name}};\nexport const = {{name}};\n",
      problem: { code: "output-syntax", place: "mine/src/x.ts.hbs:3:14", marked: "=" },
      says: 'The template "mine/src/x.ts.hbs" prints what is not valid at "src/x.ts:2:14"',
    },
    {
      what: "code of the wrong type",
      text: "export const a =\n  {{name}}\nexport const x: number = {{name}}\n",
      problem: { code: "output-types", place: "mine/src/x.ts.hbs:4:14", marked: "x" },
      says: "prints has a type error at \"src/x.ts:3:14\": Type 'string' is not assignable",
    },
    {
      what: "a name that nothing has",
      text: "{{#each operations}}\nundeclared({{name}});\n{{/each}}\n",
      problem: { code: "output-types", place: "mine/src/x.ts.hbs:3:1", marked: "undeclared" },
      says: "Cannot find name 'undeclared'",
    },
    {
      what: "the same in a copied file",
      path: "mine/src/x.ts",
      text: "undeclared();\n",
      problem: { code: "output-types", place: "mine/src/x.ts:1:1", marked: "undeclared" },
      says: "Cannot find name 'undeclared'",
    },
  ])("is refused for $what, as it was printed", async ({ path = "mine/src/x.ts.hbs", text, problem, says }) => {
    const head = path.endsWith(".hbs") ? "{{!-- view: PackageView --}}\n" : "";
    const cwd = await makeProject({ "tiny.yml": tinyDocument, [path]: head + text });
    const { status, stdout, stderr } = await runCommand([...args, "--verify"], { cwd });
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(shownProblems(stderr)).toMatchObject([{ severity: "error", ...problem }]);
    expect(stderr).toContain(says);
    expect(await readTree(join(cwd, "out"))).toEqual({});
  });
});
