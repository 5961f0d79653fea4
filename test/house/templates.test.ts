import { describe, expect, it } from "vitest";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { collectDiagnostics } from "../../generator/diagnostics.js";
import { viewByPath } from "../../generator/output/template-types.js";
import { templateSources } from "../../generator/template-sources.js";
import { examineTemplates } from "../../generator/templates-doctor.js";
import { repository, sourcesBelow } from "./sources.js";

const templates = await sourcesBelow("templates", ".hbs");
const entries = await readdir(join(repository, "templates"), { withFileTypes: true });
const shipped = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
/** What a set builds on comes before it. */
const sets = [
  "client",
  "fixtures",
  "mock",
  ...shipped.filter((name) => !["client", "fixtures", "mock"].includes(name)),
];

describe("the built-in templates", () => {
  it("name their view, and only what it has", async () => {
    const diagnostics = collectDiagnostics();
    const sources = templateSources(
      sets.map((set) => ({ set, options: {} })),
      repository,
    );
    const examined = await examineTemplates(sources, diagnostics);
    expect(examined?.templates).toBeGreaterThan(20);
    expect(diagnostics.list()).toEqual([]);
  });

  it("are about the view that they are rendered with", () => {
    for (const { path, text } of templates.filter(({ path }) => !path.includes("/_partials/")))
      expect(text.split("\n")[0], path).toContain(`view: ${viewByPath(path)} `);
  });
});
