import { readdir, readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { collectDiagnostics } from "../../generator/diagnostics.js";
import type { JsonObject } from "../../generator/document/json.js";
import { readSetManifest, type SetManifest } from "../../generator/output/set-manifest.js";
import { optionProblems, readSetOptions } from "../../generator/output/set-options.js";

const templates = new URL("../../templates/", import.meta.url);

async function manifestOf(text: string): Promise<SetManifest> {
  const manifest = await readSetManifest(Buffer.from(text), "set.json", collectDiagnostics());
  if (manifest === null) throw new Error("The manifest is not valid");
  return manifest;
}

describe("options of a set", () => {
  it("have schemas, and defaults that fit them", async () => {
    const manifest = await manifestOf(
      JSON.stringify({
        options: {
          a: { type: "strnig" },
          b: { type: "boolean", default: "yes" },
          c: { type: "boolean", default: null },
          d: { default: null },
        },
      }),
    );
    const problems = await optionProblems(manifest);
    expect(problems.map(({ pointer }) => pointer)).toEqual([
      "/options/a/type",
      "/options/b/default",
      "/options/c/default",
    ]);
    expect(problems[1]?.reason).toBe("the default of b must be boolean");
  });

  it("of sets that are built in are as they should be", async () => {
    const manifests = (await readdir(templates, { recursive: true })).filter((path) => path.endsWith("set.json"));
    for (const path of manifests)
      expect(await optionProblems(await manifestOf(await readFile(new URL(path, templates), "utf8")))).toEqual([]);
    expect(manifests.length).toBeGreaterThan(2);
  });

  it("are what was given, their defaults, or null", async () => {
    const manifest = await manifestOf('{ "options": { "a": { "default": 1 }, "b": {}, "c": { "default": 3 } } }');
    // A config that is a module may say so.
    const given = { a: null, c: undefined } as unknown as JsonObject;
    expect(await readSetOptions(manifest, given)).toEqual({ ok: true, options: { a: null, b: null, c: 3 } });
  });

  it.each<[string, unknown, string]>([
    ["a function", () => 1, "its option a must be plain data, and holds a function"],
    ["a proxy", new Proxy({}, {}), "its option a must be plain data, and holds a proxy"],
    ["a number", [1], "its option a.0 must be string"],
  ])("are not %s", async (_, a, reason) => {
    const manifest = await manifestOf('{ "options": { "a": { "items": { "type": "string" } } } }');
    expect(await readSetOptions(manifest, { a } as JsonObject)).toEqual({ ok: false, reason });
  });
});
