/** Every block of TypeScript in the READMEs of the sets, and in the documentation of templates, compiles. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Project } from "ts-morph";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { GeneratedPackage } from "../conformance/generated-package.js";
import { repository } from "../packaging/pack.js";
import { codeBlocks, problemsOfUses, readmeBlocks } from "./check-uses.js";
import { generateSet } from "./generate-set.js";

describe.each([
  { document: "library.yml", name: "library", sets: ["docs", "msw", "react-query"] },
  { document: "openapi-fetch/openapi.yml", name: "pets", sets: ["openapi-fetch", "zod"] },
])("with the package $name", ({ document, name, sets }) => {
  let generated: GeneratedPackage;
  beforeAll(async () => {
    generated = await generateSet(document, sets);
  });
  afterAll(() => generated.remove());

  it.each(sets)("the README of the set %s compiles", async (set) => {
    const blocks = Object.entries(await readmeBlocks(set)).map(([file, text]) => {
      // The checked package is `library`, whatever it is called there.
      return [file, text.replaceAll(`"${name}`, '"library')] as const;
    });
    expect(blocks.length).toBeGreaterThan(0);
    expect(problemsOfUses(generated, Object.fromEntries(blocks))).toEqual([]);
  });
});

it.each(["docs/templates.md", "docs/example/README.md"])("%s compiles", async (path) => {
  const all = codeBlocks(await readFile(join(repository, path), "utf8"), "block");
  // What a template prints is a part of a package: test/command/templates.test.ts generates it, with --verify.
  const blocks = Object.fromEntries(Object.entries(all).filter(([, text]) => !text.includes('from "../operations/')));
  expect(Object.values(blocks).length).toBeGreaterThan(0);
  const project = new Project({
    tsConfigFilePath: join(repository, "tsconfig.json"),
    skipAddingFilesFromTsConfig: true,
  });
  const problems = Object.entries(blocks).flatMap(([file, text]) => {
    // A file of that name is not written: the block is looked at as if it lay beside its page.
    const source = project.createSourceFile(join(repository, path, "..", file), `${text}\nexport {};\n`);
    return project.formatDiagnosticsWithColorAndContext(source.getPreEmitDiagnostics());
  });
  expect(problems.join("")).toBe("");
});
