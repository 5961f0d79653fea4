import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  emptySource,
  isAbsent,
  lookUp,
  type Source,
  sourceOf,
  splitPairs,
  unescapeForm,
  unescapeUri,
  unlisted,
} from "../../templates/client/src/runtime/form-source.js";

describe("pairs", () => {
  it.each<[string, string, readonly (readonly [string, string])[]]>([
    [
      "a=b&c=d",
      "&",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    [
      "a=%3D+&%61%3D=2",
      "&",
      [
        ["a", "%3D+"],
        ["a=", "2"],
      ],
    ],
    [
      "&&a&=&b==",
      "&",
      [
        ["a", ""],
        ["", ""],
        ["b", "="],
      ],
    ],
    [
      "a=1; b=2;;c=3=4 ",
      ";",
      [
        ["a", "1"],
        ["b", "2"],
        ["c", "3=4"],
      ],
    ],
    ["", "&", []],
  ])("of %j, between %j", (text, separator, pairs) => {
    expect(splitPairs(text, separator)).toEqual(pairs);
  });
});

describe("what is escaped", () => {
  it.each([
    ["a+b%20c", "a b c", "a+b c"],
    ["%26%3D&=", "&=&=", "&=&="],
    ["%", "%", "%"],
    ["%4", "%4", "%4"],
    ["%ff%C3%A9", "\uFFFDé", "\uFFFDé"],
    ["%EF%BB%BFx", "\uFEFFx", "\uFEFFx"],
    ["\ud800", "\uFFFD", "\uFFFD"],
    ["👩", "👩", "👩"],
    ["?#;", "?#;", "?#;"],
  ])("%j", (raw, form, uri) => {
    expect([unescapeForm(raw), unescapeUri(raw)]).toEqual([form, uri]);
  });

  it("is read as the platform reads it", () => {
    const piece = fc.constantFrom("%", "4", "1", "C3", "A9", "+", "é", "\ud83d", "\udc69", "&", "=", "?");
    fc.assert(
      fc.property(fc.string({ unit: piece }), (raw) => {
        expect(unescapeForm(raw)).toBe(new URLSearchParams(`a=${raw.replaceAll("&", "%26")}`).get("a"));
      }),
    );
  });
});

/** What stands at a name: a text or several, items as `{ "[]": … }`, members by their names. */
function shown({ texts, items, members }: Source): unknown {
  const named = [...members].map(([name, inner]) => [name, shown(inner)] as const);
  if (items.length > 0) named.push(["[]", items.map(shown)]);
  const parts = [...texts, ...(named.length > 0 ? [Object.fromEntries(named)] : [])];
  return parts.length === 1 ? parts[0] : parts;
}

const source = (text: string, known?: readonly string[]) => sourceOf(splitPairs(text, "&"), known);

describe("what a name leads to", () => {
  it.each<[string, unknown]>([
    ["a=1&b=2&a=3", ["1", "3"]],
    ["a[b]=1&a[c][d]=2", { b: "1", c: { d: "2" } }],
    ["a[]=1&a[]=2", { "[]": ["1", "2"] }],
    ["a[1]=x&a[0]=y", { 0: "y", 1: "x" }],
    // A member that the last item has begins the next one.
    ["a[][b]=1&a[][c]=2&a[][b]=3", { "[]": [{ b: "1", c: "2" }, { b: "3" }] }],
    ["a[][b][]=1&a[][b][]=2", { "[]": [{ b: { "[]": ["1", "2"] } }] }],
    ["a[][b][c]=1&a[][b][d]=2", { "[]": [{ b: { c: "1", d: "2" } }] }],
    ["a=1&a[b]=2", ["1", { b: "2" }]],
    ["a%5Bb+c%5D=1", { "b c": "1" }],
    ["a[__proto__][x]=1", JSON.parse('{"__proto__":{"x":"1"}}')],
    ["a[constructor][prototype][x]=1", { constructor: { prototype: { x: "1" } } }],
    ["a[[]]=1&a[b]c]=2", { "[]": "1", "b]c": "2" }],
    ["a[b=1&a]b=2&[a]=3&a[b]c=4&A=5", []],
  ])("in %j", (text, value) => {
    expect(shown(lookUp(source(text), "a"))).toEqual(value);
    expect(({} as { x?: unknown }).x).toBeUndefined();
  });

  it.each<[string, string, unknown]>([
    ["a[b]=1", "a[b]", "1"],
    ["a[b][c]=1", "a[b]", { c: "1" }],
    ["a[b=1", "a[b", "1"],
    ["[a]=1", "[a]", "1"],
    ["a[]=1&a[]=2", "a[]", ["1", "2"]],
    ["__proto__=1", "__proto__", "1"],
    ["a=1", "toString", []],
    ["=1", "", "1"],
  ])("in %j, by %j", (text, name, value) => {
    expect(shown(lookUp(source(text), name))).toEqual(value);
  });

  it("is nothing below it where a name with brackets is a field itself", () => {
    expect(shown(lookUp(source("a[b]=1&a[c]=2", ["a", "a[b]"]), "a"))).toEqual({ c: "2" });
  });

  it.each([
    [62, true],
    [63, false],
  ])("%i brackets deep: %s", (depth, isStructure) => {
    const found = lookUp(source(`a${"[b]".repeat(depth + 1)}=1`), "a");
    expect(isAbsent(found)).toBe(!isStructure);
  });
});

describe("names that are not listed", () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ["a=1&b=2&c=3", ["b"], ["a", "c"]],
    ["a[b]=1&c[d][e]=2&c=3", [], ["a", "c"]],
    ["a[b]=1&c[d]=2", ["a"], ["c"]],
    ["a[b]=1&a[b=2&a]=3", ["a"], ["a[b", "a]"]],
    ["__proto__=1&toString=2", [], ["__proto__", "toString"]],
    ["", ["a"], []],
  ])("in %j without %j", (text, known, names) => {
    expect([...unlisted(source(text, known), known)].sort()).toEqual([...names].sort());
  });
});

it("has no trouble with many pairs, or with long names", () => {
  const many = source("a[][b]=1&".repeat(50_000));
  expect(lookUp(many, "a").items).toHaveLength(50_000);
  const long = `a${"[b]".repeat(100_000)}`;
  expect(shown(lookUp(source(`${long}=1`), long))).toBe("1");
  expect(isAbsent(emptySource())).toBe(true);
});
