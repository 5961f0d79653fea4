/** The day-to-day work: the Zoom document, generated, checked, changed, generated again. */
import { spawnSync } from "node:child_process";
import { appendFile, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { readOutput, readTimes, readTree, type Tree } from "../output/output-folder.js";
import {
  copyProject,
  makeProject,
  type Outcome,
  runCommand,
  shownProblems,
  stateOf,
  zoomDocument,
} from "./run-command.js";

const args = ["zoom.yml", "-o", "out", "--package", "zoom-account"];
const generate = (cwd: string, ...flags: readonly string[]) => runCommand(["generate", ...args, ...flags], { cwd });
const check = (cwd: string, ...flags: readonly string[]) => runCommand(["check", ...args, ...flags], { cwd });

const operation = `  /ma/account/suspend:
    post:
      tags:
        - Account
      operationId: accountSuspend
      requestBody:
        content:
          application/x-www-form-urlencoded:
            schema:
              type: object
              required: [account_id]
              properties:
                account_id: { type: string }
      responses:
        "200":
          description: Success
          content:
            application/json:
              example: { id: unique_id }
`;

function changedPaths(before: Tree, after: Tree): readonly string[] {
  const paths = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...paths].filter((path) => before[path] !== after[path]).sort();
}

describe.concurrent("the Zoom document without its overlay", { timeout: 120_000 }, () => {
  let project: string;
  let first: Outcome;
  beforeAll(async () => {
    project = await makeProject({ "zoom.yml": await readFile(zoomDocument, "utf8") });
    first = await generate(project, "--verify");
  });

  it("generates what compiles, with three warnings at their lines", async () => {
    expect(first).toMatchObject({ status: 0, stdout: "" });
    expect(shownProblems(first.stderr).map(({ severity, place, marked }) => [severity, place, marked])).toEqual([
      ["warning", "zoom.yml:8:5", "email"],
      ["warning", "zoom.yml:19:5", "api_key"],
      ["warning", "zoom.yml:20:5", "api_secret"],
    ]);
    const lines = (await readFile(zoomDocument, "utf8")).split("\n");
    expect([lines[7], lines[18], lines[19]]).toEqual([
      expect.stringMatching(/^ {4}email: \[email.protected\]$/u),
      "  - api_key: []",
      "  - api_secret: []",
    ]);
    expect(first.stderr).toMatch(
      /✔ out generated \(\d+\.\d\d s\)\n {2}10 operations, 1 schema, 10 types inferred from examples\n {2}\d+ files written\n {2}3 warnings\n$/,
    );
  });

  it("generated again writes nothing", async () => {
    const cwd = await copyProject(project);
    // Without the cache, so that all of it is generated and compared.
    await rm(join(cwd, "node_modules"), { recursive: true });
    const before = await stateOf(join(cwd, "out"));
    const { status, stderr } = await generate(cwd);
    expect(status).toBe(0);
    expect(stderr).toContain("✔ out is up to date, nothing was written");
    expect(await stateOf(join(cwd, "out"))).toEqual(before);
    expect(await check(cwd)).toMatchObject({ status: 0, stdout: "" });
  });

  it("an operation more changes what it must; check shows it before, as a diff that git applies", async () => {
    const cwd = await copyProject(project);
    const document = await readFile(zoomDocument, "utf8");
    await writeFile(join(cwd, "zoom.yml"), document.replace("\ncomponents:", `\n${operation}components:`));
    const before = await readTree(join(cwd, "out"));
    const times = await readTimes(join(cwd, "out"));

    const checked = await check(cwd);
    expect(checked.status).toBe(1);
    expect(checked.stderr).toContain("✖ out is not what would be generated");
    expect(checked.stderr).toMatch(/^ {2}stale .*\n {4}README\.md$/m);
    expect(await readTimes(join(cwd, "out"))).toEqual(times);

    const patched = await copyProject(cwd);
    expect((await generate(cwd)).status).toBe(0);
    const after = await readTree(join(cwd, "out"));
    expect(changedPaths(before, after)).toEqual([
      ".exemplar/manifest.json",
      "README.md",
      "src/facade/account.ts",
      "src/fixtures/account-suspend.ts",
      "src/fixtures/index.ts",
      "src/forms/account-suspend.ts",
      "src/forms/index.ts",
      "src/index.ts",
      "src/json-schemas/operations/account-suspend.ts",
      "src/mock.ts",
      "src/operations/account/account-suspend.ts",
      "src/operations/account/index.ts",
      "src/requests/account-suspend.ts",
      "src/requests/index.ts",
      "src/validate.ts",
    ]);
    const unchanged = Object.keys(before).filter((path) => before[path] === after[path]);
    const timesAfter = await readTimes(join(cwd, "out"));
    expect(unchanged.filter((path) => times[path] !== timesAfter[path])).toEqual([]);

    const applied = spawnSync("git", ["apply", "-"], { cwd: join(patched, "out"), input: checked.stdout });
    expect(applied.stderr.toString()).toBe("");
    expect(await readOutput(join(patched, "out"))).toEqual(await readOutput(join(cwd, "out")));
  });

  it("an operation less removes its files", async () => {
    const cwd = await copyProject(project);
    const document = await readFile(zoomDocument, "utf8");
    const shorter = document.replace(/ {2}\/ma\/account\/delete:\n(?: {4}.*\n|\n)+/, "");
    expect(shorter.length).toBeLessThan(document.length);
    await writeFile(join(cwd, "zoom.yml"), shorter);
    const { stderr } = await generate(cwd);
    expect(stderr).toContain("    - src/operations/account/account-delete.ts\n");
    const paths = Object.keys(await readTree(join(cwd, "out")));
    expect(paths.filter((path) => path.includes("account-delete"))).toEqual([]);
  });

  it("what was changed by hand is reported by check, and mended by generate where it is ours", async () => {
    const cwd = await copyProject(project);
    const before = await readTree(join(cwd, "out"));
    await appendFile(join(cwd, "out/src/client.ts"), "// by hand\n");
    await writeFile(join(cwd, "out/src/own.ts"), "// my own\n");
    // An orphan: the manifest lists it, and nothing generates it.
    const manifest = join(cwd, "out/.exemplar/manifest.json");
    const hash = "4bf5122f344554c53bde2ebb8cd2b7e3d1600ad631c385a5d7cce23c7785459a";
    await writeFile(
      manifest,
      (await readFile(manifest, "utf8")).replace('"files": {', `"files": { "old.ts": "${hash}",`),
    );
    await writeFile(join(cwd, "out/old.ts"), "\u0001");

    const checked = await check(cwd);
    expect(checked.status).toBe(1);
    expect(checked.stderr).toMatch(/^ {2}edited .*\n {4}src\/client\.ts$/m);
    expect(checked.stderr).toMatch(/^ {2}orphan .*\n {4}old\.ts$/m);
    expect(checked.stderr).toMatch(/^ {2}unlisted .*\n {4}src\/own\.ts$/m);
    expect(checked.stdout).toContain("-// by hand\n");

    const strict = await generate(cwd, "--strict");
    expect(strict.status).toBe(1);
    const dry = await generate(cwd, "--dry-run");
    expect(dry.stderr).toContain("    + src/client.ts\n    - old.ts\n");
    expect(await readTree(join(cwd, "out"))).toHaveProperty(["old.ts"]);

    const { status, stderr } = await generate(cwd);
    expect(status).toBe(0);
    expect(stderr).toContain('[file-edited] "out/src/client.ts" was edited by hand');
    expect(await readTree(join(cwd, "out"))).toEqual({ ...before, "src/own.ts": "// my own\n" });
  });

  it("--strict turns the warnings into errors, and nothing is written", async () => {
    const cwd = await makeProject({ "zoom.yml": await readFile(zoomDocument, "utf8") });
    const { status, stdout, stderr } = await generate(cwd, "--strict");
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(shownProblems(stderr).map(({ severity }) => severity)).toEqual(["error", "error", "error"]);
    expect(await stateOf(join(cwd, "out"))).toBeNull();
  });

  it("--dry-run says what would be written, and writes nothing", async () => {
    const cwd = await makeProject({ "zoom.yml": await readFile(zoomDocument, "utf8") });
    const { status, stdout, stderr } = await generate(cwd, "--dry-run");
    expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
    expect(stderr).toMatch(/would be generated.*\n.*\n {2}\d+ files to write\n/);
    expect(await stateOf(join(cwd, "out"))).toBeNull();
  });

  it("--json prints one object to stdout and nothing else", async () => {
    const cwd = await copyProject(project);
    await rm(join(cwd, "out/src/mock.ts"));
    const { status, stdout, stderr } = await generate(cwd, "--json");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const report: unknown = JSON.parse(stdout);
    expect(report).toMatchObject({
      ok: true,
      targets: [
        {
          command: "generate",
          output: "out",
          outcome: "written",
          contents: { operations: 10, inferred: 10 },
          files: { written: ["src/mock.ts"], removed: [], edited: [] },
          diagnostics: [
            { code: "prose-type-mismatch", severity: "warning", file: "zoom.yml", line: 8, column: 5 },
            { code: "security-scheme-undefined", line: 19 },
            { code: "security-scheme-undefined", line: 20 },
          ],
        },
      ],
    });
  });

  it("--reporter github prints an annotation for each problem", async () => {
    const { stdout, stderr } = await generate(project, "--reporter", "github");
    expect(stdout).toBe("");
    expect(stderr.split("\n").filter((line) => line.startsWith("::"))).toEqual([
      expect.stringMatching(
        /^::warning file=zoom\.yml,line=8,col=5,title=prose-type-mismatch::The value of "email" is a list/,
      ),
      expect.stringMatching(/^::warning file=zoom\.yml,line=19,col=5,title=security-scheme-undefined::/),
      expect.stringMatching(/^::warning file=zoom\.yml,line=20,col=5,title=security-scheme-undefined::/),
    ]);
  });

  it.each([
    { env: {}, coloured: false },
    { env: { FORCE_COLOR: "1" }, coloured: true },
    { env: { FORCE_COLOR: "0" }, coloured: false },
    { env: { FORCE_COLOR: "1", NO_COLOR: "1" }, coloured: false },
  ])("with $env, without a terminal, colours are $coloured", async ({ env, coloured }) => {
    const { stderr } = await runCommand(["generate", ...args], { cwd: project, env });
    expect(stderr.includes("\u001b[")).toBe(coloured);
  });
});
