import { describe, expect, it } from "vitest";
import { patternOf } from "../../templates/mock/src/runtime/mock-path.js";
import { routerOf } from "../../templates/mock/src/runtime/mock-router.js";

const routerFor = (templates: readonly string[]) =>
  routerOf(templates.map((route) => ({ pattern: patternOf(route), route })));
const found = (templates: readonly string[], path: string, search = "") =>
  routerFor(templates)(path, search).map(({ route }) => route);

describe("a path", () => {
  it.each<[string, string, readonly string[], readonly string[]]>([
    ["concrete before templated", "/pets/mine", ["/pets/{id}", "/pets/mine"], ["/pets/mine", "/pets/{id}"]],
    ["from left to right", "/a/b", ["/{x}/b", "/a/{y}"], ["/a/{y}", "/{x}/b"]],
    ["and further on", "/a/b/c", ["/a/{y}/c", "/{x}/b/c", "/a/b/{z}"], ["/a/b/{z}", "/a/{y}/c", "/{x}/b/c"]],
    ["in part before in whole", "/pets/1.json", ["/pets/{id}", "/pets/{id}.json"], ["/pets/{id}.json", "/pets/{id}"]],
    ["escaped as the document does not", "/a%2Db/%7Ec", ["/a-b/~c"], ["/a-b/~c"]],
    ["with names that objects have", "/constructor/__proto__", ["/constructor/{id}"], ["/constructor/{id}"]],
    ["two of one template, in document order", "/a/1", ["/a/{x}", "/a/{y}"], ["/a/{x}", "/a/{y}"]],
    ["with a slash too many", "/a/", ["/a", "/a/{b}"], []],
  ])("%s", (_, path, templates, expected) => {
    expect(found(templates, path)).toEqual(expected);
  });

  it("with a query that a template names goes there first", () => {
    const templates = ["/q", "/q?m=a", "/q?m=a&n={n}"];
    expect(found(templates, "/q", "?m=a&n=1")).toEqual(["/q?m=a&n={n}", "/q?m=a", "/q"]);
    expect(found(templates, "/q", "?m=b")).toEqual(["/q"]);
  });

  it("is found among many by its segments alone", () => {
    const templates = Array.from({ length: 2000 }, (_, index) => `/r${index % 100}/{id}/s${index}/{other}`);
    const find = routerFor(templates);
    expect(find("/r7/1/s1907/2", "").map(({ route }) => route)).toEqual(["/r7/{id}/s1907/{other}"]);
    // Parameters that could all be meant are followed once each, not once for each combination.
    const deep = routerFor(["/{a}/{b}/{c}/{d}/{e}/{f}/{g}/x", "/a/{b}/a/{d}/a/{f}/a/y"]);
    expect(deep("/a/a/a/a/a/a/a/z", "")).toEqual([]);
  });
});
