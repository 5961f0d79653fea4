/** Bad input: one clear problem, exit status 1, and the output folder exactly as before. */
import { chmod } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import {
  copyProject,
  makeProject,
  runCommand,
  shownProblems,
  stateOf,
  tinyDocument,
  writeFiles,
} from "./run-command.js";

interface Case {
  readonly what: string;
  readonly files?: Readonly<Record<string, string>>;
  /** Default: tiny.yml, which generates the output of before. */
  readonly document?: string;
  readonly flags?: readonly string[];
  readonly code: string;
  readonly place?: string | RegExp;
  readonly marked?: string;
  readonly says?: string;
}

const withSchema = (schema: string) => tinyDocument.replace("{ type: string }", schema);

const cases: readonly Case[] = [
  { what: "a missing file", document: "nowhere.yml", code: "document-not-found", says: '"nowhere.yml"' },
  { what: "a folder", document: "node_modules", code: "document-not-found", says: "folder" },
  {
    what: "broken YAML",
    document: "bad.yml",
    files: { "bad.yml": "openapi: 3.0.3\ninfo:\n\ttitle: Tiny\npaths: {}\n" },
    code: "yaml-syntax",
    place: "bad.yml:3:1",
  },
  {
    what: "broken JSON",
    document: "bad.json",
    files: { "bad.json": '{"openapi": "3.0.3", "info": {"title": "Tiny", "version": "1"}, "paths": {]}' },
    code: "yaml-syntax",
    place: "bad.json:1:75",
  },
  {
    what: "an HTML page",
    document: "page.yml",
    files: { "page.yml": "<!DOCTYPE html>\n<html>\n<head><title>Not found</title></head>\n</html>\n" },
    code: "document-not-object",
    place: /^page\.yml/,
  },
  { what: "an empty file", document: "empty.yml", files: { "empty.yml": "\n" }, code: "document-empty" },
  {
    what: "a document without paths",
    document: "bad.yml",
    files: { "bad.yml": 'openapi: 3.0.3\ninfo: { title: Tiny, version: "1" }\n' },
    code: "key-missing",
    place: "bad.yml:1:1",
    says: '"paths"',
  },
  {
    what: "a document without info",
    document: "bad.yml",
    files: { "bad.yml": "openapi: 3.0.3\npaths: {}\n" },
    code: "key-missing",
    place: "bad.yml:1:1",
    says: '"info"',
  },
  {
    what: "a version that there is not",
    document: "bad.yml",
    files: { "bad.yml": tinyDocument.replace("3.0.3", "4.0.0") },
    code: "version-unsupported",
    place: "bad.yml:1:1",
    marked: "openapi",
    says: "4.0.0",
  },
  {
    what: "Swagger 1.2",
    document: "bad.yml",
    files: { "bad.yml": 'apis: []\nswaggerVersion: "1.2"\n' },
    code: "version-unsupported",
    place: "bad.yml:2:1",
    marked: "swaggerVersion",
    says: "Convert the document to Swagger 2.0 or OpenAPI 3",
  },
  {
    what: "a forbidden $ref",
    document: "bad.yml",
    files: { "bad.yml": withSchema('{ $ref: "../schemas.yml#/Pong" }') },
    code: "reference-outside",
    place: "bad.yml:12:25",
    marked: "$ref",
    says: '"../schemas.yml#/Pong"',
  },
  {
    what: "a $ref to a file of the machine",
    document: "bad.yml",
    files: { "bad.yml": withSchema('{ $ref: "file:///etc/passwd" }') },
    code: "reference-outside",
    place: "bad.yml:12:25",
    marked: "$ref",
  },
  {
    what: "a missing overlay",
    flags: ["--overlay", "nowhere.yml"],
    code: "document-not-found",
    says: '"nowhere.yml"',
  },
  {
    what: "a broken overlay",
    flags: ["--overlay", "overlay.yml"],
    files: {
      "overlay.yml":
        'overlay: 1.1.0\ninfo: { title: x, version: "1" }\nactions:\n  - target: $.paths[\n    update: {}\n',
    },
    code: "json-path-invalid",
    place: "overlay.yml:4:5",
    marked: "target",
    says: "$.paths[",
  },
  { what: "a template set that there is not", flags: ["--templates", "./nowhere"], code: "template-set-not-found" },
];

describe.concurrent("bad input", { timeout: 120_000 }, () => {
  let project: string;
  beforeAll(async () => {
    project = await makeProject({ "tiny.yml": tinyDocument });
    const { status } = await runCommand(["generate", "tiny.yml", "-o", "out"], { cwd: project });
    expect(status).toBe(0);
  });

  it.each(cases)("$what is one problem", async ({ files, document, flags, code, place, marked, says }) => {
    const cwd = await copyProject(project);
    await writeFiles(cwd, files ?? {});
    const before = await stateOf(join(cwd, "out"));
    const args = ["generate", document ?? "tiny.yml", "-o", "out", ...(flags ?? [])];
    const { status, stdout, stderr } = await runCommand(args, { cwd });

    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    const problems = shownProblems(stderr);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ severity: "error", code, help: expect.stringMatching(/^\S.{10}/) as unknown });
    if (place !== undefined) expect(problems[0]?.place).toMatch(place);
    if (marked !== undefined) expect(problems[0]?.marked).toBe(marked);
    expect(stderr).toContain(says ?? "");
    expect(stderr).toContain("✖ out was not generated, nothing was written");
    expect(stderr).not.toMatch(/root:|\n +at /);
    expect(await stateOf(join(cwd, "out"))).toEqual(before);
  });

  it("does not make an output folder that was not there", async () => {
    const cwd = await makeProject({ "bad.yml": "openapi: 3.0.3\n" });
    const { status } = await runCommand(["generate", "bad.yml", "-o", "deep/out"], { cwd });
    expect(status).toBe(1);
    expect(await stateOf(join(cwd, "deep"))).toBeNull();
  });

  it("reports all problems of a document in one run, each at its line", async () => {
    const bad =
      withSchema('{ $ref: "#/a" }') + "  /b:\n    get:\n      parameters: [{ name: b, in: body }]\n" + "tags: 5\n";
    const cwd = await makeProject({ "bad.yml": bad });
    const { stderr } = await runCommand(["check", "bad.yml", "-o", "out", "--strict"], { cwd });
    expect(shownProblems(stderr).map(({ code, place }) => [code, place])).toEqual([
      ["reference-not-found", "bad.yml:12:25"],
      ["parameter-in-invalid", "bad.yml:15:31"],
      ["value-type-mismatch", "bad.yml:16:1"],
    ]);
    expect(stderr).toContain("✖ out was not checked");
  });

  it("shows no control character of a document", async () => {
    const bad = withSchema('{ $ref: "\\e[2J\\u202e#/a" } # \u202e');
    const cwd = await makeProject({ "bad.yml": bad });
    const { stderr } = await runCommand(["generate", "bad.yml", "-o", "out"], { cwd });
    expect(stderr).toContain("\\u001b[2J\\u202e");
    expect(stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  });

  it("refuses an output folder that is a file", async () => {
    const cwd = await makeProject({ "tiny.yml": tinyDocument, out: "mine" });
    const before = await stateOf(cwd);
    const { status, stderr } = await runCommand(["generate", "tiny.yml", "-o", "out"], { cwd });
    expect(status).toBe(1);
    expect(shownProblems(stderr)).toMatchObject([{ code: "output-not-writable" }]);
    expect(await stateOf(cwd)).toEqual(before);
  });

  it.skipIf(process.getuid?.() === 0)("refuses an output folder that is read-only", async () => {
    const cwd = await copyProject(project);
    await writeFiles(cwd, { "tiny.yml": tinyDocument.replace("operationId: ping", "operationId: pong") });
    const folders = ["out", "out/src", "out/src/operations", "out/src/operations/default"];
    for (const folder of folders) await chmod(join(cwd, folder), 0o555);
    const before = await stateOf(join(cwd, "out"));
    const { status, stderr } = await runCommand(["generate", "tiny.yml", "-o", "out"], { cwd });
    const after = await stateOf(join(cwd, "out"));
    for (const folder of folders) await chmod(join(cwd, folder), 0o755);
    expect(status).toBe(1);
    expect(shownProblems(stderr)).toMatchObject([{ code: "output-not-writable" }]);
    expect(after).toEqual(before);
  });

  it("refuses to overwrite a file that it did not write", async () => {
    const cwd = await makeProject({ "tiny.yml": tinyDocument, "out/package.json": "{}" });
    const before = await stateOf(cwd);
    const { status, stderr } = await runCommand(["generate", "tiny.yml", "-o", "out"], { cwd });
    expect(status).toBe(1);
    expect(shownProblems(stderr)).toMatchObject([{ code: "output-not-ours" }]);
    expect(await stateOf(join(cwd, "out"))).toMatchObject({ tree: { "package.json": "{}" } });
    expect(Object.keys((await stateOf(cwd)) ?? {})).toEqual(Object.keys(before ?? {}));
  });
});
