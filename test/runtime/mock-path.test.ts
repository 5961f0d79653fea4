import { describe, expect, it } from "vitest";
import { capturePath, matchPath, patternOf } from "../../templates/mock/src/runtime/mock-path.js";

describe("a path template", () => {
  it.each([
    ["/pets", "/pets"],
    ["/pets/{id}", "/pets/1"],
    ["/pets/{id}", "/pets/a%2Fb"],
    ["/pets/{id}/toys/{toy}", "/pets/1/toys/2"],
    ["/{a}-{b}", "/x-y"],
    ["/{a}-{b}", "/x-y-z"],
    ["/{a}{b}", "/xy"],
    ["/pets/{id}.json", "/pets/1.json"],
    ["/pets/v{n}:run", "/pets/v2:run"],
    ["/a b", "/a%20b"],
    ["/a b{c}", "/a%20bx"],
    ["/{a.b}", "/x"],
    ["/{a/b}/c", "/x/c"],
    ["/list#get", "/list"],
    ["/", "/"],
  ])("%s matches %s", (template, path) => {
    expect(matchPath(patternOf(template), path)).toBe(true);
  });

  it.each([
    ["/pets", "/pets/"],
    ["/pets", "/Pets"],
    ["/pets/{id}", "/pets"],
    ["/pets/{id}", "/pets/"],
    ["/pets/{id}", "/pets/1/2"],
    ["/{a}-{b}", "/x-"],
    ["/{a}-{b}", "/-y"],
    ["/{a}{b}", "/x"],
    ["/pets/{id}.json", "/pets/.json"],
    ["/pets/{id}.json", "/pets/1.xml"],
    ["/pets", "/pe%ts"],
    ["/a.c", "/abc"],
  ])("%s does not match %s", (template, path) => {
    expect(matchPath(patternOf(template), path)).toBe(false);
  });

  it.each([
    ["/list?action=get", "/list", "?action=get", true],
    ["/list?action=get", "/list", "?page=1&action=get", true],
    ["/list?action=get", "/list", "?action=put", false],
    ["/list?action=get", "/list", "", false],
    ["/list?a&b=1", "/list", "?b=1&a=", true],
    ["/list?q=a b", "/list", "?q=a+b", true],
    ["/list?v={v}-x", "/list", "?v=1-x", true],
    ["/list?v={v}-x", "/list", "?v=1-y", false],
    ["/list", "/list", "?action=get", true],
    ["/list#get?a=b", "/list", "", true],
    ["/{a?b}", "/x", "", true],
  ])("%s with the path %s and the query %j: %s", (template, path, search, fits) => {
    expect(matchPath(patternOf(template), path, search)).toBe(fits);
  });

  it("gives the values of parameters, those of the query escaped too", () => {
    expect(capturePath(patternOf("/a/{b}?c=x{d}"), "/a/1%2F2", "?c=xy%26z")).toEqual(["1%2F2", "y%26z"]);
  });

  it("matches without backtracking", () => {
    const pattern = patternOf(`/${"{a}-".repeat(50)}`);
    expect(matchPath(pattern, `/${"x-".repeat(50)}`)).toBe(true);
    expect(matchPath(pattern, `/${"-".repeat(100_000)}x`)).toBe(false);
  });
});
