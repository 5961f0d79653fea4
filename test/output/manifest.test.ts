import { Buffer } from "node:buffer";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildManifest, formatManifest, hashBytes, hashText, readManifest } from "../../generator/output/manifest.js";
import { temporaryOutput, writeTree } from "./output-folder.js";

const hash = "0".repeat(64);

describe("hashText", () => {
  it("is SHA-256 in hex (FIPS 180-4, the message abc)", () => {
    expect(hashText("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  });

  it("reads CRLF as LF, and nothing else", () => {
    expect(hashText("a\r\nb\r\n")).toBe(hashText("a\nb\n"));
    expect(hashText("a\rb")).not.toBe(hashText("a\nb"));
    expect(hashText("\ufeffa")).not.toBe(hashText("a"));
  });

  it("is what hashBytes gives for the text on disk", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("\r", "\n", "a", "é", "\ud83d", "\ude00", "日") }),
        (text) => hashText(text) === hashBytes(Buffer.from(text)),
      ),
    );
  });
});

describe("formatManifest", () => {
  it("sorts paths by code unit, integer-like ones too", () => {
    const files = ["src/b.ts", "10", "9", "src/B.ts", "__proto__", "src-a", "é"].map((path) => ({ path, text: "" }));
    const paths = [...formatManifest(buildManifest(files, "")).matchAll(/^ {4}"([^"]*)"/gm)].map(([, path]) => path);
    expect(paths).toEqual(["10", "9", "__proto__", "src-a", "src/B.ts", "src/b.ts", "é"]);
  });

  it("is JSON that is read back, with LF and a final newline", async () => {
    const out = await temporaryOutput();
    const manifest = buildManifest(
      [
        { path: "src/é.ts", text: "x" },
        { path: "__proto__", text: "y" },
      ],
      'in"puts',
    );
    const text = formatManifest(manifest);
    expect(text).toMatch(/^\{\n[^\r]*\n\}\n$/);
    expect(text).toBe(`${JSON.stringify(JSON.parse(text), null, 2)}\n`);
    await writeTree(out, { ".exemplar/manifest.json": text });
    expect(await readManifest(out)).toEqual(manifest);
  });
});

describe("readManifest", () => {
  it.each([
    ["", "no JSON"],
    ["null", "no object"],
    ["[]", "no object"],
    ["{}", "nothing in it"],
    [`{"inputs":1,"files":{}}`, "inputs of another type"],
    [`{"inputs":"","files":[]}`, "files of another type"],
    [`{"inputs":"","files":{"a":1}}`, "a hash of another type"],
    [`{"inputs":"","files":{"a":"0"}}`, "a hash of another length"],
    [`{"inputs":"","files":{"../a":"${hash}"}}`, "a path outside"],
    [`{"inputs":"","files":{"/a":"${hash}"}}`, "an absolute path"],
    [`{"inputs":"","files":{".exemplar/journal.json":"${hash}"}}`, "a path in the work folder"],
    [`{"__proto__":{"inputs":"","files":{}}}`, "only inherited members"],
  ])("%s is none (%s)", async (text) => {
    const out = await temporaryOutput();
    await writeTree(out, { ".exemplar/manifest.json": text });
    expect(await readManifest(out)).toBeNull();
  });

  it("a missing one, and one that is a folder, are none", async () => {
    const out = await temporaryOutput();
    expect(await readManifest(out)).toBeNull();
    await writeTree(out, { ".exemplar/manifest.json/x": "" });
    expect(await readManifest(out)).toBeNull();
    expect(await readManifest(join(out, ".exemplar/manifest.json/x"))).toBeNull();
  });
});
