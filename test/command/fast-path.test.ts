/** A second run does nothing: it proves by hashes that nothing has to be done, and sees whatever has changed. */
import { appendFile, readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { copyProject, makeProject, runCommand, shownProblems, stateOf, tinyDocument } from "./run-command.js";

const overlay = `overlay: 1.1.0
info: { title: A better name, version: "1" }
actions:
  - target: $.info
    update: { title: Tinier }
`;
const template = `{{!-- view: PackageView --}}
export const packageName = {{name}};
`;
const args = "generate tiny.yml -o out --overlay overlay.yml".split(" ");
const sets = "--templates client --templates fixtures --templates mock --templates ./mine".split(" ");
const quick = "is up to date, nothing was written";

/** Runs the command, and returns what it printed and the paths of all modules that it loaded. */
async function runAndTrace(cwd: string) {
  const traces = join(cwd, "traces");
  const outcome = await runCommand([...args, ...sets], { cwd, env: { NODE_V8_COVERAGE: traces } });
  const texts = await Promise.all((await readdir(traces)).map((name) => readFile(join(traces, name), "utf8")));
  await rm(traces, { recursive: true });
  const modules = texts.flatMap((text) => [...text.matchAll(/"url":"(file:[^"]*)"/g)].map(([, url = ""]) => url));
  return { outcome, modules };
}

describe.concurrent("a second run", { timeout: 120_000 }, () => {
  let project: string;
  let loadedAtFirst: readonly string[];
  beforeAll(async () => {
    project = await makeProject({
      // A warning, to be said again.
      "tiny.yml": tinyDocument.replace("title: Tiny", "title: Tiny, contact: { email: [a, b] }"),
      "overlay.yml": overlay,
      "mine/src/package-name.ts.hbs": template,
    });
    const { outcome, modules } = await runAndTrace(project);
    expect(outcome.stderr).toContain("✔ out generated");
    loadedAtFirst = modules;
  });

  it("loads none of the libraries that make it slow, and says the same warnings", async () => {
    const heavy = /\/node_modules\/(typescript|prettier|handlebars|openapi-typescript|ts-morph|yaml)\//;
    expect(loadedAtFirst.filter((url) => heavy.test(url))).not.toEqual([]);
    const before = await stateOf(join(project, "out"));
    const { outcome, modules } = await runAndTrace(project);
    expect(outcome).toMatchObject({ status: 0, stdout: "", stderr: expect.stringContaining(quick) as unknown });
    expect(shownProblems(outcome.stderr)).toMatchObject([
      { severity: "warning", code: "prose-type-mismatch", place: "tiny.yml:2:33", marked: "email" },
    ]);
    expect(modules.filter((url) => heavy.test(url))).toEqual([]);
    expect(modules.some((url) => url.endsWith("/dist/run.js"))).toBe(true);
    expect(await stateOf(join(project, "out"))).toEqual(before);
  });

  it("notices whatever the output depends on", async () => {
    const cwd = await copyProject(project);
    const run = () => runCommand([...args, ...sets], { cwd });
    await run(); // The cache is the folder's own.
    const changes: readonly {
      readonly what: string;
      readonly change: () => Promise<void>;
      readonly written?: string;
    }[] = [
      { what: "the document", change: () => appendFile(join(cwd, "tiny.yml"), "tags: [{ name: more }]\n") },
      {
        what: "an overlay",
        change: () => writeFile(join(cwd, "overlay.yml"), overlay.replace("Tinier", "Tiniest")),
        written: "README.md",
      },
      {
        what: "a template of the user's",
        change: () => appendFile(join(cwd, "mine/src/package-name.ts.hbs"), "export const more = 1;\n"),
        written: "src/package-name.ts",
      },
      {
        what: "an output file, edited",
        change: () => appendFile(join(cwd, "out/src/mock.ts"), "// by hand\n"),
        written: "src/mock.ts",
      },
      { what: "an output file, deleted", change: () => rm(join(cwd, "out/src/mock.ts")), written: "src/mock.ts" },
      {
        what: "Prettier's options",
        change: () => writeFile(join(cwd, ".prettierrc"), "semi: false\n"),
        written: "src/index.ts",
      },
      { what: "the manifest, deleted", change: () => rm(join(cwd, "out/.exemplar/manifest.json")) },
    ];
    for (const { what, change, written } of changes) {
      await change();
      const { status, stderr } = await run();
      expect(status, what).toBe(0);
      expect(stderr, what).toContain("✔ out generated");
      // Many files are only counted.
      if (written !== undefined) expect(stderr, what).toMatch(new RegExp(` {4}\\+ ${written}\n|\\d\\d files written`));
    }
    expect((await run()).stderr).toContain(quick);
  });

  it("is not kept from being quick by new times, and another working directory has its own names", async () => {
    const cwd = await copyProject(project);
    await runCommand([...args, ...sets], { cwd });
    await utimes(join(cwd, "tiny.yml"), new Date(), new Date());
    await utimes(join(cwd, "out/src/mock.ts"), new Date(), new Date());
    expect((await runCommand([...args, ...sets], { cwd })).stderr).toContain(`out ${quick}`);

    const moved = args.map((arg) => (/yml$|^out$/.test(arg) ? `../${arg}` : arg));
    const away = await runCommand([...moved, ...sets.with(-1, "../mine")], { cwd: join(cwd, "mine") });
    expect(away.stderr).toContain(`${join(cwd, "out")} ${quick}`);
    expect(shownProblems(away.stderr)).toMatchObject([{ place: `${join(cwd, "tiny.yml")}:2:33` }]);
  });
});
