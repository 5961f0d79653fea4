/** `exemplar templates`: sets listed, copied and examined; templates watched. */
import { spawn } from "node:child_process";
import { cp, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { builtCommand } from "../built-command.js";
import { readTree } from "../output/output-folder.js";
import { makeProject, repository, runCommand, shownProblems, tinyDocument, writeFiles } from "./run-command.js";

describe.concurrent("exemplar templates", { timeout: 120_000 }, () => {
  it("lists the sets, and the files of one", async () => {
    const cwd = await makeProject({});
    const all = await runCommand(["templates", "list"], { cwd });
    expect(all.status).toBe(0);
    expect(all.stdout).toMatch(/^client \(by default\)\n {2}The client: /);
    const one = await runCommand(["templates", "list", "mock"], { cwd });
    expect(one.stdout).toContain("\n  after: client, fixtures\n");
    expect(one.stdout).toContain("\n  mock/src/mock.ts.hbs\n");
    const json = await runCommand(["templates", "list", "fixtures", "--json"], { cwd });
    expect(JSON.parse(json.stdout)).toMatchObject([{ name: "fixtures", requires: ["client"] }]);
    const none = await runCommand(["templates", "list", "mokc"], { cwd });
    expect(none.status).toBe(2);
    expect(none.stderr).toContain("Perhaps mock was meant.");
  });

  it("copies a file, which then is the one that counts, and overwrites nothing", async () => {
    const cwd = await makeProject({ "tiny.yml": tinyDocument });
    const copied = await runCommand(["templates", "eject", "client/_partials/install.hbs", "--to", "mine"], { cwd });
    expect(copied.stderr).toBe(
      '  + mine/_partials/install.hbs\nUse it in the config: templates: ["client", "fixtures", "mock", "./mine"]\n',
    );
    await writeFiles(cwd, { "mine/_partials/install.hbs": "{{!-- view: PackageView --}}\n## Get it\n" });
    const again = await runCommand(["templates", "eject", "client/_partials/install.hbs", "--to", "mine"], { cwd });
    expect(again.status).toBe(2);
    expect(again.stderr).toContain("mine/_partials/install.hbs is there already; nothing was copied.");
    const sets = ["client", "fixtures", "mock", "./mine"].flatMap((set) => ["--templates", set]);
    expect((await runCommand(["generate", "tiny.yml", "-o", "out", ...sets], { cwd })).status).toBe(0);
    expect(await readFile(join(cwd, "out/README.md"), "utf8")).toContain("\n## Get it\n");
  });

  it("copies a whole set, which generates the same", async () => {
    const cwd = await makeProject({ "tiny.yml": tinyDocument });
    const copied = await runCommand(["templates", "eject", "fixtures", "--to", "fixtures"], { cwd });
    expect(copied.stderr).toContain('templates: ["client", "./fixtures", "mock"]');
    await runCommand(["generate", "tiny.yml", "-o", "out"], { cwd });
    const before = await readTree(join(cwd, "out/src"));
    const other = await runCommand(["templates", "eject", "mock", "--to", "fixtures"], { cwd });
    expect(other.status).toBe(2);
    expect(other.stderr).toContain("is there already; nothing was copied.");
    expect(other.stderr).toContain("choose another one, as in --to mock;");
    const sets = ["client", "./fixtures", "mock"].flatMap((set) => ["--templates", set]);
    const own = await runCommand(["generate", "tiny.yml", "-o", "out", ...sets], { cwd });
    expect(own.status).toBe(0);
    expect(await readTree(join(cwd, "out/src"))).toEqual(before);
  });

  it("copies a set with options, which keeps its name", async () => {
    const cwd = await makeProject({ "tiny.yml": tinyDocument });
    await runCommand(["templates", "eject", "react-query", "--to", "mine"], { cwd });
    const sets = ["client", "fixtures", "mock", "./mine"].flatMap((set) => ["--templates", set]);
    const { status, stderr } = await runCommand(["generate", "tiny.yml", "-o", "out", ...sets], { cwd });
    expect(stderr).toContain("✔ out generated");
    expect(status).toBe(0);
    expect((await runCommand(["templates", "doctor", "--templates", "./mine"], { cwd })).status).toBe(0);
  });

  it("looks at templates for other views, and takes empty ones for what they are", async () => {
    const cwd = await makeProject({
      "mine/set.json": '{ "views": 2 }',
      "mine/src/facade.ts.hbs": "\n",
      "mine/src/a.ts.hbs": "{{!-- view: OperationView --}}\nexport const a = {{path}};\n",
      "mine/src/[tga].ts.hbs": "{{!-- view: PackageView --}}\nexport const b = {{name}};\n",
    });
    const { stderr } = await runCommand(["templates", "doctor", "--templates", "./mine"], { cwd });
    expect(shownProblems(stderr).map(({ code, place }) => [code, place])).toEqual([
      ["template-set-outdated", "mine/set.json:1:3"],
      ["template-iteration-unknown", "mine/src/[tga].ts.hbs:1:1"],
      ["template-unfit", "mine/src/a.ts.hbs:1:1"],
    ]);
  });

  it("finds what does not fit the views", async () => {
    const cwd = await makeProject({
      "mine/src/[operation].ts.hbs": "{{!-- view: OperationView --}}\nexport const a = {{metod}};\n",
      "mine/src/b.ts.hbs": "{{!-- view: OperationView --}}\nexport const b = {{name}};\n",
    });
    const all = await runCommand(["templates", "doctor", "--templates", "./mine"], { cwd });
    expect(shownProblems(all.stderr).map(({ code, place }) => [code, place])).toEqual([
      ["template-unfit", "mine/src/[operation].ts.hbs:2:20"],
      ["template-unfit", "mine/src/b.ts.hbs:1:1"],
    ]);
    await writeFiles(cwd, {
      "mine/src/b.ts.hbs":
        "{{!-- view: PackageView --}}\nexport const b = {{nme}};\n{{#if (shuot name)}}\n{{> forms this}}\n{{/if}}\n",
    });
    const inOneRun = await runCommand(["templates", "doctor", "--templates", "./mine"], { cwd });
    expect(shownProblems(inOneRun.stderr).map(({ place }) => place)).toEqual([
      "mine/src/[operation].ts.hbs:2:20",
      "mine/src/b.ts.hbs:2:20",
      "mine/src/b.ts.hbs:3:7",
      "mine/src/b.ts.hbs:4:1",
    ]);
    expect(inOneRun.stderr).toContain("there is no partial forms; did you mean form?");
    await writeFiles(cwd, { "mine/src/b.ts.hbs": "{{!-- view: PackageView --}}\nexport const b = {{name}};\n" });
    const found = await runCommand(["templates", "doctor", "--templates", "./mine"], { cwd });
    expect(found.status).toBe(1);
    expect(shownProblems(found.stderr).map(({ code, place }) => [code, place])).toEqual([
      ["template-unfit", "mine/src/[operation].ts.hbs:2:20"],
    ]);
    expect(found.stderr).toContain("there is no metod in OperationView; did you mean method?");
    await writeFiles(cwd, {
      "mine/src/[operation].ts.hbs": "{{!-- view: OperationView --}}\nexport const a = {{method}};\n",
    });
    const good = await runCommand(["templates", "doctor", "--templates", "./mine"], { cwd });
    expect(good.status).toBe(0);
    expect(good.stderr).toMatch(/^✔ \d+ templates, \d+ partials, 0 helpers: all fit\n$/);
  });
});

describe("exemplar generate --watch", { timeout: 60_000 }, () => {
  it("follows templates, and new ones", async () => {
    const cwd = await makeProject({
      "tiny.yml": tinyDocument,
      "mine/src/a.ts.hbs": "{{!-- view: PackageView --}}\nexport const a = {{name}};\n",
    });
    const sets = ["client", "fixtures", "mock", "./mine"].flatMap((set) => ["--templates", set]);
    const watching = watch(["generate", "tiny.yml", "-o", "out", "--watch", ...sets], cwd);
    await watching.said(1);
    await writeFiles(cwd, { "mine/src/a.ts.hbs": "{{!-- view: PackageView --}}\nexport const other = {{nme}};\n" });
    await watching.said(2);
    await writeFiles(cwd, { "mine/src/a.ts.hbs": "{{!-- view: PackageView --}}\nexport const other = {{name}};\n" });
    await watching.said(3);
    await writeFiles(cwd, { "mine/src/b.ts.hbs": "{{!-- view: PackageView --}}\nexport const b = {{name}};\n" });
    await watching.said(4);
    expect(await watching.stop()).toBe(0);
    const tree = await readTree(join(cwd, "out/src"));
    expect([tree["a.ts"], tree["b.ts"]]).toEqual(['export const other = "out";\n', 'export const b = "out";\n']);
    expect(watching.text()).toContain('"nme" is not there; perhaps "name" was meant.');
  });
});

/** A process that says when it waits. */
function watch(args: readonly string[], cwd: string) {
  const child = spawn(process.execPath, [builtCommand, ...args], { cwd, stdio: ["ignore", "ignore", "pipe"] });
  let text = "";
  child.stderr.setEncoding("utf8").on("data", (part: string) => (text += part));
  const closed = new Promise<number | null>((resolve) => child.on("close", resolve));
  return {
    text: () => text,
    /** Resolves when it has waited so often. */
    said: async (times: number) => {
      while (text.split("watching for changes").length <= times) {
        if (child.exitCode !== null) throw new Error(text);
        await new Promise((resolve) => child.stderr.once("data", resolve).once("close", resolve));
      }
    },
    stop: () => {
      child.kill("SIGTERM");
      return closed;
    },
  };
}

describe("the worked example", { timeout: 60_000 }, () => {
  it("overrides a partial, adds an output, and calls a helper", async () => {
    const cwd = await makeProject({ ".prettierrc.json": asDocsAre });
    await cp(join(repository, "docs/example"), cwd, { recursive: true });
    const { status, stderr } = await runCommand(["generate", "--verify"], { cwd });
    expect(stderr).toContain("✔ generated/acme-orders generated");
    expect(status).toBe(0);
    const tree = await readTree(join(cwd, "generated/acme-orders"));
    expect(tree["README.md"]).toContain("npm install --registry https://npm.acme.example acme-orders");
    expect(tree["src/permissions.ts"]).toBe((await codeBlocks("docs/example/README.md"))[0]);
    expect(tree["package.json"]).toContain('"./permissions": {');
    expect((await runCommand(["templates", "doctor"], { cwd })).status).toBe(0);
    expect((await runCommand(["check"], { cwd })).status).toBe(0);
  });

  it("goes on as it was begun: what it names can be looked at and copied", async () => {
    const cwd = await makeProject({});
    await cp(join(repository, "docs/example"), cwd, { recursive: true });
    const eject = ["templates", "eject", "client/_partials/install.hbs"];
    expect((await runCommand(eject, { cwd })).status).toBe(2);
    expect((await runCommand([...eject, "--to", "elsewhere"], { cwd })).status).toBe(0);
    const inspected = "inspect openapi.yml --view operation --name createOrder";
    expect(await readFile(join(repository, "docs/templates.md"), "utf8")).toContain(`\`exemplar ${inspected}\``);
    const { status, stdout } = await runCommand(inspected.split(" "), { cwd });
    expect(status).toBe(0);
    expect(stdout).toContain("x-acme-permission: orders.write");
  });

  it("takes the helpers of docs/templates.md as they are printed there, with their template", async () => {
    const blocks = await codeBlocks("docs/templates.md");
    const helpers = blocks.find((text) => text.includes("later:")) ?? "";
    const template = blocks.find((text) => text.includes("{{later this}}")) ?? "";
    const cwd = await makeProject({
      ".prettierrc.json": asDocsAre,
      "mine/helpers.ts": helpers,
      "mine/src/later/[operation].ts.hbs": template,
    });
    await cp(join(repository, "docs/example/openapi.yml"), join(cwd, "openapi.yml"));
    const sets = ["client", "fixtures", "mock", "./mine"].flatMap((set) => ["--templates", set]);
    const { stderr } = await runCommand(["generate", "openapi.yml", "-o", "out", "--verify", ...sets], { cwd });
    expect(stderr).toContain("✔ out generated");
    const later = await readTree(join(cwd, "out/src/later"));
    expect(Object.keys(later)).toEqual(["get-health.ts", "list-orders.ts"]);
    expect(blocks).toContain(later["get-health.ts"]);
  });
});

/** Prettier's options for code in the documentation. */
const asDocsAre = JSON.stringify({ printWidth: 120 });

/** What stands in the fences of a page. */
async function codeBlocks(page: string): Promise<readonly string[]> {
  const text = await readFile(join(repository, page), "utf8");
  return [...text.matchAll(/^```\w+\n(.*?)^```$/gms)].map(([, code = ""]) => code);
}
