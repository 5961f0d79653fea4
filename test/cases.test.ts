/**
 * The golden cases. Each folder of `test/cases` has a document of one idea (its first line says which), the files that
 * show it in `expected/`, and what the command says in `diagnostics.txt`. `npx tsx scripts/update-cases.ts` rewrites them.
 */
import { beforeAll, describe, expect, it } from "vitest";
import { type CaseOutcome, listCases, readExpected, readIdea, runCase } from "./case-runner.js";
import { typeErrors } from "./type-errors.js";

const cases = await listCases();
const outcomes = new Map<string, CaseOutcome>();

beforeAll(async () => {
  for (const test of cases) outcomes.set(test.name, await runCase(test));
});

function outcomeOf(name: string): CaseOutcome {
  const outcome = outcomes.get(name);
  if (outcome === undefined) throw new Error(`the case ${name} did not run`);
  return outcome;
}

describe.each(cases)("$name", (test) => {
  it("is a small document that says its idea", async () => {
    const { text, idea } = await readIdea(test);
    expect(idea).toMatch(/^# \S.*\.$/);
    expect(text.trimEnd().split("\n").length).toBeLessThanOrEqual(60);
  });

  it("says what diagnostics.txt has", async () => {
    expect(outcomeOf(test.name).diagnostics).toBe((await readExpected(test, "diagnostics.txt")) ?? "");
  });

  if (test.shown.length === 0) {
    it("is refused, with an error", () => {
      expect(outcomeOf(test.name).files).toBeNull();
      expect(outcomeOf(test.name).diagnostics).toContain("error [");
    });
    return;
  }

  it.each(test.shown)("%s", async (path) => {
    const found = outcomeOf(test.name).files?.find((file) => file.path === path)?.text;
    expect(found).toBe(await readExpected(test, `expected/${path}`));
  });
});

describe("all outputs", () => {
  it("compile under the strictest flags, in one program", () => {
    const files = [...outcomes].flatMap(([name, { files: written }]) =>
      (written ?? []).map(({ path, text }) => ({ path: `/${name}/${path}`, text })),
    );
    expect(typeErrors(files)).toEqual([]);
  });
});
