import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { originAt } from "../../generator/document/document.js";
import type { JsonValue } from "../../generator/document/json.js";
import { valueAt } from "../../generator/document/json-pointer.js";
import { applyOverlay } from "../../generator/document/overlay.js";
import { collectDiagnostics } from "../../generator/diagnostics.js";
import { apply, documentWith, expectTrueOrigins, overlayWith } from "./overlay-fixture.js";

describe("origins", () => {
  const document = documentWith({
    info: { title: "A", contact: { name: "x" } },
    tags: [{ name: "t0" }, { name: "t1" }, { name: "t2" }],
    paths: { "/a": { get: { summary: "s" } }, "/b": {} },
  });

  it.each([
    [
      "a node put in",
      [{ target: "$.info", update: { license: { name: "MIT" } } }],
      "/info/license/name",
      "fix.yml#/actions/0/update/license/name",
    ],
    [
      "a node beside it",
      [{ target: "$.info", update: { license: {} } }],
      "/info/contact/name",
      "api.yml#/info/contact/name",
    ],
    ["the object merged into", [{ target: "$", update: { info: { title: "B" } } }], "/info", "api.yml#/info"],
    [
      "a primitive replaced by a merge",
      [{ target: "$", update: { info: { title: "B" } } }],
      "/info/title",
      "fix.yml#/actions/0/update/info/title",
    ],
    [
      "a primitive replaced as target",
      [{ target: "$.info.title", update: "B" }],
      "/info/title",
      "fix.yml#/actions/0/update",
    ],
    [
      "an item appended",
      [{ target: "$.tags", update: { name: "t3" } }],
      "/tags/3/name",
      "fix.yml#/actions/0/update/name",
    ],
    [
      "an item of an array appended",
      [{ target: "$.tags", update: [1, { name: "t4" }] }],
      "/tags/4/name",
      "fix.yml#/actions/0/update/1/name",
    ],
    ["an item before the removed one", [{ target: "$.tags[1]", remove: true }], "/tags/0/name", "api.yml#/tags/0/name"],
    ["an item after the removed one", [{ target: "$.tags[1]", remove: true }], "/tags/1/name", "api.yml#/tags/2/name"],
    [
      "an item moved twice",
      [
        { target: "$.tags[0]", remove: true },
        { target: "$.tags[0]", remove: true },
      ],
      "/tags/0/name",
      "api.yml#/tags/2/name",
    ],
    [
      "an item moved, then changed",
      [
        { target: "$.tags[0]", remove: true },
        { target: "$.tags[0]", update: { x: 1 } },
      ],
      "/tags/0/name",
      "api.yml#/tags/1/name",
    ],
    [
      "a node copied",
      [{ target: "$.paths['/b']", copy: "$.paths['/a']" }],
      "/paths/~1b/get/summary",
      "api.yml#/paths/~1a/get/summary",
    ],
    [
      "a copy of a node put in",
      [
        { target: "$.info", update: { x: { y: 1 } } },
        { target: "$.paths['/b']", copy: "$.info.x" },
      ],
      "/paths/~1b/y",
      "fix.yml#/actions/0/update/x/y",
    ],
    [
      "a node put in again after a removal",
      [
        { target: "$.info.title", remove: true },
        { target: "$.info", update: { title: "C" } },
      ],
      "/info/title",
      "fix.yml#/actions/1/update/title",
    ],
    [
      "an item copied to its own array",
      [{ target: "$.tags", copy: "$.tags[1]" }],
      "/tags/3/name",
      "api.yml#/tags/1/name",
    ],
  ])("%s", (_name, actions, pointer, expected) => {
    const result = apply(document, overlayWith(actions));
    const origin = originAt(result, pointer);
    expect(valueAt(result.value, pointer)).toBeDefined();
    expect(`${origin.uri}#${origin.pointer}`).toBe(expected);
    expectTrueOrigins(result);
  });

  it("stay true through several overlays", () => {
    const first = apply(
      document,
      overlayWith(
        [
          { target: "$.tags[0]", remove: true },
          { target: "$.tags", update: { name: "t3" } },
        ],
        "1.0.0",
        "first.yml",
      ),
    );
    const second = apply(
      first,
      overlayWith(
        [
          { target: "$.tags[0]", remove: true },
          { target: "$.tags[*]", update: { x: 1 } },
        ],
        "1.0.0",
        "second.yml",
      ),
    );
    expect(second.value["tags"]).toEqual([
      { name: "t2", x: 1 },
      { name: "t3", x: 1 },
    ]);
    expect(originAt(second, "/tags/0/name")).toEqual({ uri: "api.yml", pointer: "/tags/2/name" });
    expect(originAt(second, "/tags/1/name")).toEqual({ uri: "first.yml", pointer: "/actions/1/update/name" });
    expect(originAt(second, "/tags/1/x")).toEqual({ uri: "second.yml", pointer: "/actions/1/update/x" });
    expect([...second.files.keys()]).toEqual(["api.yml", "first.yml", "second.yml"]);
    // The first result is untouched by the second overlay.
    expect(originAt(first, "/tags/0/name")).toEqual({ uri: "api.yml", pointer: "/tags/1/name" });
    expectTrueOrigins(first);
    expectTrueOrigins(second);
  });

  it("are true for any document and any actions", () => {
    // Leaves are numbered, so that a wrong origin is seen.
    const { tree } = fc.letrec<{ tree: JsonValue; leaf: JsonValue }>((tie) => ({
      leaf: fc.constant(0),
      tree: fc.oneof(
        { depthSize: "small", withCrossShrink: true },
        tie("leaf"),
        fc.array(tie("tree"), { maxLength: 4 }),
        fc.dictionary(fc.constantFrom("a", "b", "c", "~/", "__proto__"), tie("tree"), { maxKeys: 3 }),
      ),
    }));
    const object = fc.dictionary(fc.constantFrom("a", "b", "c"), tree, { maxKeys: 3 });
    const target = fc.constantFrom(
      "$.a",
      "$.b",
      "$.*[1]",
      "$..[0]",
      "$..a",
      "$..['~/']",
      "$.*.*",
      "$..*",
      "$['a','b']",
      "$..['__proto__']",
    );
    const action = fc.oneof(
      fc.record({ target, remove: fc.constant(true) }),
      fc.record({ target, update: tree }),
      fc.record({ target, copy: fc.constantFrom("$.a", "$.b[0]", "$.c.a") }),
      fc.record({ target: fc.constant("$"), update: object }),
    );
    let applied = 0;
    fc.assert(
      fc.property(object, fc.array(action, { minLength: 1, maxLength: 5 }), (value, actions) => {
        let current = documentWith(numbered(value, 0));
        for (const [index, each] of actions.entries()) {
          const overlay = overlayWith(numbered([each], 1000 * (index + 1)), "1.1.0", `${index}.yml`);
          const next = applyOverlay(current, overlay, collectDiagnostics());
          if (next === null) continue;
          expectTrueOrigins(next);
          current = next;
          applied += 1;
        }
      }),
      { numRuns: 300 },
    );
    expect(applied).toBeGreaterThan(200);
  });
});

/** A copy in which every number is another one, counted from `first`. */
function numbered<T extends JsonValue>(value: T, first: number): T {
  let next = first;
  return JSON.parse(JSON.stringify(value), (_key, item: unknown) => (typeof item === "number" ? next++ : item)) as T;
}
