import { describe, expect, it } from "vitest";
import { disciplineProblems } from "./discipline.js";
import { importProblems } from "./imports.js";
import { sourcesBelow } from "./sources.js";

const generator = await sourcesBelow("generator", ".ts");
const runtime = (await sourcesBelow("templates", ".ts")).map(({ path, text }) => ({
  path,
  // The one default export that there may be: helpers of template sets are found by it.
  text: /^templates\/[^/]+\/helpers\.ts$/.test(path)
    ? text.replace("export default defineHelpers(", "export const helpers = (")
    : text,
}));
const scripts = await sourcesBelow("scripts", ".ts");

describe("the import rule", () => {
  it("is about all modules of the generator", () => {
    const folders = new Set(generator.map(({ path }) => path.split("/")[1]));
    expect([...folders]).toEqual(
      expect.arrayContaining(["document", "model", "types", "view", "output", "generate.ts"]),
    );
  });

  it("is kept", () => {
    expect(generator.flatMap(importProblems)).toEqual([]);
  });

  it.each<[string, string, string | null]>([
    ["generator/view/a.ts", 'import { a } from "../model/model.js";', null],
    ["generator/view/a.ts", 'import { a } from "./code.js";', null],
    ["generator/view/a.ts", 'import { a } from "../diagnostics.js";', null],
    [
      "generator/model/a.ts",
      'import type { A } from "../view/view.js";',
      "model/ does not import from view/, which comes after it",
    ],
    [
      "generator/document/a.ts",
      'export { a } from "../model/model.js";',
      "document/ does not import from model/, which comes after it",
    ],
    [
      "generator/types/a.ts",
      'type A = import("../output/emit.js").A;',
      "types/ does not import from output/, which comes after it",
    ],
    [
      "generator/view/a.ts",
      'const a = await import("../output/emit.js");',
      "view/ does not import from output/, which comes after it",
    ],
    ["generator/view/a.ts", 'import { a } from "../config.js";', "view/ does not import generator/config.ts"],
    [
      "generator/output/a.ts",
      'import { a } from "../diagnostic-catalogue.js";',
      "output/ does not import generator/diagnostic-catalogue.ts",
    ],
    ["generator/config.ts", 'import { a } from "./view/view.js";', "this module does not import from view/"],
    ["generator/generate.ts", 'import { a } from "./model/model.js";', null],
    ["generator/cli.ts", 'import { a } from "./run.js";', null],
    ["generator/view/a.ts", 'import { a } from "./code";', "./code does not end in .js"],
    [
      "generator/view/a.ts",
      'import { a } from "openapi-typescript";',
      "openapi-typescript is only imported by generator/types/",
    ],
    ["generator/types/a.ts", 'const a = require("openapi-typescript/dist/lib/ts.cjs");', null],
    ["generator/model/a.ts", 'import { a } from "handlebars";', "handlebars is only imported by generator/output/"],
    [
      "generator/view/a.ts",
      'import { a } from "prettier/standalone";',
      "prettier/standalone is only imported by generator/output/",
    ],
    [
      "generator/document/resolve.ts",
      'import { readFile } from "node:fs/promises";',
      "node:fs/promises is only imported by generator/document/load.ts",
    ],
    ["generator/document/load.ts", 'import { readFile } from "node:fs/promises";', null],
    ["generator/document/load.ts", 'import { get } from "node:https";', "nothing imports node:https"],
  ])("in %s: %s", (path, text, problem) => {
    const problems = importProblems({ path, text });
    expect(problems).toHaveLength(problem === null ? 0 : 1);
    expect(problems.join()).toContain(problem === null ? "" : `${path}:1: ${problem}`);
  });
});

describe("the discipline", () => {
  it.each([
    ["generator", generator],
    ["templates", runtime],
  ])("is kept in %s", (_, sources) => {
    expect(sources.length).toBeGreaterThan(0);
    expect(sources.flatMap(disciplineProblems)).toEqual([]);
  });

  it("is kept in scripts, which print", () => {
    const problems = scripts.flatMap(disciplineProblems);
    expect(problems.filter((problem) => !problem.includes(": only generator/"))).toEqual([]);
  });

  it.each<[string, string | null]>([
    ["const a: any = 1;", "any"],
    ["function f(a: readonly any[]) { return a; }", "any"],
    ["const a = b!;", "a non-null assertion"],
    ["const a = b!.c;", "a non-null assertion"],
    ["export default 1;", "a default export"],
    ["export default function f() {}", "a default export"],
    ["// @ts-ignore\nf();", "@ts-ignore"],
    ["f(/* @ts-expect-error */ a);", "@ts-expect-error"],
    ["// eslint-disable-next-line x\nf();", "eslint-disable"],
    ["// TODO: later\nf();", "a note to do something later"],
    ["console.log(1);", "only generator/terminal.ts may"],
    ["process.exitCode = 1;", "only generator/cli.ts and generator/end-signals.ts may"],
    ['process.stderr.write("a");', "only generator/terminal.ts may"],
    ['const a = "any! // @ts-ignore console.log";', null],
    ["const a = !b || c != d || !!e; const company = 1;", null],
    ["const a = process.cwd();", null],
  ])("finds what is wrong with %j", (text, problem) => {
    const problems = disciplineProblems({ path: "generator/view/a.ts", text });
    expect(problems.map((line) => line.replace(/^\S+ /, ""))).toEqual(problem === null ? [] : [problem]);
  });
});
