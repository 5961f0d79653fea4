/** A folder of one's own templates: overrides, additions, partials, and mistakes that are named at their place. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readTree } from "../output/output-folder.js";
import { makeProject, runCommand, shownProblems, tinyDocument } from "./run-command.js";

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

  it.each([
    {
      what: "code that does not parse",
      text: "export const x = {{name}};\nexport const = {{name}};\n",
      problem: { code: "output-syntax", place: "mine/src/x.ts.hbs:3:14", marked: "=" },
      says: 'The template "mine/src/x.ts.hbs" prints what is not valid at "src/x.ts:2:14"',
    },
    {
      what: "code of the wrong type",
      text: "export const x: number = {{name}};\n",
      problem: { code: "output-types", place: "out/src/x.ts:1:14", marked: "x" },
      says: "not assignable to type 'number'",
    },
  ])("is refused for $what, as it was printed", async ({ text, problem, says }) => {
    const template = `{{!-- view: PackageView --}}\n${text}`;
    const cwd = await makeProject({ "tiny.yml": tinyDocument, "mine/src/x.ts.hbs": template });
    const { status, stdout, stderr } = await runCommand([...args, "--verify"], { cwd });
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(shownProblems(stderr)).toMatchObject([{ severity: "error", ...problem }]);
    expect(stderr).toContain(says);
    expect(await readTree(join(cwd, "out"))).toEqual({});
  });
});
