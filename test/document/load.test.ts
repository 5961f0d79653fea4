import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { collectDiagnostics } from "../../generator/diagnostics.js";
import { displayPath, loadFile } from "../../generator/document/load.js";
import { codesAt } from "./document-fixture.js";

let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "exemplar-load-"));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Loads a file with these bytes. */
async function load(bytes: string | Uint8Array, name = "api.yml") {
  writeFileSync(join(folder, name), bytes);
  const diagnostics = collectDiagnostics();
  const file = await loadFile(name, folder, diagnostics);
  return { file, codes: codesAt(diagnostics), messages: diagnostics.list().map(({ message }) => message) };
}

const utf16 = (text: string, mark: string) => Buffer.from(mark + text, "utf16le");

describe("loadFile", () => {
  it("reads YAML", async () => {
    const { file } = await load("a: 1\nb: 2\n");
    expect(file).toMatchObject({ uri: "api.yml", text: "a: 1\nb: 2\n", value: { a: 1, b: 2 } });
    expect(file?.locate("/b")).toEqual({ line: 2, column: 1 });
  });

  it("reads JSON, whatever the file is called", async () => {
    const { file } = await load('\n {"a": [1]}', "api.yml");
    expect(file?.value).toEqual({ a: [1] });
    expect(file?.locate("/a/0")).toEqual({ line: 2, column: 9 });
  });

  it("reads flow YAML that begins like JSON", async () => {
    expect((await load("{a: 1, b: [x]} # yes")).file?.value).toEqual({ a: 1, b: ["x"] });
  });

  it("leaves a byte order mark out, and columns as they are seen", async () => {
    const { file } = await load("\uFEFFa: 1\nb: 2");
    expect(file).toMatchObject({ text: "a: 1\nb: 2", value: { a: 1, b: 2 } });
    expect(file?.locate("/a")).toEqual({ line: 1, column: 1 });
  });

  it("keeps CRLF, and counts its lines", async () => {
    const { file } = await load("a: 1\r\nb:\r\n  c: 2\r\n");
    expect(file?.value).toEqual({ a: 1, b: { c: 2 } });
    expect(file?.locate("/b/c")).toEqual({ line: 3, column: 3 });
  });

  it("keeps letters of all scripts", async () => {
    expect((await load("a: Zoë 漢字 😀")).file?.value).toEqual({ a: "Zoë 漢字 😀" });
  });

  it.each<[string, string | Uint8Array, readonly string[], string]>([
    ["nothing", "", ["document-empty 1:1"], "empty"],
    ["white space alone", " \n\t\n", ["document-empty 1:1"], "empty"],
    ["UTF-16, little end first", utf16("a: 1", "\uFEFF"), ["document-encoding 1:1"], "UTF-16"],
    ["UTF-16, big end first", utf16("a: 1", "\uFEFF").swap16(), ["document-encoding 1:1"], "UTF-16"],
    ["UTF-32", Buffer.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]), ["document-encoding 1:1"], "UTF-32"],
    ["Latin-1", Buffer.from("a: Zo\xEB", "latin1"), ["document-encoding 1:6"], "not UTF-8"],
    [
      "Latin-1, on another line",
      Buffer.from("é: 1\na: Zo", "utf8").fill(0xeb, 9),
      ["document-encoding 2:4"],
      "not UTF-8",
    ],
    [
      "a character that is cut",
      Buffer.from("a: 1\nb: é", "utf8").subarray(0, -1),
      ["document-encoding 2:4"],
      "not UTF-8",
    ],
    ["a surrogate", Buffer.from([0x61, 0x3a, 0x20, 0xed, 0xa0, 0x80]), ["document-encoding 1:4"], "not UTF-8"],
    ["broken YAML", "a: [1", ["yaml-syntax 1:6"], "neither YAML 1.2 nor JSON"],
    ["broken JSON", '{"a": 1,\n "b" 2}', ["yaml-syntax 2:6"], "neither YAML 1.2 nor JSON"],
    ["JSON with a key twice", '{"a": 1,\n "a": 2}', ["yaml-key-unsupported 2:2"], "a second time"],
  ])("refuses %s", async (_, bytes, codes, words) => {
    const { file, codes: found, messages } = await load(bytes);
    expect(file).toBeNull();
    expect(found).toEqual(codes);
    expect(messages.join()).toContain(words);
  });

  it("keeps the digits of a long integer in JSON, and notes its place", async () => {
    const { file, codes } = await load('{"a":\n 9007199254740993}');
    expect(codes).toEqual([]);
    expect(file?.value).toEqual({ a: 9007199254740993n });
    expect(file?.longIntegers).toEqual([{ line: 2, column: 2, digits: "9007199254740993" }]);
  });

  it.each<[string, (path: string) => void, string]>([
    ["is not there", () => undefined, "it does not exist"],
    [
      "is a folder",
      (path) => {
        mkdirSync(path);
      },
      "it is a folder",
    ],
  ])("says that a file %s", async (_, prepare, reason) => {
    const name = `odd-${reason.length.toString()}.yml`;
    prepare(join(folder, name));
    const diagnostics = collectDiagnostics();
    expect(await loadFile(name, folder, diagnostics)).toBeNull();
    expect(diagnostics.list().map(({ message }) => message)).toEqual([`The file "${name}" cannot be read: ${reason}.`]);
  });

  // The superuser may read everything.
  it.skipIf(process.getuid === undefined || process.getuid() === 0)("says that a file may not be read", async () => {
    const path = join(folder, "secret.yml");
    writeFileSync(path, "a: 1");
    chmodSync(path, 0);
    const diagnostics = collectDiagnostics();
    expect(await loadFile(path, folder, diagnostics)).toBeNull();
    expect(diagnostics.list()[0]?.message).toContain("permission was denied");
  });
});

describe("displayPath", () => {
  it.each([
    ["a relative path", "api.yml", "/work", "api.yml"],
    ["a path below the working directory", "/work/spec/api.yml", "/work", "spec/api.yml"],
    ["a path beside it", "/other/api.yml", "/work", "/other/api.yml"],
    ["a path above it", "../api.yml", "/work/here", "/work/api.yml"],
  ])("shows %s", (_, path, cwd, shown) => {
    expect(displayPath(path, cwd)).toBe(shown);
  });
});
