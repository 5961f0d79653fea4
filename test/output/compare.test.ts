import { mkdir, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { applyPatch, parsePatch } from "diff";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { collectDiagnostics } from "../../generator/diagnostics.js";
import { compare, type Difference } from "../../generator/output/compare.js";
import { emit } from "../../generator/output/emit.js";
import { readOutput, readTimes, temporaryOutput, toFiles, type Tree, writeTree } from "./output-folder.js";

async function generated(tree: Tree): Promise<string> {
  const out = await temporaryOutput();
  await emit(out, toFiles(tree), "inputs", collectDiagnostics());
  return out;
}

const old: Tree = { "src/a.ts": "a\n", "src/b.ts": "b\n", "README.md": "read\n" };

describe("compare", () => {
  it("finds nothing after generate", async () => {
    const out = await generated(old);
    expect(await compare(out, toFiles(old), "inputs")).toEqual({ differences: [], diff: "" });
  });

  it.each<[string, Tree, Tree, readonly Difference[], string]>([
    [
      "missing",
      {},
      { ...old, "src/c.ts": "c\n" },
      [{ kind: "missing", path: "src/c.ts" }],
      "--- /dev/null\n+++ b/src/c.ts\n@@ -0,0 +1,1 @@\n+c\n",
    ],
    [
      "stale",
      {},
      { ...old, "src/b.ts": "new\n" },
      [{ kind: "stale", path: "src/b.ts" }],
      "--- a/src/b.ts\n+++ b/src/b.ts\n@@ -1,1 +1,1 @@\n-b\n+new\n",
    ],
    [
      "edited",
      { "src/a.ts": "a\nmine\n" },
      old,
      [{ kind: "edited", path: "src/a.ts" }],
      "--- a/src/a.ts\n+++ b/src/a.ts\n@@ -1,2 +1,1 @@\n a\n-mine\n",
    ],
    [
      "edited and stale",
      { "src/a.ts": "mine\n" },
      { ...old, "src/a.ts": "new\n" },
      [{ kind: "edited", path: "src/a.ts" }],
      "--- a/src/a.ts\n+++ b/src/a.ts\n@@ -1,1 +1,1 @@\n-mine\n+new\n",
    ],
    [
      "edited to what is new",
      { "src/a.ts": "new\n" },
      { ...old, "src/a.ts": "new\n" },
      [{ kind: "stale", path: ".exemplar/manifest.json" }],
      "",
    ],
    [
      "orphan",
      {},
      { "src/a.ts": "a\n", "README.md": "read\n" },
      [{ kind: "orphan", path: "src/b.ts", edited: false }],
      "--- a/src/b.ts\n+++ /dev/null\n@@ -1,1 +0,0 @@\n-b\n",
    ],
    [
      "edited orphan",
      { "src/b.ts": "mine\n" },
      { "src/a.ts": "a\n", "README.md": "read\n" },
      [{ kind: "orphan", path: "src/b.ts", edited: true }],
      "",
    ],
    [
      "unlisted",
      { "src/x/own.ts": "own\n", "own.ts": "own\n", "dist/x.js": "x" },
      old,
      [{ kind: "unlisted", path: "src/x/own.ts" }],
      "",
    ],
    ["CRLF", { "src/a.ts": "a\r\n" }, old, [], ""],
    [
      "CRLF and stale",
      { "src/a.ts": "a\r\n" },
      { ...old, "src/a.ts": "a\nz\n" },
      [{ kind: "stale", path: "src/a.ts" }],
      "--- a/src/a.ts\n+++ b/src/a.ts\n@@ -1,1 +1,2 @@\n a\n+z\n",
    ],
    [
      "no newline at the end",
      { "src/a.ts": "x" },
      old,
      [{ kind: "edited", path: "src/a.ts" }],
      "--- a/src/a.ts\n+++ b/src/a.ts\n@@ -1,1 +1,1 @@\n-x\n\\ No newline at end of file\n+a\n",
    ],
    [
      "no newline at the end of a new file",
      {},
      { ...old, z: "z" },
      [{ kind: "missing", path: "z" }],
      "--- /dev/null\n+++ b/z\n@@ -0,0 +1,1 @@\n+z\n\\ No newline at end of file\n",
    ],
  ])("%s", async (_, edits, tree, differences, diff) => {
    const out = await generated(old);
    await writeTree(out, edits);
    const times = await readTimes(out);
    const comparison = await compare(out, toFiles(tree), "inputs");
    expect(comparison.differences).toEqual(differences);
    if (differences[0]?.path !== ".exemplar/manifest.json") expect(comparison.diff).toBe(diff);
    expect(await readTimes(out)).toEqual(times);
  });

  it("names the manifest where it alone would change", async () => {
    const out = await generated(old);
    const stale = await compare(out, toFiles(old), "other");
    expect(stale.differences).toEqual([{ kind: "stale", path: ".exemplar/manifest.json" }]);
    expect(stale.diff).toContain('-  "inputs": "inputs",\n+  "inputs": "other",\n');
    await writeFile(join(out, ".exemplar/manifest.json"), "<<<<<<< HEAD\n");
    expect((await compare(out, toFiles(old), "inputs")).differences).toEqual([
      { kind: "edited", path: ".exemplar/manifest.json" },
    ]);
    await rm(join(out, ".exemplar"), { recursive: true });
    expect((await compare(out, toFiles(old), "inputs")).differences).toEqual([
      { kind: "missing", path: ".exemplar/manifest.json" },
    ]);
  });

  it("takes a folder that is missing, and a file in its place, for an empty one", async () => {
    const out = await temporaryOutput();
    const missing = Object.keys(old).map((path) => ({ kind: "missing", path }));
    expect((await compare(out, toFiles(old), "")).differences).toEqual(missing);
    await writeFile(out, "file");
    expect((await compare(out, toFiles(old), "")).differences).toEqual(missing);
  });

  it("does not follow links", async () => {
    const out = await generated({ "src/a.ts": "a\n" });
    await writeTree(join(out, "../outside"), { "a.ts": "secret\n", "b.ts": "secret\n" });
    await rm(join(out, "src/a.ts"));
    await symlink("../../outside/a.ts", join(out, "src/a.ts"));
    await symlink("../../outside", join(out, "src/folder"));
    const { differences, diff } = await compare(out, toFiles({ "src/a.ts": "a\n" }), "inputs");
    expect(differences).toEqual([
      { kind: "edited", path: "src/a.ts" },
      { kind: "unlisted", path: "src/folder" },
    ]);
    expect(diff).not.toContain("secret");
  });

  it("shows a change of a very long file as a whole, without taking long", async () => {
    const text = (mark: string): string => Array.from({ length: 20_000 }, (_, line) => `${mark} ${line}\n`).join("");
    const out = await generated({ "a.ts": text("old") });
    const start = Date.now();
    const { diff } = await compare(out, toFiles({ "a.ts": text("new") }), "inputs");
    expect(Date.now() - start).toBeLessThan(5_000);
    expect(applyPatch(text("old"), diff)).toBe(text("new"));
  });

  it("does not take long for very many long changes either", async () => {
    const files = (mark: string): Tree =>
      Object.fromEntries(Array.from({ length: 200 }, (_, file) => [`${file}.ts`, `${mark} ${file}\n`.repeat(450)]));
    const out = await generated(files("old"));
    const start = Date.now();
    const { diff } = await compare(out, toFiles(files("new")), "inputs");
    expect(Date.now() - start).toBeLessThan(15_000);
    expect(
      parsePatch(diff).map((patch) => applyPatch(files("old")[patch.oldFileName?.slice(2) ?? ""] ?? "", patch)),
    ).toEqual(Object.values(files("new")));
  });

  it("gives a diff that makes the new output of the old one", async () => {
    const root = await temporaryOutput();
    await mkdir(root);
    let run = 0;
    const text = fc
      .array(fc.constantFrom("a", "b", "c"), { maxLength: 12 })
      .chain((lines) => fc.constantFrom(lines.join("\n"), `${lines.join("\n")}\n`));
    const tree = fc.dictionary(fc.constantFrom("a", "src/b", "src/c d"), text);
    await fc.assert(
      fc.asyncProperty(tree, tree, async (one, other) => {
        const out = join(root, String(run++));
        await emit(out, toFiles(one), "", collectDiagnostics());
        const { diff } = await compare(out, toFiles(other), "");
        const patched = new Map(
          Object.entries(await readOutput(out)).filter(([path]) => !path.startsWith(".exemplar")),
        );
        for (const patch of diff === "" ? [] : parsePatch(diff)) {
          const [before, after] = [patch.oldFileName?.slice(2) ?? "", patch.newFileName?.slice(2) ?? ""];
          if (after.includes("manifest.json")) continue;
          const result = applyPatch(patch.oldFileName === "/dev/null" ? "" : (patched.get(before) ?? ""), patch);
          if (patch.newFileName === "/dev/null") patched.delete(before);
          else patched.set(after, String(result));
        }
        expect(Object.fromEntries(patched)).toEqual(other);
      }),
      { numRuns: 100 },
    );
  });
});
