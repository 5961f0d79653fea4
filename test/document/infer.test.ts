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
  const media = inferSchemas(normal, { required: "seen", partial: "keep" }, diagnostics).operations[0]?.responses[0]
    ?.content[0];
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
    expect(media?.schema).toMatchObject(object);
    expect(media?.inferredFrom).toHaveLength(1);
  });

  it("from all examples, which it names", () => {
    const { media } = response("{ application/json: { examples: { one: { value: { a: 1 } }, two: { value: {} } } } }");
    expect(media?.schema).toEqual({
      type: "object",
      properties: { a: { type: "integer" } },
      "x-exemplar-seen": 2,
      "x-exemplar-said": null,
    });
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
      "{ application/json: { schema: { type: object, properties: { b: {} } }, example: { a: 1 } } }",
      { type: "object", properties: { b: {} } },
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

/** A document after inference; what stands at the keys of its one response, its schemas and its parameters. */
function inferred(
  parts: {
    readonly content?: string;
    readonly headers?: string;
    readonly parameters?: string;
    readonly schemas?: string;
  },
  partial: "keep" | "extend" = "keep",
) {
  const { content = "{}", headers = "{}", parameters = "[]", schemas = "{}" } = parts;
  const paths = `/a:\n  get:\n    parameters: ${parameters}\n    responses:\n      200:\n        headers: ${headers}\n        content: ${content}`;
  const { normal, codes } = normalised(apiText({ paths, components: `schemas: ${schemas}` }));
  if (normal === null) throw new Error(codes.join());
  const diagnostics = collectDiagnostics();
  const document = inferSchemas(normal, { required: "seen", partial }, diagnostics);
  const [operation] = document.operations;
  const [answer] = operation?.responses ?? [];
  return {
    media: answer?.content[0],
    header: answer?.headers[0]?.schema,
    parameter: operation?.parameters[0]?.schema,
    schema: document.schemas[0],
    evidence: document.inferred.map(({ place, pointer, seen, examples }) => ({
      node: `${place.pointer.split("/").at(-1) ?? ""}#${pointer}`,
      seen,
      examples: examples.map((origin) => origin.pointer.split("/").slice(-2).join("/")),
    })),
    codes: codesAt(diagnostics),
  };
}

describe("a component schema", () => {
  const filled = { ...object, example: { a: 1 }, "x-exemplar-said": "object" };

  it.each<[string, string, unknown]>([
    ["takes the shape of its example", "{ A: { type: object, example: { a: 1 } } }", filled],
    [
      "takes the shape of its examples",
      "{ A: { examples: [{ a: 1 }] } }",
      { ...object, examples: [{ a: 1 }], "x-exemplar-said": null },
    ],
    [
      "may be null",
      "{ A: { type: [object, 'null'], example: { a: 1 } } }",
      { ...filled, type: ["object", "null"], "x-exemplar-said": ["object", "null"] },
    ],
    [
      "is a list",
      "{ A: { type: array, items: {}, example: [1] } }",
      { type: "array", items: { type: "integer" }, example: [1], "x-exemplar-said": "array" },
    ],
    [
      "is inferred where its properties have examples",
      "{ A: { type: object, properties: { a: { example: 1 }, b: { type: object, example: { c: x } }, d: {} } } }",
      {
        type: "object",
        properties: {
          a: { example: 1, type: "integer", "x-exemplar-inferred": 1, "x-exemplar-said": null },
          b: {
            type: "object",
            example: { c: "x" },
            properties: { c: { type: "string" } },
            required: ["c"],
            "x-exemplar-seen": 1,
            "x-exemplar-inferred": 1,
            "x-exemplar-said": "object",
          },
          d: {},
        },
      },
    ],
    [
      "stays where an example is of another type",
      "{ A: { type: object, example: [1] } }",
      { type: "object", example: [1] },
    ],
    ["stays where the example tells nothing", "{ A: { example: null } }", { example: null }],
  ])("%s", (_, schemas, schema) => {
    const found = inferred({ schemas });
    expect(found.schema?.schema).toEqual(schema);
    expect(found.codes).toEqual([]);
  });

  it("names its examples", () => {
    const { schema } = inferred({ schemas: "{ A: { type: object, example: { a: 1 } } }" });
    expect(schema?.inferredFrom?.map(({ pointer }) => pointer)).toEqual(["/components/schemas/A/example"]);
  });

  it("that says nothing is replaced where an example of a body says more", () => {
    const { media, schema } = inferred({
      schemas: "{ A: { type: object, title: Any } }",
      content: "{ application/json: { schema: { $ref: '#/components/schemas/A' }, example: { a: 1 } } }",
    });
    expect(media?.schema).toEqual({ ...object, title: "Any", "x-exemplar-said": "object" });
    expect(media?.inferredFrom).toHaveLength(1);
    expect(schema?.schema).toEqual({ type: "object", title: "Any" });
  });

  it("that has an example is used by name", () => {
    const { media } = inferred({
      schemas: "{ A: { type: object, example: { a: 1 } } }",
      content: "{ application/json: { schema: { $ref: '#/components/schemas/A' }, example: { b: 1 } } }",
    });
    expect(media?.schema).toEqual({ $ref: "#/components/schemas/A" });
    expect(media?.inferredFrom).toBeNull();
  });
});

describe("a parameter or a header", () => {
  it.each<[string, unknown]>([
    ["example: [1]", { type: "array", items: { type: "integer" } }],
    ["schema: {}, examples: { a: { value: 1 }, b: { value: x } }", { type: ["integer", "string"] }],
    ["content: { application/json: { example: '{\"a\": 1}' } }", object],
    ["schema: { type: string }, example: 1", { type: "string" }],
    ["schema: {}, example: '12'", { type: "string" }],
  ])("with %s", (members, schema) => {
    const { parameter, header } = inferred({
      parameters: `[{ name: p, in: query, ${members} }]`,
      headers: `{ X-A: { ${members} } }`,
    });
    expect(parameter).toMatchObject(schema as object);
    expect(header).toMatchObject(schema as object);
  });
});

describe("a schema that is partial", () => {
  const schemas = `{ A: { type: object, required: [id], properties: { id: { type: integer }, of: { type: object }, b: { $ref: '#/components/schemas/B' } } }, B: { type: object, properties: { c: { type: string } } } }`;
  const content = `{ application/json: { schema: { $ref: '#/components/schemas/A' }, examples: { x: { value: { id: 1, of: { k: 1 }, b: { c: x, d: 1 }, e: [1] } }, y: { value: { id: 2, of: {}, f: null } } } } }`;

  it("stays as it is", () => {
    const { schema, evidence } = inferred({ schemas, content });
    expect(schema?.schema["properties"]).toEqual({
      id: { type: "integer" },
      of: { type: "object" },
      b: { $ref: "#/components/schemas/B" },
    });
    expect(evidence).toEqual([]);
  });

  it("is extended, where the config says so, in each schema that the values belong to", () => {
    const { schema, evidence } = inferred({ schemas, content }, "extend");
    expect(schema?.schema).toEqual({
      type: "object",
      required: ["id"],
      properties: {
        id: { type: "integer" },
        of: {
          type: "object",
          properties: { k: { type: "integer" } },
          "x-exemplar-seen": 2,
          "x-exemplar-inferred": 2,
          "x-exemplar-said": "object",
        },
        b: { $ref: "#/components/schemas/B" },
        e: { type: "array", items: { type: "integer" }, "x-exemplar-inferred": 1 },
        f: { "x-exemplar-inferred": 1 },
      },
    });
    expect(evidence.map(({ node }) => node)).toEqual([
      "A#/properties/of",
      "A#/properties/of/properties/k",
      "A#/properties/e",
      "A#/properties/e/items",
      "A#/properties/f",
      "B#/properties/d",
    ]);
  });

  it.each([
    "{ type: object, additionalProperties: false, properties: { a: { type: integer } } }",
    "{ type: object, additionalProperties: { type: string }, properties: { a: { type: integer } } }",
    "{ properties: { a: { type: integer } }, anyOf: [{ properties: { b: { type: string } } }] }",
    "{ type: string }",
  ])("is never extended where it says something of all properties, or is composed: %s", (schema) => {
    const content = `{ application/json: { schema: ${schema}, example: { a: 1, b: x } } }`;
    expect(inferred({ content }, "extend").media?.schema).toEqual(inferred({ content }).media?.schema);
  });
});

describe("JSON in a text", () => {
  it.each<[string, string, unknown]>([
    ["{}", "'[1]'", [1]],
    ["{}", "'\"a\"'", "a"],
    ["{}", "'12'", "12"],
    ["{}", "hello", "hello"],
    ["{ type: integer }", "'12'", 12],
    ["{ type: integer }", "'9007199254740993'", 9007199254740993n],
    ["{ type: [boolean, 'null'] }", "'null'", null],
    ["{ type: integer }", "'true'", "true"],
    ["{ type: integer }", "twelve", "twelve"],
    ["{ enum: [a] }", "'\"a\"'", '"a"'],
    ["{ $ref: '#/components/schemas/Text' }", "'{}'", "{}"],
    ["{ $ref: '#/components/schemas/Count' }", "'1'", 1],
  ])("schema %s, example %s", (schema, example, value) => {
    const { media, codes } = inferred({
      content: `{ application/json: { schema: ${schema}, example: ${example} } }`,
      schemas: "{ Text: { type: string }, Count: { type: integer } }",
    });
    expect(media?.examples.map((each) => each.value)).toEqual([value]);
    expect(codes).toEqual([]);
  });

  it.each(['"{ a: 1 }"', '"// of a pet\\n{\\"a\\": 1}"', '"HTTP/1.1 200 OK\\n\\n{}"', '"<html>no</html>"'])(
    "that is none is no example: %s",
    (example) => {
      const { media, codes } = inferred({ content: `{ application/json: { example: ${example} } }` });
      expect(media?.examples).toEqual([]);
      expect(codes).toEqual([expect.stringMatching(/^example-not-json /)]);
    },
  );
});

describe("examples that are written as they are not meant to be", () => {
  it.each<[string, unknown, string]>([
    ["examples: { foo: { id: 1 } }", [{ id: 1 }], "example-read-as-value"],
    ["examples: [{ id: 1 }, { value: 2 }, null]", [{ id: 1 }, 2, null], "examples-list"],
  ])("%s", (members, values, code) => {
    const paths = `/a: { get: { responses: { 200: { content: { application/json: { ${members} } } } } } }`;
    const { normal, codes } = normalised(apiText({ paths }));
    expect(normal?.operations[0]?.responses[0]?.content[0]?.examples.map(({ value }) => value)).toEqual(values);
    expect(codes).toEqual([expect.stringMatching(new RegExp(`^${code} `))]);
  });
});

describe("the evidence", () => {
  it("is kept of each schema: how many values, of which examples", () => {
    const { evidence } = inferred({
      content: "{ application/json: { examples: { x: { value: { a: [1, null], b: {} } }, y: { value: { a: x } } } } }",
    });
    const [x, y] = ["x/value", "y/value"];
    expect(evidence).toEqual([
      { node: "application~1json#", seen: 2, examples: [x, y] },
      { node: "application~1json#/properties/a", seen: 2, examples: [x, y] },
      { node: "application~1json#/properties/a/anyOf/0", seen: 1, examples: [x] },
      { node: "application~1json#/properties/a/anyOf/0/items", seen: 2, examples: [x] },
      { node: "application~1json#/properties/a/anyOf/1", seen: 1, examples: [y] },
      { node: "application~1json#/properties/b", seen: 1, examples: [x] },
    ]);
  });
});
