import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { collectDiagnostics } from "../../generator/diagnostics.js";
import { isJsonArray, isJsonObject, jsonObject, type JsonValue } from "../../generator/document/json.js";
import { appendToken } from "../../generator/document/json-pointer.js";
import { parseJson } from "../../generator/document/parse-json.js";
import { locateJson } from "../../generator/document/locate-json.js";
import { parseYaml } from "../../generator/document/parse-yaml.js";

/** JSON text of any layout, with keys and strings that YAML might read in its own way. */
const tricky = fc.constantFrom(
  "",
  "200",
  "010",
  "null",
  "~",
  "<<",
  "yes",
  "a: b",
  "# c",
  "- d",
  "*e",
  "__proto__",
  "\t",
);
const json = fc
  .tuple(
    fc.letrec<{ value: JsonValue }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 4, withCrossShrink: true },
        fc.oneof(fc.constant(null), fc.boolean(), fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })),
        fc.oneof(tricky, fc.string({ unit: "grapheme" })),
        fc.array(tie("value"), { maxLength: 4 }),
        fc
          .array(fc.tuple(fc.oneof(tricky, fc.string()), tie("value")), { maxLength: 4 })
          .map((entries) => jsonObject(entries)),
      ),
    })).value,
    fc.constantFrom(undefined, 0, 2, "\t"),
  )
  .map(([value, indent]) => JSON.stringify(value, null, indent));

/** With numbers in place of integers that these do not hold, as `JSON.parse` has them. */
function rounded(value: JsonValue): JsonValue {
  if (typeof value === "bigint") return Number(value);
  if (isJsonArray(value)) return value.map(rounded);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, rounded(inner)]));
}

describe("parseJson", () => {
  it("reads what JSON.parse reads, or leaves it to the other parser", () => {
    fc.assert(
      fc.property(json, (text) => {
        const parsed = parseJson(text);
        if (parsed !== null) expect(parsed.value).toEqual(JSON.parse(text));
      }),
    );
  });

  it("reads the same as the positioned parser", () => {
    fc.assert(
      fc.property(json, (text) => {
        const diagnostics = collectDiagnostics();
        const slow = parseYaml("api.json", text, diagnostics);
        expect(diagnostics.list()).toEqual([]);
        expect(rounded(slow?.value ?? null)).toEqual(JSON.parse(text));
      }),
      { numRuns: 300 },
    );
  });

  it.each<[string, string]>([
    ["a key twice", '{"a":1,"b":{"a":1},"a":2}'],
    ["a key twice in an item", '[{"a":1},{"b":1,"b":2}]'],
    ["one key in two spellings", String.raw`{"a":1,"\u0061":2}`],
    ["a number of 16 digits", "[9007199254740993]"],
    ["many digits after the point", "[0.1234567890123456]"],
    ["a syntax error", '{"a":1,}'],
    ["a comment", '{"a":1 /* b */}'],
    ["nesting that recursion should not meet", "[".repeat(300) + "]".repeat(300)],
  ])("leaves %s to the positioned parser", (_, text) => {
    expect(parseJson(text)).toBeNull();
  });

  it.each<[string, string]>([
    ["the same key in two objects", '[{"a":1},{"a":2}]'],
    ["a key that an outer object has", '{"a":{"a":1}}'],
    ["a value equal to a key", '{"a":"a","b":"a"}'],
    ["text with braces and digits", '{"a":"{[1234567890123456789","b":"}"}'],
    ["text with escaped quotes", String.raw`{"a":"\"a\":1,","b":"\\"}`],
    ["the key __proto__", '{"__proto__":{"a":1}}'],
  ])("reads %s", (_, text) => {
    expect(parseJson(text)?.value).toEqual(JSON.parse(text));
  });
});

describe("positions in JSON", () => {
  const text = '{\n  "a": [1, {"b": 2}],\n  "c/d": {\n    "e": null }\n}';

  it.each<[string, number, number]>([
    ["", 1, 1],
    ["/a", 2, 3],
    ["/a/0", 2, 9],
    ["/a/1", 2, 12],
    ["/a/1/b", 2, 13],
    ["/c~1d/e", 4, 5],
    ["/c~1d/nope", 3, 3],
  ])("%j", (pointer, line, column) => {
    expect(locateJson(text)(pointer)).toEqual({ line, column });
  });

  it("are those of the quote of every key", () => {
    const visit = (locate: ReturnType<typeof locateJson>, lines: readonly string[], node: JsonValue, at: string) => {
      if (!isJsonObject(node) && !isJsonArray(node)) return;
      for (const [key, child] of Object.entries(node)) {
        const pointer = appendToken(at, key);
        const { line, column } = locate(pointer);
        const rest = lines[line - 1]?.slice(column - 1) ?? "";
        const start = isJsonObject(node) ? JSON.stringify(key) : JSON.stringify(child).slice(0, 1);
        expect(rest.slice(0, start.length)).toBe(start);
        visit(locate, lines, child, pointer);
      }
    };
    fc.assert(
      fc.property(json, (written) => {
        visit(locateJson(written), written.split("\n"), JSON.parse(written) as JsonValue, "");
      }),
    );
  });
});
