import { describe, expect, it } from "vitest";
import { dataDifference, streamDifference, valueDifference } from "../../scripts/corpus/compare-data.js";

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

describe("data of a media type", () => {
  it.each<[string, "text" | "binary" | "lines" | "events", unknown, unknown, string | null]>([
    ["text", "text", "a", "a", null],
    ["bytes", "binary", new Blob([new Uint8Array([1, 2])]), new Uint8Array([1, 2]), null],
    ["other bytes", "binary", new Blob(["a"]), new Blob(["ab"]), "1 bytes differ from 2 bytes of the fixture"],
    ["no bytes", "binary", undefined, new Blob(["ab"]), "nothing is no bytes"],
    ["an error of a stream", "lines", "1\n", [2], null],
    ["no text", "events", 1, [2], "1 is not its text"],
  ])("%s", async (_, kind, actual, expected, difference) => {
    expect(await dataDifference(actual, expected, { kind }, "1\n")).toBe(difference);
  });
});

describe("a stream", () => {
  it.each<[string, "lines" | "events", readonly unknown[], unknown, string | null]>([
    ["of values", "lines", [1, { a: 2 }], [1, { a: 2 }], null],
    ["of one value", "lines", [1], 1, null],
    ["that is shorter", "lines", [1], [1, 2], "1 values of a stream in place of 2"],
    ["as text", "lines", [1], "1\n", null],
    ["of events", "events", [{ event: "a", data: 1, id: "" }], [{ event: "a", data: 1 }], null],
    ["of the data of events", "events", [{ event: "message", data: 1, id: "" }], [1], null],
    ["of other data", "events", [{ event: "message", data: 1, id: "" }], [2], "[0].data: 1 in place of 2"],
  ])("%s", (_, kind, values, expected, difference) => {
    expect(streamDifference(values, expected, kind === "events", "1\n")).toBe(difference);
  });
});
