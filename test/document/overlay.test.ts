import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Document, SourceFile } from "../../generator/document/document.js";
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../../generator/document/json.js";
import { valueAt } from "../../generator/document/json-pointer.js";
import { applyOverlay } from "../../generator/document/overlay.js";
import { collectDiagnostics } from "../../generator/diagnostics.js";
import { apply, documentWith, expectTrueOrigins, overlayWith, sourceFile } from "./overlay-fixture.js";

const vectors = new URL("../vectors/overlay.json", import.meta.url);

/** Codes and places of what was reported. */
function reported(document: JsonObject, overlay: SourceFile): { result: Document | null; problems: readonly string[] } {
  const diagnostics = collectDiagnostics();
  const result = applyOverlay(documentWith(document), overlay, diagnostics);
  const problems = diagnostics.list().map(({ severity, code, place }) => {
    return `${severity} ${code} ${place !== null && "pointer" in place ? `${place.uri}#${place.pointer}` : "?"}`;
  });
  return { result, problems };
}

interface Case {
  readonly name: string;
  readonly version?: string;
  readonly document: JsonObject;
  readonly actions: JsonValue;
  readonly expected: JsonObject;
}

const cases: readonly Case[] = [
  {
    name: "update merges objects recursively",
    document: { info: { title: "A", contact: { name: "x" } } },
    actions: [{ target: "$.info", update: { title: "B", contact: { url: "/" } } }],
    expected: { info: { title: "B", contact: { name: "x", url: "/" } } },
  },
  {
    name: "update appends an object to an array",
    version: "1.0.0",
    document: { servers: [{ url: "/a" }] },
    actions: [{ target: "$.servers", update: { url: "/b" } }],
    expected: { servers: [{ url: "/a" }, { url: "/b" }] },
  },
  {
    name: "update appends null, which is a primitive",
    document: { enum: ["a"] },
    actions: [{ target: "$.enum", update: null }],
    expected: { enum: ["a", null] },
  },
  {
    name: "update joins arrays",
    document: { tags: [1] },
    actions: [{ target: "$.tags", update: [2, [3]] }],
    expected: { tags: [1, 2, [3]] },
  },
  {
    name: "update replaces a primitive by one of another type",
    document: { a: { deprecated: true } },
    actions: [{ target: "$.a.deprecated", update: "yes" }],
    expected: { a: { deprecated: "yes" } },
  },
  {
    name: "update reaches a target and what is below it, the outer first",
    document: { a: { x: { x: {} } } },
    actions: [{ target: "$.a..x", update: { n: [1] } }],
    expected: { a: { x: { x: { n: [1] }, n: [1] } } },
  },
  {
    name: "update changes a node once that is selected twice",
    document: { tags: [] },
    actions: [{ target: "$['tags', 'tags']", update: 1 }],
    expected: { tags: [1] },
  },
  {
    name: "remove takes all selected items",
    document: { tags: ["x", "y", "x", "z"] },
    actions: [{ target: "$.tags[?@ == 'x']", remove: true }],
    expected: { tags: ["y", "z"] },
  },
  {
    name: "remove takes a node and those below it",
    document: { a: { b: { b: 1 } }, c: { b: 2 } },
    actions: [{ target: "$..b", remove: true }],
    expected: { a: {}, c: {} },
  },
  {
    name: "remove takes a primitive property in 1.0",
    version: "1.0.0",
    document: { schema: { type: "string", example: 1 } },
    actions: [{ target: "$.schema.example", remove: true }],
    expected: { schema: { type: "string" } },
  },
  {
    name: "remove by three conditions needs all three",
    document: {
      list: [
        { a: 1, b: 1 },
        { a: 1, c: 1 },
        { a: 1, b: 1, c: 1 },
      ],
    },
    actions: [{ target: "$.list[?@.a && @.b && @.c]", remove: true }],
    expected: {
      list: [
        { a: 1, b: 1 },
        { a: 1, c: 1 },
      ],
    },
  },
  {
    name: "copy merges into every target",
    document: { a: { k: [1] }, b: { "/x": { k: [0] }, "/y": {} } },
    actions: [{ target: "$.b.*", copy: "$.a" }],
    expected: { a: { k: [1] }, b: { "/x": { k: [0, 1] }, "/y": { k: [1] } } },
  },
  {
    name: "copy of a parent into its child takes it as it was",
    document: { a: { b: { n: 1 } } },
    actions: [{ target: "$.a.b", copy: "$.a" }],
    expected: { a: { b: { n: 1, b: { n: 1 } } } },
  },
  {
    name: "copy of an array into itself doubles it",
    document: { a: [1, 2] },
    actions: [{ target: "$.a", copy: "$.a" }],
    expected: { a: [1, 2, 1, 2] },
  },
  {
    name: "a later action sees what an earlier one did",
    document: { paths: { "/old": { get: {} } } },
    actions: [
      { target: "$.paths", update: { "/new": {} } },
      { target: "$.paths['/new']", copy: "$.paths['/old']" },
      { target: "$.paths['/old']", remove: true },
      { target: "$.paths['/new'].get", update: { summary: "s" } },
    ],
    expected: { paths: { "/new": { get: { summary: "s" } } } },
  },
];

describe("actions", () => {
  it.each(cases)("$name", ({ version, document, actions, expected }) => {
    const result = apply(documentWith(document), overlayWith(actions, version));
    expect(result.value).toEqual(expected);
    expectTrueOrigins(result);
  });

  it("shares what did not change, and leaves the document as it was", () => {
    const document = documentWith({ info: { title: "A" }, paths: { "/a": { get: {} }, "/b": {} } });
    const before = JSON.stringify(document.value);
    const result = apply(document, overlayWith([{ target: "$.paths['/b']", update: { summary: "s" } }]));
    expect(JSON.stringify(document.value)).toBe(before);
    expect(result.value["info"]).toBe(document.value["info"]);
    expect(valueAt(result.value, "/paths/~1a")).toBe(valueAt(document.value, "/paths/~1a"));
    expect([...result.files.keys()]).toEqual(["api.yml", "fix.yml"]);
  });

  it("keeps `__proto__` an ordinary key", () => {
    const update = JSON.parse('{"__proto__": {"polluted": true}}') as JsonObject;
    const document = JSON.parse('{"x": {"__proto__": {"a": 1}}, "constructor": {}}') as JsonObject;
    const actions = [
      { target: "$.x", update },
      { target: "$.constructor", update },
      { target: "$.x['__proto__'].a", remove: true },
    ];
    const result = apply(documentWith(document), overlayWith(actions));
    expect(JSON.stringify(result.value)).toBe(
      '{"x":{"__proto__":{"polluted":true}},"constructor":{"__proto__":{"polluted":true}}}',
    );
    expect(Object.hasOwn({}, "polluted")).toBe(false);
    expect("polluted" in {}).toBe(false);
    expectTrueOrigins(result);
  });
});

describe("problems", () => {
  const info = { title: "T", version: "1" };
  const action = { target: "$.info", update: {} };

  it.each<[string, JsonValue, string]>([
    ["no object", [], "overlay-invalid fix.yml#"],
    ["no version", { info, actions: [action] }, "overlay-invalid fix.yml#"],
    ["a version that is a number", { overlay: 1, info, actions: [action] }, "overlay-invalid fix.yml#/overlay"],
    ["an unsupported version", { overlay: "1.2.0", info, actions: [action] }, "overlay-invalid fix.yml#/overlay"],
    ["no info", { overlay: "1.0.0", actions: [action] }, "overlay-invalid fix.yml#"],
    [
      "an info without title",
      { overlay: "1.0.0", info: { version: "1" }, actions: [action] },
      "overlay-invalid fix.yml#/info",
    ],
    ["no actions", { overlay: "1.0.0", info }, "overlay-invalid fix.yml#"],
    ["empty actions", { overlay: "1.0.0", info, actions: [] }, "overlay-invalid fix.yml#/actions"],
    ["actions that are no list", { overlay: "1.0.0", info, actions: action }, "overlay-invalid fix.yml#/actions"],
    [
      "an action that is no object",
      { overlay: "1.0.0", info, actions: [action, 1] },
      "overlay-invalid fix.yml#/actions/1",
    ],
    [
      "an action without target",
      { overlay: "1.0.0", info, actions: [{ update: {} }] },
      "overlay-invalid fix.yml#/actions/0",
    ],
    [
      "a target that is no text",
      { overlay: "1.0.0", info, actions: [{ target: 1, update: {} }] },
      "overlay-invalid fix.yml#/actions/0/target",
    ],
    [
      "a target that is no JSONPath",
      { overlay: "1.0.0", info, actions: [{ target: "$.paths./a", update: {} }] },
      "json-path-invalid fix.yml#/actions/0/target",
    ],
    [
      "a remove that is no boolean",
      { overlay: "1.0.0", info, actions: [{ target: "$.a", remove: "yes" }] },
      "overlay-invalid fix.yml#/actions/0/remove",
    ],
    [
      "copy in 1.0",
      { overlay: "1.0.0", info, actions: [{ target: "$.a", copy: "$.b" }] },
      "overlay-invalid fix.yml#/actions/0/copy",
    ],
    [
      "copy and update",
      { overlay: "1.1.0", info, actions: [{ target: "$.a", copy: "$.b", update: {} }] },
      "overlay-invalid fix.yml#/actions/0",
    ],
  ])("%s", (_name, value, expected) => {
    const { result, problems } = reported({ info: {} }, sourceFile("fix.yml", value));
    expect(problems).toEqual([`error ${expected}`]);
    expect(result).toBeNull();
  });

  it.each<[string, string, JsonValue, string]>([
    [
      "update of a primitive in 1.0",
      "1.0.0",
      { target: "$.title", update: "B" },
      "overlay-target-primitive fix.yml#/actions/0/target",
    ],
    [
      "removal of a primitive item in 1.0",
      "1.0.0",
      { target: "$.tags[0]", remove: true },
      "overlay-target-primitive fix.yml#/actions/0/target",
    ],
    ["removal of the root", "1.1.0", { target: "$", remove: true }, "overlay-root-removed fix.yml#/actions/0/target"],
    [
      "targets of several kinds",
      "1.1.0",
      { target: "$.*", update: "B" },
      "overlay-targets-mixed fix.yml#/actions/0/target",
    ],
    [
      "an array for an object, deep",
      "1.1.0",
      { target: "$", update: { info: { contact: [] } } },
      "overlay-merge-conflict fix.yml#/actions/0/update/info/contact",
    ],
    [
      "a primitive for an object",
      "1.0.0",
      { target: "$.info", update: "B" },
      "overlay-merge-conflict fix.yml#/actions/0/update",
    ],
    [
      "null for an array",
      "1.1.0",
      { target: "$", update: { tags: null } },
      "overlay-merge-conflict fix.yml#/actions/0/update/tags",
    ],
    [
      "a copied array for an object",
      "1.1.0",
      { target: "$.info", copy: "$.tags" },
      "overlay-merge-conflict fix.yml#/actions/0/copy",
    ],
    [
      "several nodes to copy",
      "1.1.0",
      { target: "$.info", copy: "$.*" },
      "overlay-copy-ambiguous fix.yml#/actions/0/copy",
    ],
  ])("%s", (_name, version, action, expected) => {
    const document = { title: "A", tags: ["a"], info: { contact: {} } };
    const { result, problems } = reported(document, overlayWith([action], version));
    expect(problems).toEqual([`error ${expected}`]);
    expect(result).toBeNull();
  });

  it.each<[string, JsonValue, string]>([
    [
      "a target that selects nothing",
      { target: "$.paths['/x']", remove: true },
      "overlay-target-unmatched fix.yml#/actions/0/target",
    ],
    ["a copy of nothing", { target: "$.info", copy: "$.x" }, "overlay-target-unmatched fix.yml#/actions/0/copy"],
    ["an action that does nothing", { target: "$.info" }, "overlay-action-idle fix.yml#/actions/0"],
    [
      "a field nobody knows",
      { target: "$.info", update: {}, updates: {}, "x-mine": 1 },
      "overlay-field-unknown fix.yml#/actions/0/updates",
    ],
  ])("%s is a warning", (_name, action, expected) => {
    const { result, problems } = reported({ info: {} }, overlayWith([action]));
    expect(problems).toEqual([`warning ${expected}`]);
    expect(result?.value).toEqual({ info: {} });
  });

  it("names the target that selects nothing", () => {
    const diagnostics = collectDiagnostics();
    applyOverlay(documentWith({}), overlayWith([{ target: "$.paths['/x']", remove: true }]), diagnostics);
    expect(diagnostics.list()[0]?.message).toContain("$.paths['/x']");
  });

  it("reports all that is wrong in one run, and one conflict for many targets", () => {
    const actions = [{ update: {} }, { target: "$[", update: {} }, { target: "x", copy: 1 }];
    expect(reported({}, overlayWith(actions)).problems).toHaveLength(4);
    const many = Object.fromEntries(Array.from({ length: 50 }, (_item, index) => [`p${index}`, { a: 1 }]));
    expect(reported(many, overlayWith([{ target: "$.*", update: { a: [] } }])).problems).toHaveLength(1);
  });
});

interface Vector {
  readonly id: string;
  readonly overlay: JsonValue;
  readonly input: JsonObject;
  readonly expected?: JsonValue;
  readonly expectAnyOf?: readonly JsonValue[];
  readonly expectError?: boolean;
  readonly orError?: boolean;
}

describe("conformance", () => {
  const all = JSON.parse(readFileSync(vectors, "utf8")) as readonly Vector[];

  it.each(all)("$id", ({ overlay, input, expected, expectAnyOf, expectError, orError }) => {
    const diagnostics = collectDiagnostics();
    const result = applyOverlay(documentWith(input), sourceFile("fix.yml", overlay), diagnostics);
    expect(diagnostics.hasErrors()).toBe(result === null);
    if (result === null) {
      expect(expectError ?? orError, JSON.stringify(diagnostics.list())).toBe(true);
      return;
    }
    expect(expectError ?? false).toBe(false);
    const accepted = (expectAnyOf ?? [expected]).map(canonical);
    expect(accepted).toContain(canonical(result.value));
    expectTrueOrigins(result);
  });
});

/** JSON text with sorted keys, own `__proto__` too. */
function canonical(value: JsonValue | undefined): string {
  if (isJsonArray(value)) return `[${value.map(canonical).join()}]`;
  if (!isJsonObject(value)) return JSON.stringify(value ?? null);
  const members = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`);
  return `{${members.sort().join()}}`;
}
