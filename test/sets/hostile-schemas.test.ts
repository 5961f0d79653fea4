import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importBundle } from "../../scripts/sets/import-bundle.js";
import { HOSTILE_TEXTS } from "../view/hostile-texts.js";
import { generateSet } from "./generate-one-set.js";

const mark = "globalThis.__PWNED__ = true";
const texts = [...HOSTILE_TEXTS, `"); ${mark}; ("`, `*/ ${mark}; /*`, `/; ${mark}; /`, `\`\${${mark}}\``].filter(
  (text) => text !== "",
);
const properties = Object.fromEntries(
  texts.map((text) => [text, { type: "string", pattern: text, description: text, format: text }]),
);
const schema = { type: "object", description: texts.join("\n"), properties, patternProperties: properties };
const document = {
  openapi: "3.1.0",
  info: { title: "Hostile", version: "1" },
  paths: Object.fromEntries(
    texts.map((text, index) => [
      `/p${index}`,
      {
        get: {
          operationId: text,
          summary: text,
          responses: { 200: { description: text, content: { "application/json": { schema: { enum: texts } } } } },
        },
      },
    ]),
  ),
  components: {
    schemas: Object.fromEntries([...texts.map((text) => [text, { const: text }]), ["All", schema]] as readonly [
      string,
      object,
    ][]),
  },
};

describe("hostile text stays text", () => {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "exemplar-hostile-"));
    await writeFile(join(folder, "openapi.json"), JSON.stringify(document));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each([
    ["zod", /^src\/zod\//],
    ["openapi-fetch", /^src\/openapi-fetch\.ts$/],
  ])("in the set %s", async (set, own) => {
    const { files, errors } = await generateSet(join(folder, "openapi.json"), set, { verify: false });
    expect(errors).toEqual([]);
    const modules = files.filter(({ path }) => own.test(path));
    expect(modules.length).toBeGreaterThan(0);
    await importBundle(
      files,
      modules.map(({ path }, index) => `export * as m${index} from "./${path.replace(/\.ts$/, ".js")}";`),
    );
    expect(globalThis).not.toHaveProperty("__PWNED__");
  });
});
