import { describe, expect, it } from "vitest";
import { fits, negotiate, parseMediaType } from "../../templates/mock/src/runtime/media-type.js";

describe("a media type lies in a range", () => {
  it.each<[string, string, boolean]>([
    ["text/csv", "text/csv", true],
    ["Text/CSV; charset=utf-8", "text/csv", true],
    ["text/csv", "text/*", true],
    ["text/csv", "*/*", true],
    ["text/csv", "image/*", false],
    ["text/csvx", "text/csv", false],
    ["application/problem+json", "application/*+json", true],
    ["application/json", "application/*+json", false],
    ["application/a.b", "application/axb", false],
    ["application/json;v=2", "application/json; v=2", true],
    ["application/json;v=2", "application/json; v=1", false],
    ["application/json", "application/json; v=1", true],
    ['application/json;v="2"', "application/json;v=2", true],
    ["", "*/*", false],
    ["text/csv", "", false],
    ["text/csv", "*******************/*", false],
  ])("%s in %s: %s", (type, range, expected) => {
    expect(fits(parseMediaType(type), parseMediaType(range))).toBe(expected);
  });
});

describe("Accept", () => {
  const offered = ["application/json", "text/csv", "text/plain", "application/json; v=2"];

  it.each<[string | null, string | null]>([
    [null, "application/json"],
    ["", "application/json"],
    ["*/*", "application/json"],
    ["text/csv", "text/csv"],
    ["TEXT/CSV", "text/csv"],
    ["text/*", "text/csv"],
    ["text/plain, */*", "text/plain"],
    ["text/csv;q=0.5, text/plain", "text/plain"],
    ["text/*;q=0.3, text/plain;q=0.7, text/plain;format=flowed, */*;q=0.5", "text/plain"],
    ["application/json;q=0, text/csv;q=0.1, application/json;v=2;q=0", "text/csv"],
    ["*/*, application/json;q=0", "text/csv"],
    ["application/json;v=2", "application/json; v=2"],
    ["application/json;v=2;q=1, application/json;q=0.5", "application/json; v=2"],
    ["application/json; charset=utf-8", "application/json"],
    ["image/png", null],
    ["text/csv;q=0", null],
    ["nonsense", null],
  ])("%j is answered with %s", (accept, wanted) => {
    const index = negotiate(accept, offered);
    expect(index === null ? null : offered[index]).toBe(wanted);
  });

  it("of what has other parameters is not answered", () => {
    expect(negotiate("application/json;v=3", ["application/json;v=2"])).toBeNull();
    expect(negotiate("application/json;v=2", ["application/json;v=1", "application/json;v=2"])).toBe(1);
    expect(negotiate("*/*", [])).toBeNull();
  });
});
