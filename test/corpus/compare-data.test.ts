import { describe, expect, it } from "vitest";
import { dataDifference, valueDifference } from "../../scripts/corpus/compare-data.js";

describe("JSON values", () => {
  it.each<[unknown, unknown, string | null]>([
    [{ a: [1, { b: null }] }, { a: [1, { b: null }] }, null],
    [JSON.parse('{"__proto__": 1}'), JSON.parse('{"__proto__": 1}'), null],
    [{ a: 1 }, { a: 2 }, ".a: 1 in place of 2"],
    [{ a: [1] }, { a: [1, 2] }, ".a: 1 items in place of 2"],
    [{}, { a: 1 }, '"a" is missing'],
    [{ a: 1, b: 1 }, { a: 1 }, '"b" is added'],
    [undefined, null, "nothing in place of null"],
    ["1", 1, '"1" in place of 1'],
    [[], {}, "[] in place of {}"],
    [new Blob(["ab"]), {}, "a Blob of 2 bytes in place of {}"],
  ])("%j against %j", (actual, expected, difference) => {
    expect(valueDifference(actual, expected, "")).toBe(difference);
  });
});

async function* streamOf(...values: readonly unknown[]) {
  for (const value of values) yield await Promise.resolve(value);
}

describe("data of a media type", () => {
  it.each<[string, "text" | "binary" | "lines" | "events", unknown, unknown, string | null]>([
    ["text", "text", "a", "a", null],
    ["bytes", "binary", new Blob([new Uint8Array([1, 2])]), new Uint8Array([1, 2]), null],
    ["other bytes", "binary", new Blob(["a"]), new Blob(["ab"]), "1 bytes differ from 2 bytes of the fixture"],
    ["no bytes", "binary", undefined, new Blob(["ab"]), "nothing is no bytes"],
    ["a stream", "lines", streamOf(1, { a: 2 }), [1, { a: 2 }], null],
    ["one value of a stream", "lines", streamOf(1), 1, null],
    ["a shorter stream", "lines", streamOf(1), [1, 2], "1 values of a stream in place of 2"],
    ["the text of a stream", "lines", streamOf(1), "1\n", null],
    ["an event", "events", streamOf({ event: "a", data: 1, id: "" }), [{ event: "a", data: 1 }], null],
    ["data of an event", "events", streamOf({ event: "message", data: 1, id: "" }), [1], null],
    ["other data", "events", streamOf({ event: "message", data: 1, id: "" }), [2], "[0].data: 1 in place of 2"],
  ])("%s", async (_, kind, actual, expected, difference) => {
    expect(await dataDifference(actual, expected, { kind }, "1\n")).toBe(difference);
  });
});
