import { describe, expect, it } from "vitest";
import { collectDiagnostics } from "../../generator/diagnostics.js";
import { inferSchemas } from "../../generator/document/infer.js";
import { apiText, codesAt, normalised } from "./document-fixture.js";

/** The first response of a document with this content, after inference. */
function response(content: string) {
  const paths = `/a:\n  get:\n    responses:\n      200:\n        content: ${content}`;
  const { normal } = normalised(apiText({ paths }));
  if (normal === null) throw new Error("no document");
  const diagnostics = collectDiagnostics();
  const media = inferSchemas(normal, { required: "seen" }, diagnostics).operations[0]?.responses[0]?.content[0];
  return { media, codes: codesAt(diagnostics) };
}

const object = { type: "object", properties: { a: { type: "integer" } }, required: ["a"], "x-exemplar-seen": 1 };

describe("a schema is inferred", () => {
  it.each<[string, string]>([
    ["where there is none", "{ application/json: { example: { a: 1 } } }"],
    ["where it is empty", "{ application/json: { schema: {}, example: { a: 1 } } }"],
    [
      "where it says no more than object",
      "{ application/json: { schema: { type: object, description: x }, example: { a: 1 } } }",
    ],
    ["from JSON that is given as text", `{ application/json: { example: '{"a": 1}' } }`],
    ["from a named example", "{ application/json: { examples: { one: { value: { a: 1 } } } } }"],
    ["of media types that end in +json", "{ application/vnd.api+json: { example: { a: 1 } } }"],
  ])("%s", (_, content) => {
    const { media, codes } = response(content);
    expect(codes).toEqual([]);
    expect(media?.schema).toEqual(object);
    expect(media?.inferredFrom).toHaveLength(1);
  });

  it("from all examples, which it names", () => {
    const { media } = response("{ application/json: { examples: { one: { value: { a: 1 } }, two: { value: {} } } } }");
    expect(media?.schema).toEqual({ type: "object", properties: { a: { type: "integer" } }, "x-exemplar-seen": 2 });
    expect(media?.inferredFrom?.map(({ pointer }) => pointer.split("/").slice(-2).join("/"))).toEqual([
      "one/value",
      "two/value",
    ]);
  });

  it("of text, which is a string whatever it looks like", () => {
    expect(response("{ text/plain: { example: '2024-01-01' } }").media?.schema).toEqual({ type: "string" });
  });
});

describe("no schema is inferred", () => {
  it.each<[string, string, unknown]>([
    [
      "where there is one",
      "{ application/json: { schema: { type: object, properties: {} }, example: { a: 1 } } }",
      { type: "object", properties: {} },
    ],
    [
      "where a type says enough",
      "{ application/json: { schema: { type: string }, example: '{\"a\": 1}' } }",
      { type: "string" },
    ],
    ["without an example", "{ application/json: {} }", null],
  ])("%s", (_, content, schema) => {
    const { media } = response(content);
    expect(media?.schema).toEqual(schema);
    expect(media?.inferredFrom).toBeNull();
  });
});

describe("an example that is text", () => {
  it("is a string where the schema says so", () => {
    const { media } = response(`{ application/json: { schema: { type: string }, example: '{"a": 1}' } }`);
    expect(media?.examples[0]?.value).toBe('{"a": 1}');
  });

  it("that begins like JSON and is none is left out, with a warning", () => {
    const { media, codes } = response("{ application/json: { example: '{a: 1, ...}' } }");
    expect(media?.examples).toEqual([]);
    expect(codes).toEqual(["example-not-json /paths/~1a/get/responses/200/content/application~1json/example"]);
  });
});
