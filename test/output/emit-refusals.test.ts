/** What stands in the way of a run: links, files, permissions, other runs. It then leaves all as it was. */
import { chmod, lstat, mkdir, readFile, rm, symlink, utimes, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { collectDiagnostics } from "../../generator/diagnostics.js";
import { emit, type EmitResult } from "../../generator/output/emit.js";
import { buildManifest, formatManifest } from "../../generator/output/manifest.js";
import {
  codes,
  readOutput,
  readTimes,
  readTree,
  temporaryOutput,
  toFiles,
  type Tree,
  writeTree,
} from "./output-folder.js";

const nothing: EmitResult = { written: [], unchanged: [], removed: [], edited: [] };

/** Emits and expects that there is nothing to say. */
async function emitQuietly(out: string, tree: Tree, inputs = "inputs"): Promise<EmitResult | null> {
  const diagnostics = collectDiagnostics();
  const result = await emit(out, toFiles(tree), inputs, diagnostics);
  expect(diagnostics.list()).toEqual([]);
  return result;
}

describe("symbolic links in the output folder", () => {
  it.each<[string, string, string]>([
    ["a file", "src/a.ts", "../../outside/a.ts"],
    ["a file, dangling", "src/a.ts", "../../outside/none.ts"],
    ["the folder of a file", "src", "../outside"],
    ["the work folder", ".exemplar", "../outside"],
  ])("in the place of %s are an error, and not followed", async (_, path, target) => {
    const out = await temporaryOutput();
    await writeTree(join(out, "../outside"), { "a.ts": "theirs" });
    await mkdir(join(out, path, ".."), { recursive: true });
    await symlink(target, join(out, path));
    const before = await readTree(join(out, ".."));
    const diagnostics = collectDiagnostics();
    expect(await emit(out, toFiles({ "src/a.ts": "a", "b.ts": "b" }), "", diagnostics)).toBeNull();
    expect(codes(diagnostics)).toEqual(["output-symlink"]);
    expect(await readTree(join(out, ".."))).toEqual(before);
  });

  it("keep orphans from being deleted", async () => {
    const out = await temporaryOutput();
    await emitQuietly(out, { "src/a.ts": "a" });
    await rm(join(out, "src"), { recursive: true });
    await writeTree(join(out, "../outside"), { "a.ts": "a" });
    await symlink("../outside", join(out, "src"));
    const diagnostics = collectDiagnostics();
    expect(await emit(out, [], "", diagnostics)).toEqual(nothing);
    expect(codes(diagnostics)).toEqual(["orphan-edited"]);
    expect(await readTree(join(out, "../outside"))).toEqual({ "a.ts": "a" });
  });

  it("in the place of the manifest hide it", async () => {
    const out = await temporaryOutput();
    await writeTree(join(out, ".."), {
      "manifest.json": formatManifest(buildManifest([{ path: "a", text: "a" }], "")),
      "out/a": "a",
    });
    await mkdir(join(out, ".exemplar"));
    await symlink("../../manifest.json", join(out, ".exemplar/manifest.json"));
    const diagnostics = collectDiagnostics();
    expect(await emit(out, toFiles({ b: "b" }), "", diagnostics)).toBeNull();
    expect(codes(diagnostics)).toEqual(["output-symlink"]);
    expect(await readFile(join(out, "a"), "utf8")).toBe("a");
  });

  it("are followed where the output folder is one", async () => {
    const out = await temporaryOutput();
    await mkdir(join(out, "../real"), { recursive: true });
    await symlink("real", out);
    await emitQuietly(out, { "src/a.ts": "a" });
    expect(await readOutput(join(out, "../real"))).toEqual({ "src/a.ts": "a" });
    expect((await lstat(out)).isSymbolicLink()).toBe(true);
  });
});

describe("what cannot be written leaves all as it was", () => {
  it.each<[string, Tree, string]>([
    ["the output folder is a file", { out: "file" }, "not a folder"],
    ["a folder stands where a file is needed", { "out/src/a.ts/x": "x" }, "src/a.ts"],
    ["an empty-handed folder of ours is not cleared", { "out/b.ts/src/x": "x" }, "b.ts"],
    ["a file stands where a folder is needed", { "out/src": "file" }, "src"],
    ["the work folder is a file", { "out/.exemplar": "file" }, ".exemplar"],
  ])("%s", async (_, tree, named) => {
    const out = await temporaryOutput();
    await writeTree(join(out, ".."), tree);
    const before = await readTimes(join(out, ".."));
    const diagnostics = collectDiagnostics();
    expect(await emit(out, toFiles({ "src/a.ts": "a", "b.ts": "b" }), "", diagnostics)).toBeNull();
    expect(codes(diagnostics)).toEqual(["output-not-writable"]);
    expect(diagnostics.list()[0]?.message).toContain(named);
    expect(await readTimes(join(out, ".."))).toEqual(before);
  });

  it("the lock is a folder", async () => {
    const out = await temporaryOutput();
    await writeTree(out, { ".exemplar/lock/x": "x" });
    const longAgo = new Date("2020-01-01");
    await utimes(join(out, ".exemplar/lock"), longAgo, longAgo);
    const diagnostics = collectDiagnostics();
    expect(await emit(out, toFiles({ a: "a" }), "", diagnostics)).toBeNull();
    expect(diagnostics.list()[0]?.message).toContain('.exemplar/lock": a folder stands where a file is needed');
    expect(await readTree(out)).toEqual({ ".exemplar/lock/x": "x" });
  });

  it("the output folder would lie in a file", async () => {
    const out = await temporaryOutput();
    await writeTree(join(out, ".."), { file: "x" });
    const diagnostics = collectDiagnostics();
    expect(await emit(join(out, "../file/deep/out"), toFiles({ a: "a" }), "", diagnostics)).toBeNull();
    expect(codes(diagnostics)).toEqual(["output-not-writable"]);
    expect(await readTree(join(out, ".."))).toEqual({ file: "x" });
  });

  // The superuser may write everywhere.
  describe.skipIf(process.getuid?.() === 0)("permissions (skipped for the superuser)", () => {
    it.each<[string, string, number]>([
      ["the output folder", "", 0o555],
      ["a folder in it", "src", 0o555],
      ["a file", "src/a.ts", 0o444],
      ["a file, unreadable", "src/a.ts", 0o000],
      ["an orphan", "lib/o.ts", 0o444],
    ])("%s is read-only", async (_, path, mode) => {
      const out = await temporaryOutput();
      await emitQuietly(out, { "src/a.ts": "a", "b.ts": "b", "lib/o.ts": "o" });
      const before = await readTree(out);
      await chmod(join(out, path), mode);
      const diagnostics = collectDiagnostics();
      const result = await emit(out, toFiles({ "src/a.ts": "new", "b.ts": "new" }), "", diagnostics);
      await chmod(join(out, path), mode | 0o700);
      // Nothing but the lock's folder could tell that there was a run.
      expect([result, codes(diagnostics)]).toEqual([null, ["output-not-writable"]]);
      expect(await readTree(out)).toEqual(before);
    });

    it("the output folder's parent is read-only", async () => {
      const out = await temporaryOutput();
      await chmod(join(out, ".."), 0o555);
      const diagnostics = collectDiagnostics();
      expect(await emit(out, toFiles({ a: "a" }), "", diagnostics)).toBeNull();
      await chmod(join(out, ".."), 0o755);
      expect(codes(diagnostics)).toEqual(["output-not-writable"]);
    });
  });
});

describe("two runs at once", () => {
  it("end with one output or the other", async () => {
    const out = await temporaryOutput();
    const trees: readonly Tree[] = [
      { a: "1", "b/c": "1", d: "1" },
      { a: "2", "b/c": "2", e: "2" },
    ];
    await Promise.all(trees.map((tree) => emit(out, toFiles(tree), "", collectDiagnostics())));
    const output = await readOutput(out);
    expect(trees).toContainEqual(output);
  });

  it("wait for each other, and the later gives up where the first does not end", async () => {
    const out = await temporaryOutput();
    await emitQuietly(out, { a: "a" });
    const lock = { pid: process.ppid, host: hostname() };
    await writeFile(join(out, ".exemplar/lock"), JSON.stringify(lock));
    const diagnostics = collectDiagnostics();
    expect(await emit(out, toFiles({ a: "new" }), "", diagnostics)).toBeNull();
    expect(codes(diagnostics)).toEqual(["output-locked"]);
    expect(await readFile(join(out, "a"), "utf8")).toBe("a");
  });
});
