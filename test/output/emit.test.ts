import { link, mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
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

describe("what is written", () => {
  it("makes the folder, all files and the manifest, and nothing else", async () => {
    const out = await temporaryOutput();
    const tree = { "src/z.ts": "z\n", "package.json": "{}\n", "src/a/b.ts": "b\n" };
    expect(await emitQuietly(out, tree)).toEqual({ ...nothing, written: ["src/z.ts", "package.json", "src/a/b.ts"] });
    const manifest = formatManifest(buildManifest(toFiles(tree), "inputs"));
    expect(await readTree(out)).toEqual({ ".exemplar/manifest.json": manifest, ...tree });
  });

  it("gives files the mode 0644", async () => {
    const out = await temporaryOutput();
    await emitQuietly(out, { "src/a.ts": "a" });
    await writeFile(join(out, "own"), "", { mode: 0o644 });
    expect((await stat(join(out, "src/a.ts"))).mode).toBe((await stat(join(out, "own"))).mode);
  });

  it("touches nothing where nothing changed", async () => {
    const out = await temporaryOutput();
    const tree = { "a.ts": "a\n", "b/c.ts": "c\n" };
    await emitQuietly(out, tree);
    const times = await readTimes(out);
    expect(await emitQuietly(out, tree)).toEqual({ ...nothing, unchanged: ["a.ts", "b/c.ts"] });
    expect(await readTimes(out)).toEqual(times);
  });

  it("touches only what changed", async () => {
    const out = await temporaryOutput();
    await emitQuietly(out, { "src/a.ts": "a", "lib/b.ts": "b", "c.ts": "c" });
    const times = await readTimes(out);
    const result = await emitQuietly(out, { "src/a.ts": "a", "lib/b.ts": "new", "c.ts": "c" });
    expect(result).toEqual({ ...nothing, written: ["lib/b.ts"], unchanged: ["src/a.ts", "c.ts"] });
    const after = await readTimes(out);
    const touched = Object.keys(times).filter((path) => times[path] !== after[path]);
    expect(touched).toEqual(
      ["", ".exemplar", ".exemplar/manifest.json", "lib", "lib/b.ts"].filter((path) => touched.includes(path)),
    );
    expect(touched).toContain("lib/b.ts");
  });

  it("writes the manifest alone where only the inputs changed", async () => {
    const out = await temporaryOutput();
    await emitQuietly(out, { "a.ts": "a" }, "old");
    expect(await emitQuietly(out, { "a.ts": "a" }, "new")).toEqual({ ...nothing, unchanged: ["a.ts"] });
    expect(await readFile(join(out, ".exemplar/manifest.json"), "utf8")).toContain('"inputs": "new"');
  });

  it("takes a checkout with CRLF for unchanged", async () => {
    const out = await temporaryOutput();
    const tree = { "a.ts": "1\n2\n" };
    await emitQuietly(out, tree);
    const manifest = await readFile(join(out, ".exemplar/manifest.json"), "utf8");
    const checkout = { "a.ts": "1\r\n2\r\n", ".exemplar/manifest.json": manifest.replaceAll("\n", "\r\n") };
    await writeTree(out, checkout);
    expect(await emitQuietly(out, tree)).toEqual({ ...nothing, unchanged: ["a.ts"] });
    expect(await readTree(out)).toEqual(checkout);
  });

  it("writes an output without files, and one with keys of Object.prototype as names", async () => {
    const out = await temporaryOutput();
    expect(await emitQuietly(out, {})).toEqual(nothing);
    const files = ["__proto__", "constructor", "toString/__proto__"].map((path) => ({ path, text: path }));
    const diagnostics = collectDiagnostics();
    await emit(out, files, "", diagnostics);
    expect(await emit(out, files, "", diagnostics)).toEqual({ ...nothing, unchanged: files.map(({ path }) => path) });
    await emit(out, [], "", diagnostics);
    expect(await readOutput(out)).toEqual({});
    expect(diagnostics.list()).toEqual([]);
  });

  it("writes nothing where the collector has errors", async () => {
    const out = await temporaryOutput();
    const diagnostics = collectDiagnostics();
    diagnostics.add("document-not-found", null, { path: "x", reason: "y" });
    expect(await emit(out, toFiles({ a: "a" }), "", diagnostics)).toBeNull();
    expect(await readTree(join(out, ".."))).toEqual({});
  });
});

describe("files that were edited", () => {
  it("are overwritten with a warning that names them", async () => {
    const out = await temporaryOutput();
    await emitQuietly(out, { "src/a.ts": "a", "src/b.ts": "b" });
    await writeTree(out, { "src/a.ts": "mine" });
    const diagnostics = collectDiagnostics();
    const result = await emit(out, toFiles({ "src/a.ts": "a", "src/b.ts": "b" }), "inputs", diagnostics);
    expect(result).toEqual({ ...nothing, written: ["src/a.ts"], unchanged: ["src/b.ts"], edited: ["src/a.ts"] });
    expect(codes(diagnostics)).toEqual(["file-edited"]);
    expect(diagnostics.list()[0]?.message).toContain("src/a.ts");
    expect(await readOutput(out)).toEqual({ "src/a.ts": "a", "src/b.ts": "b" });
  });

  it("stay under strict, where the warning is an error", async () => {
    const out = await temporaryOutput();
    await emitQuietly(out, { "a.ts": "a" });
    await writeTree(out, { "a.ts": "mine" });
    const before = await readTimes(out);
    const diagnostics = collectDiagnostics({ strict: true });
    expect(await emit(out, toFiles({ "a.ts": "a", "b.ts": "b" }), "", diagnostics)).toBeNull();
    expect(await readTimes(out)).toEqual(before);
  });

  it("are not edited if they are what is to be written", async () => {
    const out = await temporaryOutput();
    await emitQuietly(out, { "a.ts": "a" });
    await writeTree(out, { "a.ts": "new" });
    expect(await emitQuietly(out, { "a.ts": "new" })).toEqual({ ...nothing, unchanged: ["a.ts"] });
  });
});

describe("files that are not ours", () => {
  const manifest = formatManifest(buildManifest([], ""));
  it.each<[string, Tree]>([
    ["without a manifest", {}],
    ["with a manifest that does not list it", { ".exemplar/manifest.json": manifest }],
    ["with a manifest that is malformed", { ".exemplar/manifest.json": "<<<<<<< HEAD" }],
    [
      "with a manifest that lists a path outside",
      {
        ".exemplar/manifest.json": manifest.replace(
          "{}",
          `{"../a": "${"0".repeat(64)}", "README.md": "${"0".repeat(64)}"}`,
        ),
      },
    ],
  ])("are an error %s", async (_, extra) => {
    const out = await temporaryOutput();
    await writeTree(out, { "README.md": "mine", ...extra });
    const before = await readTimes(out);
    const diagnostics = collectDiagnostics();
    expect(await emit(out, toFiles({ "a.ts": "a", "README.md": "ours" }), "", diagnostics)).toBeNull();
    expect(codes(diagnostics)).toEqual(["output-not-ours"]);
    expect(diagnostics.list()[0]?.message).toContain("README.md");
    expect(await readTimes(out)).toEqual(before);
  });

  it("are taken over where the text is the same", async () => {
    const out = await temporaryOutput();
    await writeTree(out, { "README.md": "same" });
    expect(await emitQuietly(out, { "README.md": "same" })).toEqual({ ...nothing, unchanged: ["README.md"] });
    expect(await emitQuietly(out, { "README.md": "new" })).toEqual({ ...nothing, written: ["README.md"] });
  });

  it("are left alone where nothing is generated at their path", async () => {
    const out = await temporaryOutput();
    const mine = { "src/own.ts": "own", "node_modules/x/index.js": "x", "dist/": "" };
    await writeTree(out, { "src/own.ts": "own", "node_modules/x/index.js": "x" });
    await mkdir(join(out, "dist"));
    await emitQuietly(out, { "src/a.ts": "a" });
    expect(await readOutput(out)).toEqual({ ...mine, "src/a.ts": "a" });
    await emitQuietly(out, {});
    expect(await readOutput(out)).toEqual(mine);
  });
});

describe("orphans", () => {
  it("are deleted, with the folders that this leaves empty", async () => {
    const out = await temporaryOutput();
    await emitQuietly(out, { "src/x/y/a.ts": "a", "src/x/b.ts": "b", "z/c.ts": "c", "d.ts": "d" });
    const result = await emitQuietly(out, { "src/x/b.ts": "b" });
    expect(result).toEqual({ ...nothing, unchanged: ["src/x/b.ts"], removed: ["d.ts", "src/x/y/a.ts", "z/c.ts"] });
    expect(await readOutput(out)).toEqual({ "src/x/b.ts": "b" });
    await emitQuietly(out, {});
    expect(await readOutput(out)).toEqual({});
    expect((await stat(out)).isDirectory()).toBe(true);
  });

  it("are left alone with a warning where they were edited, and are not ours from then on", async () => {
    const out = await temporaryOutput();
    await emitQuietly(out, { "src/a.ts": "a" });
    await writeTree(out, { "src/a.ts": "mine" });
    const diagnostics = collectDiagnostics();
    expect(await emit(out, [], "", diagnostics)).toEqual(nothing);
    expect(codes(diagnostics)).toEqual(["orphan-edited"]);
    expect(await readOutput(out)).toEqual({ "src/a.ts": "mine" });
    expect(await emit(out, toFiles({ "src/a.ts": "a" }), "", collectDiagnostics())).toBeNull();
  });

  it("that are gone already are nothing to speak of", async () => {
    const out = await temporaryOutput();
    await emitQuietly(out, { "src/a.ts": "a", "b.ts": "b" });
    await rm(join(out, "src"), { recursive: true });
    expect(await emitQuietly(out, { "b.ts": "b" })).toEqual({ ...nothing, unchanged: ["b.ts"] });
  });

  it("make room: a file for a folder, and a folder for a file", async () => {
    const out = await temporaryOutput();
    const [one, other] = [
      { a: "file", "b/c/d": "nested", "b/e": "e" },
      { "a/x/y": "nested", b: "file" },
    ];
    await emitQuietly(out, one);
    await emitQuietly(out, other);
    expect(await readOutput(out)).toEqual(other);
    await emitQuietly(out, one);
    expect(await readOutput(out)).toEqual(one);
  });

  it("that differ from a generated file in case only are that file where the file system says so", async () => {
    const out = await temporaryOutput();
    await emitQuietly(out, { "src/Pet.ts": "pet" });
    // Two names of one file, as on a file system that ignores case.
    await link(join(out, "src/Pet.ts"), join(out, "src/pet.ts"));
    expect(await emitQuietly(out, { "src/pet.ts": "pet" })).toEqual({ ...nothing, unchanged: ["src/pet.ts"] });
    expect(await readOutput(out)).toHaveProperty(["src/pet.ts"], "pet");
    expect(await readOutput(out)).toHaveProperty(["src/Pet.ts"], "pet");
  });
});

describe("paths", () => {
  it.each([
    [""],
    ["/etc/passwd"],
    ["../a"],
    ["a/../../b"],
    ["a/.."],
    ["./a"],
    ["a//b"],
    ["a/"],
    ["a\\b"],
    ["C:/a"],
    ["C:a"],
    ["a\0b"],
    ["a\nb"],
    ["con"],
    ["src/NUL.ts"],
    ["com1.d.ts"],
    ["aux .ts"],
    ["a."],
    ["a "],
    ["a?"],
    [".git/hooks/post-checkout"],
    ["x/.GIT/config"],
    [".exemplar/manifest.json"],
    [".Exemplar/x"],
    ["\ud800"],
  ])("%j is refused as a bug of ours", async (path) => {
    const out = await temporaryOutput();
    await expect(emit(out, [{ path, text: "" }], "", collectDiagnostics())).rejects.toThrow("Unsafe output path");
    expect(await readTree(join(out, ".."))).toEqual({});
  });

  it.each([
    [["a", "a"]],
    [["src/Pet.ts", "src/pet.ts"]],
    [["\u00e9", "e\u0301"]],
    [["a", "a/b"]],
    [["A/b/c", "x", "a/B"]],
  ])("%j cannot stand in one folder", async (paths) => {
    const files = paths.map((path) => ({ path, text: "" }));
    await expect(emit(await temporaryOutput(), files, "", collectDiagnostics())).rejects.toThrow();
  });

  it.each([
    ["a-b_c.d.ts"],
    ["[x]/(y)/@z"],
    ["console/nullable.ts"],
    ["..a/b..c"],
    ["été/日本"],
    [".npmrc"],
    [".gitignore"],
  ])("%j is written", async (path) => {
    const out = await temporaryOutput();
    await emitQuietly(out, { [path]: "text" });
    expect(await readOutput(out)).toEqual({ [path]: "text" });
  });
});

describe("any output after any other", () => {
  const name = fc.constantFrom("a", "b", "c");
  const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((names) => names.join("/"));
  const text = fc.constantFrom("", "1\n", "2\n");
  /** Random files, without those that lie in another. */
  const tree = fc.dictionary(path, text, { maxKeys: 6 }).map((files): Tree => {
    const kept = Object.keys(files).filter((key) => !Object.keys(files).some((other) => key.startsWith(`${other}/`)));
    return Object.fromEntries(kept.map((key) => [key, files[key] ?? ""]));
  });

  it("leaves the new files and those that were never ours", async () => {
    const root = await temporaryOutput();
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(tree, { minLength: 2, maxLength: 4 }), async (trees) => {
        const out = join(root, String(run++));
        const own = { "own/x": "x", "own/y/z": "z" };
        await writeTree(out, own);
        for (const files of trees) {
          const result = await emitQuietly(out, files);
          expect(await readOutput(out)).toEqual({ ...files, ...own });
          expect([...(result?.written ?? []), ...(result?.unchanged ?? [])].sort()).toEqual(Object.keys(files).sort());
          expect(result?.edited).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });
});
