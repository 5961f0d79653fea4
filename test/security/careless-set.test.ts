/** A template set that its author did not think about: nothing of it prints, and each place is named. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { collectDiagnostics } from "../../generator/diagnostics.js";
import { loadTemplateSets, type SetSource } from "../../generator/output/template-set.js";
import { targetOfCase } from "../case-runner.js";
import { generate } from "../../generator/generate.js";

const setIn = (name: string) => ({
  name,
  folder: fileURLToPath(new URL(`${name}-set`, import.meta.url)),
  isBuiltIn: false,
  options: {},
});
const careless = setIn("careless");
const hostile = fileURLToPath(new URL("../cases/hostile-text", import.meta.url));

/** `template line:column code` of every problem of the set with a document whose title is code. */
async function refusals(set: SetSource): Promise<readonly string[]> {
  const diagnostics = collectDiagnostics();
  const target = targetOfCase("hostile-text", hostile);
  const generated = await generate(
    target,
    { cwd: set.folder, templates: [set], verify: false },
    diagnostics,
    () => undefined,
  );
  expect(generated).toBeNull();
  const errors = diagnostics.list().filter(({ severity }) => severity === "error");
  return errors.map(({ code, place }) =>
    place !== null && "line" in place ? `${place.uri} ${place.line}:${place.column} ${code}` : `nowhere ${code}`,
  );
}

describe("a careless template set", () => {
  it("is refused in each of its places, with template, line and column", async () => {
    expect(await refusals(careless)).toMatchInlineSnapshot(`
      [
        "careless/FRONT.md.hbs 3:14 template-place-refused",
        "careless/PAGE.md.hbs 2:4 template-place-refused",
        "careless/PAGE.md.hbs 4:10 template-place-refused",
        "careless/PAGE.md.hbs 4:38 template-place-refused",
        "careless/PAGE.md.hbs 7:12 template-place-refused",
        "careless/SHELL.md.hbs 3:13 template-value-refused",
        "careless/data.json.hbs 2:13 template-place-refused",
        "careless/data.json.hbs 2:27 template-place-refused",
        "careless/src/[operation].[tag].hbs 1:1 template-extension-open",
        "careless/src/beside-name.ts.hbs 2:17 template-place-refused",
        "careless/src/beside-name.ts.hbs 3:26 template-place-refused",
        "careless/src/element.js.hbs 2:37 template-text-unclosed",
        "careless/src/helper-text.ts.hbs 6:19 template-place-refused",
        "careless/src/helper-values.ts.hbs 2:18 template-value-refused",
        "careless/src/helper-values.ts.hbs 3:18 template-value-refused",
        "careless/src/helper-values.ts.hbs 4:18 template-value-refused",
        "careless/src/helper-values.ts.hbs 5:18 template-helper-failed",
        "careless/src/in-comment.ts.hbs 2:4 template-place-refused",
        "careless/src/in-comment.ts.hbs 3:4 template-place-refused",
        "careless/src/in-comment.ts.hbs 4:5 template-place-refused",
        "careless/src/in-regex.ts.hbs 2:26 template-place-refused",
        "careless/src/in-string.ts.hbs 2:24 template-place-refused",
        "careless/src/in-string.ts.hbs 3:27 template-place-refused",
        "careless/src/in-string.ts.hbs 4:31 template-place-refused",
        "careless/src/jsx.tsx.hbs 2:30 template-place-refused",
        "careless/src/jsx.tsx.hbs 3:36 template-place-refused",
        "careless/src/partial-of-the-document.ts.hbs 2:21 template-construct-refused",
        "careless/src/partial-of-the-document.ts.hbs 3:1 template-construct-refused",
        "careless/src/partial-of-the-document.ts.hbs 4:1 template-construct-refused",
        "careless/src/prototype.ts.hbs 2:18 template-field-unknown",
        "careless/src/safe-string.ts.hbs 2:1 template-construct-refused",
        "careless/src/safe-string.ts.hbs 3:1 template-construct-refused",
        "careless/src/unescaped.ts.hbs 3:22 template-construct-refused",
        "careless/src/unescaped.ts.hbs 4:21 template-construct-refused",
        "careless/src/unknown-helper.ts.hbs 2:18 template-helper-unknown",
        "careless/src/unknown-helper.ts.hbs 3:18 template-helper-unknown",
        "careless/src/uses-partial.ts.hbs 2:19 template-place-refused",
        "careless/package.json.hbs 4:31 template-value-refused",
      ]
    `);
  });

  it("has no template of which nothing is refused", async () => {
    const set = await loadTemplateSets([careless], collectDiagnostics());
    const refused = new Set((await refusals(careless)).map((line) => line.split(" ")[0]));
    expect(set?.templates.map(({ name }) => name).filter((name) => !refused.has(name))).toEqual([]);
    expect(readFileSync(join(careless.folder, "README.md"), "utf8")).toContain("refused");
  });
});

describe("a template set whose places deceive", () => {
  it("is refused for what it prints", async () => {
    expect(await refusals(setIn("deceptive"))).toMatchInlineSnapshot(`
      [
        "deceptive/HTML.md.hbs 2:20 template-place-refused",
        "deceptive/src/generic.tsx.hbs 3:21 template-place-refused",
      ]
    `);
  });
});
