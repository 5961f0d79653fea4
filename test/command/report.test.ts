/** How problems and summaries look. */
import pc from "picocolors";
import { describe, expect, it } from "vitest";
import { frameLine } from "../../generator/code-frame.js";
import { collectDiagnostics } from "../../generator/diagnostics.js";
import type { SourceFile } from "../../generator/document/document.js";
import { parseYaml } from "../../generator/document/parse-yaml.js";
import { formatAnnotation, formatDiagnostic, locateAll } from "../../generator/report.js";
import type { RunReport } from "../../generator/run.js";
import { formatSummary } from "../../generator/summary.js";

const plain = pc.createColors(false);

function fileOf(uri: string, text: string): ReadonlyMap<string, SourceFile> {
  const parsed = parseYaml(uri, text, collectDiagnostics());
  if (parsed === null) throw new Error("The test's document is no YAML");
  return new Map([[uri, { uri, text, ...parsed }]]);
}

describe("frameLine", () => {
  it.each([
    ["a key", "    email: [a]", 5, "email"],
    ["a key in quotes", '{"$ref":"#/a","b":1}', 2, '"$ref"'],
    ["a text with escapes", String.raw`x: "a \" b" # c`, 4, String.raw`"a \" b"`],
    ["a path", "  /users/{id}/items: {", 3, "/users/{id}/items"],
    ["a value before what closes a list", "enum: [a, bc]", 11, "bc"],
    ["a URL", "url: https://a.example/b", 6, "https://a.example/b"],
    ["a tag of a template", "  x: {{a.b}},", 6, "{{a.b}}"],
    ["a bracket", "tags: [a]", 7, "["],
    ["the end of a line", "tags: ", 7, ""],
    ["a place behind the end", "tags:", 99, ""],
  ])("underlines %s", (_, line, column, expected) => {
    const { text, indent, width } = frameLine(line, column);
    expect(text.slice(indent, indent + width)).toBe(expected);
    expect(width).toBe(Math.max(1, expected.length));
  });

  it("shows the part around the column of a line of a megabyte, with the mark below it", () => {
    const line = `${"x".repeat(500_000)} "here" ${"y".repeat(500_000)}`;
    const { text, indent, width } = frameLine(line, 500_002);
    expect(text.length).toBeLessThan(110);
    expect(text).toMatch(/^…x+ "here" y+…$/);
    expect(text.slice(indent, indent + width)).toBe('"here"');
  });

  it.each([
    ["wide characters", "日本: x", 5, 6],
    ["emoji", "😀👍: x", 7, 6],
    ["combining marks", "e\u0301e\u0301: x", 7, 4],
    ["tabs", "\t\tx", 3, 2],
  ])("puts the mark below its place after %s", (_, line, column, indent) => {
    expect(frameLine(line, column)).toMatchObject({ indent, width: 1 });
  });

  it("shows controls, bidirectional marks and halves of characters by signs", () => {
    expect(frameLine("a\u001b[2J\u0000\u007f\u0085\u202e\u200b\ud83d", 1).text).toBe("a␛[2J␀␡\ufffd\ufffd\ufffd\ufffd");
  });
});

describe("formatDiagnostic", () => {
  const text = 'openapi: 3.0.3\ninfo:\n  title: [Zoom]\n  version: "1"\n';

  it("says what, where, and what to do", () => {
    const diagnostics = collectDiagnostics();
    diagnostics.add(
      "prose-type-mismatch",
      { uri: "a.yml", pointer: "/info/title" },
      { key: "title", found: "a list", expected: "a string" },
    );
    const [located] = locateAll(diagnostics, fileOf("a.yml", text));
    expect(located && formatDiagnostic(located, plain)).toBe(
      [
        'warning [prose-type-mismatch] The value of "title" is a list; a string was expected. It is left out.',
        " --> a.yml:3:3",
        "  |",
        "3 |   title: [Zoom]",
        "  |   ^^^^^",
        "  = help: In YAML, text in square brackets is a list: put quotes around it, or correct it by an overlay.",
      ].join("\n"),
    );
  });

  it("needs no place", () => {
    const diagnostics = collectDiagnostics();
    diagnostics.add("document-not-found", null, { path: "a\u001b.yml", reason: "it does not exist" });
    const [located] = locateAll(diagnostics, new Map());
    expect(located && formatDiagnostic(located, plain)).toMatch(
      /^error \[document-not-found\] The file "a\\u001b.yml" cannot be read: it does not exist\.\n {2}help: Check the path/,
    );
  });

  it("shows errors last, each kind in the order of the document", () => {
    const diagnostics = collectDiagnostics();
    const at = (line: number) => ({ uri: "a.yml", line, column: 1 });
    diagnostics.add("key-missing", at(9), { key: "b", owner: "it" });
    diagnostics.add("key-unknown", at(12), { key: "x", owner: "it" });
    diagnostics.add("key-missing", at(3), { key: "a", owner: "it" });
    diagnostics.add("key-unknown", at(2), { key: "y", owner: "it" });
    expect(locateAll(diagnostics, new Map()).map(({ line }) => line)).toEqual([2, 12, 3, 9]);
  });

  it("reads the lines of a large file once, not once a problem", () => {
    const lines = Array.from({ length: 20_000 }, (_, line) => `k${line}: v`);
    const [file] = fileOf("a.yml", lines.join("\n")).values();
    let reads = 0;
    const counted = {
      ...(file ?? { uri: "", value: null, longIntegers: [], locate: () => ({ line: 1, column: 1 }) }),
      locate: () => ({ line: 7, column: 1 }),
      get text() {
        reads += 1;
        return lines.join("\n");
      },
    };
    const diagnostics = collectDiagnostics();
    for (const key of ["a", "b", "c"])
      diagnostics.add("key-missing", { uri: "a.yml", pointer: "" }, { key, owner: "it" });
    const located = locateAll(diagnostics, new Map([["a.yml", counted]]));
    expect(located.map(({ frame }) => frame?.text)).toEqual(["k6: v", "k6: v", "k6: v"]);
    expect(reads).toBe(1);
  });
});

it("formatAnnotation escapes what GitHub would read as its own", () => {
  const annotation = formatAnnotation({
    code: "key-missing",
    severity: "info",
    message: "50% of\u001b a,b::c",
    help: "Do.",
    file: "a,b:c%.yml",
    line: 3,
    column: null,
    frame: null,
    rule: null,
  });
  expect(annotation).toBe("::notice file=a%2Cb%3Ac%25.yml,line=3,title=key-missing::50%25 of␛ a,b::c Do.");
});

it("a rule that is broken elsewhere is shown, too", () => {
  const files = fileOf("a.yml", "schema:\n  maxLength: 2\nexample: abc");
  const diagnostics = collectDiagnostics();
  diagnostics.add(
    "example-breaks-rule",
    { uri: "a.yml", pointer: "/example" },
    { reason: "it is too long", isFixture: true },
    { uri: "a.yml", pointer: "/schema/maxLength" },
  );
  const [located] = locateAll(diagnostics, files);
  if (located === undefined) throw new Error("there is one");
  expect(formatDiagnostic(located, pc.createColors(false)).split("\n").slice(1, -1)).toEqual([
    " --> a.yml:3:1",
    "  |",
    "3 | example: abc",
    "  | ^^^^^^^",
    "  = the rule: a.yml:2:3",
    "  |",
    "2 |   maxLength: 2",
    "  |   ^^^^^^^^^",
  ]);
  expect(formatAnnotation(located)).toContain("The rule: a.yml:2:3.");
});

describe("formatSummary", () => {
  const report: RunReport = {
    command: "generate",
    output: "out",
    outcome: "written",
    diagnostics: [],
    contents: { operations: 1, webhooks: 0, schemas: 0, leftOut: { operations: 0, schemas: 0 }, inferred: 2 },
    files: { written: ["a.ts"], unchanged: ["b.ts", "c.ts"], removed: ["d.ts"], edited: [] },
    differences: [],
    diff: "",
  };

  it("lists what changed, and leaves out what is nothing", () => {
    expect(formatSummary(report, 1234, plain)).toBe(
      [
        "✔ out generated (1.23 s)",
        "  1 operation, 2 types inferred from examples",
        "  1 file written, 2 files unchanged, 1 file removed",
        "    + a.ts",
        "    - d.ts",
        "",
      ].join("\n"),
    );
  });

  it("counts what was left out", () => {
    const contents = { operations: 3, webhooks: 0, schemas: 2, leftOut: { operations: 1, schemas: 2 }, inferred: 0 };
    expect(formatSummary({ ...report, contents }, 0, plain)).toContain(
      "  3 operations, 2 schemas, 1 operation left out, 2 schemas not understood\n",
    );
  });

  it("only counts many files", () => {
    const written = Array.from({ length: 50 }, (_, index) => `f${index}.ts`);
    const files = { written, unchanged: [], removed: [], edited: [] };
    expect(formatSummary({ ...report, files }, 0, plain)).toMatch(/\n {2}50 files written\n$/);
  });

  it("groups differences by kind, and says what to do", () => {
    const text = formatSummary(
      {
        ...report,
        command: "check",
        outcome: "different",
        files: null,
        differences: [
          { kind: "edited", path: "src/a.ts" },
          { kind: "stale", path: "src/b.ts" },
          { kind: "stale", path: "src/c.ts" },
          { kind: "orphan", path: "src/d.ts", edited: false },
        ],
      },
      0,
      plain,
    );
    expect(text).toMatch(
      / {2}stale \(.*\)\n {4}src\/b\.ts\n {4}src\/c\.ts\n {2}edited \(.*\)\n {4}src\/a\.ts\n {2}orphan/,
    );
    expect(text).toMatch(/help: run `exemplar generate`/);
  });

  it("does not say that nothing was written where something was", () => {
    const problem = {
      message: "",
      help: "",
      file: null,
      line: null,
      column: null,
      frame: null,
      rule: null,
      severity: "error",
    } as const;
    const failed = (code: string): RunReport => ({
      ...report,
      outcome: "failed",
      files: null,
      diagnostics: [{ code, ...problem }],
    });
    expect(formatSummary(failed("output-incomplete"), 0, plain)).toContain("was written only in part");
    expect(formatSummary(failed("key-missing"), 0, plain)).toContain("was not generated, nothing was written");
  });

  it("counts many problems by kind, the most frequent first", () => {
    const problem = {
      severity: "warning",
      message: "",
      help: "",
      file: null,
      line: null,
      column: null,
      frame: null,
      rule: null,
    } as const;
    const codes = ["key-unknown", ...Array.from({ length: 12 }, () => "number-imprecise")];
    const text = formatSummary({ ...report, diagnostics: codes.map((code) => ({ code, ...problem })) }, 0, plain);
    expect(text).toContain("  13 warnings: 12 number-imprecise, 1 key-unknown\n");
  });
});
