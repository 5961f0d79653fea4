import { describe, expect, it } from "vitest";
import type { JsonValue } from "../../generator/document/json.js";
import { parseJsonPath, selectNodes } from "../../generator/document/json-path.js";

function select(document: JsonValue, expression: string): readonly JsonValue[] {
  const parsed = parseJsonPath(expression);
  if ("problem" in parsed) throw new Error(parsed.problem);
  return selectNodes(document, parsed.query).map(({ value }) => value);
}

describe("selects", () => {
  const list = [
    { n: "ab", v: [1] },
    { n: "xb", v: [2] },
    { n: "😀", v: [] },
  ];

  it.each<[string, JsonValue, readonly JsonValue[]]>([
    ["$", 1, [1]],
    ["$['a b'].c", { "a b": { c: 1 } }, [1]],
    ["$['it\\'s', \"\\u263a\"]", { "it's": 1, "☺": 2 }, [1, 2]],
    ["$..n", list, ["ab", "xb", "😀"]],
    ["$[-1].n", list, ["😀"]],
    ["$[::-2].n", list, ["😀", "ab"]],
    ["$[?@.v[0] == 2].n", list, ["xb"]],
    ["$[?@.v && @.n && @.z].n", list, []],
    ["$[?@.v[0] == 1 || @.v[0] == 2 && @.n == 'no'].n", list, ["ab"]],
    ["$[?!(@.v[0] == 1) && !@.z].n", list, ["xb", "😀"]],
    ["$[?match(@.n, 'a|.')].n", list, ["😀"]],
    ["$[?search(@.n, '^x')].n", list, ["xb"]],
    ["$[?count(@.v[*]) == 0].n", list, ["😀"]],
    ["$[?@.v == $[1].v].n", list, ["xb"]],
    ["$[0, 0].n", list, ["ab"]],
    ["$.constructor", {}, []],
  ])("%s", (expression, document, expected) => {
    expect(select(document, expression)).toEqual(expected);
  });

  it("gives the way to each node as unescaped tokens", () => {
    const parsed = parseJsonPath("$..*");
    if ("problem" in parsed) throw new Error(parsed.problem);
    const nodes = selectNodes({ "a/~'": [{ "": 1 }] }, parsed.query);
    expect(nodes.map(({ tokens }) => tokens)).toEqual([["a/~'"], ["a/~'", "0"], ["a/~'", "0", ""]]);
  });
});

describe("refuses", () => {
  it.each([
    "",
    "paths",
    "$.paths./a",
    "$.a ",
    "$['a",
    "$[01]",
    "$[?@.a = 1]",
    "$[?@.* == 1]",
    "$[?unknown(@)]",
    "$[?length(@.a)]",
    "$[?1]",
  ])("%s", (expression) => {
    expect(parseJsonPath(expression)).toEqual({ problem: expect.stringMatching(/./) as string });
  });

  it.each(["(", "[?@", "length("])("deep nesting of %s without an exception", (part) => {
    expect(parseJsonPath(`$[?${part.repeat(10_000)}`)).toHaveProperty("problem");
  });
});
