import { describe, expect, it } from "vitest";
import { collectDiagnostics } from "../../generator/diagnostics.js";
import type { JsonValue } from "../../generator/document/json.js";
import { parseYaml } from "../../generator/document/parse-yaml.js";
import { codesAt } from "./document-fixture.js";

function parse(text: string) {
  const diagnostics = collectDiagnostics();
  const parsed = parseYaml("api.yml", text, diagnostics);
  return { parsed, codes: codesAt(diagnostics), messages: diagnostics.list().map(({ message }) => message) };
}

describe("values", () => {
  it.each<[string, string, JsonValue]>([
    ["a key that looks like a number", "200: ok", { "200": "ok" }],
    ["a key that looks like an octal", "010: a\n10: b", { "010": "a", "10": "b" }],
    ["a key that looks like a decimal", "1.0: a\n1: b", { "1.0": "a", "1": "b" }],
    ["keys that look like null and true", "null: a\ntrue: b\n~: c", { null: "a", true: "b", "~": "c" }],
    ["quoted keys", `'a': 1\n"b\\u0041": 2`, { a: 1, bA: 2 }],
    ["a quoted merge key", '"<<": 1', { "<<": 1 }],
    ["words of YAML 1.1 are text", "[yes, NO, on, Off, y]", ["yes", "NO", "on", "Off", "y"]],
    ["dates are text", "2024-01-02", "2024-01-02"],
    ["times are text", "[12:30, 1:20:30]", ["12:30", "1:20:30"]],
    ["versions are text", "3.0.1", "3.0.1"],
    ["numbers", "[0, -1, 1.5, 1e3, 0o17, 0x1F, +1]", [0, -1, 1.5, 1000, 15, 31, 1]],
    ["digits with underscores are text", "1_000", "1_000"],
    ["null in its spellings", "[null, ~, Null, '']", [null, null, null, ""]],
    ["nothing after a key", "a:\nb: 1", { a: null, b: 1 }],
    ["an alias", "a: &x [1]\nb: *x", { a: [1], b: [1] }],
    ["an alias means the last anchor before it", "[&x 1, &y [*x], &x 2, *y, *x]", [1, [1], 2, [1], 2]],
    ["a folded text", "a: >-\n  one\n  two\n", { a: "one two" }],
    ["core tags", "[!!str 1, !!int '2', !!float 3]", ["1", 2, 3]],
    ["slashes in flow maps", "{a: http://x/, b: /c, /d: e//f}", { a: "http://x/", b: "/c", "/d": "e//f" }],
    ["the key __proto__", "__proto__: 1\nconstructor: 2", JSON.parse('{"__proto__":1,"constructor":2}') as JsonValue],
  ])("%s", (_, text, want) => {
    const { parsed, codes } = parse(text);
    expect(codes).toEqual([]);
    expect(parsed?.value).toEqual(want);
  });

  it("keeps the order of keys", () => {
    expect(Object.keys(parse("z: 1\na: 2\nm: 3").parsed?.value ?? {})).toEqual(["z", "a", "m"]);
  });
});

describe("what JSON does not have is read all the same, with a warning", () => {
  it.each<[string, string, JsonValue, readonly string[]]>([
    ["infinity", "a: .inf", { a: ".inf" }, ["yaml-number-unknown 1:4"]],
    ["not a number", "a:\n  - .nan", { a: [".nan"] }, ["yaml-number-unknown 2:5"]],
    [
      "merge",
      "a: &x {b: 1, c: 1}\nd:\n  c: 2\n  <<: *x",
      { a: { b: 1, c: 1 }, d: { b: 1, c: 2 } },
      ["yaml-merge-key 4:3"],
    ],
    [
      "several merged maps",
      "- &x {a: 1, b: 1}\n- &y {a: 2, c: 2}\n- !!merge <<: [*x, *y]",
      [
        { a: 1, b: 1 },
        { a: 2, c: 2 },
        { a: 1, c: 2, b: 1 },
      ],
      ["yaml-merge-key 3:11"],
    ],
    [
      "merge of __proto__",
      '- &x {"__proto__": 1}\n- <<: *x',
      JSON.parse('[{"__proto__":1},{"__proto__":1}]') as JsonValue,
      ["yaml-merge-key 2:3"],
    ],
  ])("%s", (_, text, want, codes) => {
    const { parsed, codes: found } = parse(text);
    expect(found).toEqual(codes);
    expect(parsed?.value).toEqual(want);
  });
});

describe("what JSON cannot express is refused at its place", () => {
  it.each<[string, string, readonly string[]]>([
    ["a key twice", "a: 1\nb: 2\na: 3", ["yaml-key-unsupported 3:1"]],
    ["one key in two spellings", "200: 1\n'200': 2", ["yaml-key-unsupported 2:1"]],
    ["a map as a key", "? {a: 1}\n: 2", ["yaml-key-unsupported 1:3"]],
    ["a list as a key", "? [a]\n: 2", ["yaml-key-unsupported 1:3"]],
    ["the merge key on what is no map", "a: &x 1\nc:\n  <<: *x", ["yaml-key-unsupported 3:3"]],
    ["a comment in JSON", '{"a": 1, // one\n"b": 2}', ["yaml-syntax 1:10"]],
    ["a block comment in JSON", '{\n/* one */ "a": 1}', ["yaml-syntax 2:1"]],
    ["a tag of one's own", "a: !secret x", ["yaml-syntax 1:4"]],
    ["binary", "a: !!binary aGk=", ["yaml-syntax 1:4"]],
    ["a set", "a: !!set {x}", ["yaml-syntax 1:4"]],
    ["an alias without an anchor", "a: *x", ["yaml-value-unsupported 1:4"]],
    ["an alias before its anchor", "a: *x\nb: &x 1", ["yaml-value-unsupported 1:4"]],
    ["a tab for indentation", "a:\n\tb: 1", ["yaml-syntax 2:1"]],
    ["a quote that does not end", 'a: "b', ["yaml-syntax 1:4"]],
    ["a bracket that does not end", "a: [1, 2", ["yaml-syntax 1:9"]],
    ["wrong indentation", "a:\n  b: 1\n c: 2", ["yaml-syntax 3:1"]],
    ["two documents", "a: 1\n---\nb: 2", ["yaml-several-documents 2:1"]],
    ["a brace too many, once", "a: {b: 1}}\nc: {d: 2}\ne: 3", ["yaml-syntax 1:10"]],
    ["a bracket in the place of a brace, once", "a: {b: [1}\nc: 1", ["yaml-syntax 1:10"]],
    ["errors that have nothing to do with each other", "a: @x\nb: `y", ["yaml-syntax 1:4", "yaml-syntax 2:4"]],
  ])("%s", (_, text, codes) => {
    expect(parse(text)).toMatchObject({ parsed: null, codes });
  });

  it("says all of it in one run", () => {
    expect(parse("a: *x\nb: *y\n? [c]\n: 1").codes).toEqual([
      "yaml-value-unsupported 1:4",
      "yaml-value-unsupported 2:4",
      "yaml-key-unsupported 3:3",
    ]);
  });

  it("says why, in words", () => {
    expect(parse("a: !secret x").messages).toEqual(["The file is neither YAML 1.2 nor JSON: Unresolved tag: !secret."]);
  });
});

describe("limits", () => {
  it("refuses an alias bomb", () => {
    const names = Array.from("abcdefghijklm");
    const lines = names.map((name, at) => {
      const previous = names[at - 1];
      return `${name}: &${name} [${Array<string>(10)
        .fill(previous === undefined ? "x" : `*${previous}`)
        .join(", ")}]`;
    });
    const { parsed, codes } = parse(lines.join("\n"));
    expect(parsed).toBeNull();
    expect(codes).toHaveLength(1);
    expect(codes[0]).toMatch(/^yaml-too-large /);
  });

  it("expands many aliases that are no bomb, in no more time than their number asks for", () => {
    const aliases = Array<string>(20_000).fill("- *x").join("\n");
    expect(parse(`a: &x {b: [1, 2, 3]}\nc:\n${aliases}`).codes).toEqual([]);
  });

  it("refuses an alias to what it stands in", () => {
    expect(parse("a: &x\n  b: *x").parsed).toBeNull();
  });

  it.each([
    ["lists", "[".repeat(3000) + "]".repeat(3000)],
    ["lists beyond what the parser can read", "[".repeat(100_000)],
    ["maps", "{a: ".repeat(3000) + "1" + "}".repeat(3000)],
    ["blocks", Array.from({ length: 1000 }, (_, at) => `${" ".repeat(at)}a:`).join("\n")],
  ])("refuses deep nesting of %s", (_, text) => {
    const { parsed, codes } = parse(text);
    expect(parsed).toBeNull();
    expect(codes).toHaveLength(1);
    expect(codes[0]).toMatch(/^yaml-too-large /);
  });

  it("reads what is as deep as documents are", () => {
    expect(parse("[".repeat(200) + "]".repeat(200)).codes).toEqual([]);
  });
});

describe("numbers", () => {
  it.each<[string, number | bigint, boolean]>([
    ["9007199254740991", 9007199254740991, false],
    ["-9007199254740991", -9007199254740991, false],
    // A number would be the same, and would not be written with the same digits.
    ["1152921504606846976", 1152921504606846976n, false],
    ["9007199254740993", 9007199254740993n, true],
    ["9223372036854775807", 9223372036854775807n, true],
    ["100000000000000000000", 100000000000000000000n, false],
    [`1${"0".repeat(400)}`, 10n ** 400n, true],
    ["9007199254740993.0", 9007199254740992, false],
  ])("%s", (text, value, isLong) => {
    const { codes, parsed } = parse(text);
    expect(codes).toEqual([]);
    expect(parsed?.value).toBe(value);
    expect(parsed?.longIntegers).toEqual(isLong ? [{ line: 1, column: 1, digits: text }] : []);
  });

  it("notes no bounds of schemas, with which nobody counts", () => {
    const found = parse("a: { minimum: -9223372036854775808, maximum: 9223372036854775807, b: [9223372036854775807] }");
    expect(found.parsed?.longIntegers.map(({ column }) => column)).toEqual([71]);
  });

  it("warns of what is no number of JSON", () => {
    expect(parse("1e400").codes).toEqual(["yaml-number-unknown 1:1"]);
  });
});

describe("the YAML version", () => {
  it("is taken to be 1.2, with a warning where the file says otherwise", () => {
    const { parsed, codes } = parse("%YAML 1.1\n---\na: yes");
    expect(codes).toEqual(["yaml-version 1:1"]);
    expect(parsed?.value).toEqual({ a: "yes" });
  });

  it("may be given", () => {
    expect(parse("%YAML 1.2\n---\na: yes").codes).toEqual([]);
  });
});

describe("positions", () => {
  it("are given with the line", () => {
    const diagnostics = collectDiagnostics();
    parseYaml("api.yml", "a: 1\r\nb: .inf\r\nc: .nan", diagnostics);
    expect(diagnostics.list().map(({ place }) => place && "line" in place && place.sourceLine)).toEqual([
      "b: .inf",
      "c: .nan",
    ]);
  });

  const text = ["a:", "  b:", "    - 1", "    - c: 2", '      "d": [3, {e: 4}]', "f/g~h: &x {i: 5}", "j: *x"].join(
    "\n",
  );

  it.each<[string, string, number, number]>([
    ["the root", "", 1, 1],
    ["a key", "/a", 1, 1],
    ["a key below", "/a/b", 2, 3],
    ["an item", "/a/b/0", 3, 7],
    ["an item that is a map", "/a/b/1", 4, 7],
    ["a key in an item", "/a/b/1/c", 4, 7],
    ["a quoted key", "/a/b/1/d", 5, 7],
    ["an item of a flow list", "/a/b/1/d/0", 5, 13],
    ["a key of a flow map", "/a/b/1/d/1/e", 5, 17],
    ["an escaped key", "/f~1g~0h", 6, 1],
    ["a key of an anchored map", "/f~1g~0h/i", 6, 12],
    ["what is not there is its nearest ancestor", "/a/b/7/x", 2, 3],
    ["what is no pointer is the root", "nonsense", 1, 1],
  ])("%s", (_, pointer, line, column) => {
    expect(parse(text).parsed?.locate(pointer)).toEqual({ line, column });
  });

  it("finds keys through an alias, where the anchor has them", () => {
    expect(parse(text).parsed?.locate("/j/i")).toEqual({ line: 6, column: 12 });
  });

  it.each([
    ["LF", "\n"],
    ["CRLF", "\r\n"],
  ])("counts lines that end in %s", (_, end) => {
    const { parsed } = parse(["a: 1", "b:", "  c: 2", "  d: [", "    3]"].join(end));
    expect(parsed?.locate("/b/c")).toEqual({ line: 3, column: 3 });
    expect(parsed?.locate("/b/d/0")).toEqual({ line: 5, column: 5 });
  });

  it("counts columns in UTF-16 units", () => {
    expect(parse("{😀: 1, b: 2}").parsed?.locate("/b")).toEqual({ line: 1, column: 9 });
  });
});
