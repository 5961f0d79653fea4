import { describe, expect, it } from "vitest";
import type { NormalDocument, NormalIncoming } from "../../generator/document/normal-document.js";
import { apiText, normalised } from "./document-fixture.js";

const shortly = (incoming: readonly NormalIncoming[] | undefined) =>
  incoming?.map(
    ({ name, expression, operation }) => `${operation.method} ${name}${expression ? ` ${expression}` : ""}`,
  );

const callbacksOf = (normal: NormalDocument | null) => shortly(normal?.operations[0]?.callbacks);

describe("webhooks", () => {
  const info = 'info: { title: T, version: "1" }';
  const post = "{ post: {} }";

  it.each<[string, string, readonly string[]]>([
    [
      "in 3.1, without paths",
      `openapi: 3.1.0\n${info}\nwebhooks: { a: ${post}, b: { put: {}, get: {} } }`,
      ["post a", "put b", "get b"],
    ],
    ["in 3.0, as an extension", `openapi: 3.0.3\n${info}\npaths: {}\nx-webhooks: { a: ${post} }`, ["post a"]],
    [
      "in both: each name once",
      `openapi: 3.1.0\n${info}\nwebhooks: { a: ${post} }\nx-webhooks: { a: { put: {} }, b: ${post} }`,
      ["post a", "post b"],
    ],
    [
      "by reference",
      `openapi: 3.1.0\n${info}\nwebhooks: { a: { $ref: "#/components/pathItems/P" } }\ncomponents: { pathItems: { P: ${post} } }`,
      ["post a"],
    ],
    [
      "beside marks of others",
      `openapi: 3.0.3\n${info}\npaths: {}\nx-webhooks: { x-hidden: true, odd: 1, a: ${post} }`,
      ["post a"],
    ],
    [
      "not where the extension is something else",
      `openapi: 3.0.3\n${info}\npaths: {}\nx-webhooks: "https://example.com"`,
      [],
    ],
    [
      "named like members of objects",
      `openapi: 3.1.0\n${info}\nwebhooks: { __proto__: ${post}, constructor: ${post} }`,
      ["post __proto__", "post constructor"],
    ],
  ])("%s", (_, text, expected) => {
    const { normal, codes } = normalised(text);
    expect(shortly(normal?.webhooks)).toEqual(expected);
    expect(codes).toEqual([]);
  });

  it("have no place for parameters in a path", () => {
    const { normal, codes } = normalised(
      `openapi: 3.1.0\n${info}\nwebhooks: { a: { post: { parameters: [{ name: id, in: path, schema: {} }, { name: q, in: query, schema: {} }] } } }`,
    );
    expect(normal?.webhooks[0]?.operation.parameters.map(({ name }) => name)).toEqual(["q"]);
    expect(codes).toEqual(["path-parameter-unused /webhooks/a/post/parameters/0/name"]);
  });

  it("need no credentials that the document asks callers for", () => {
    const { normal } = normalised(`openapi: 3.1.0\n${info}\nsecurity: [{ key: [] }]\nwebhooks: { a: ${post} }`);
    expect(normal?.webhooks[0]?.operation.security).toEqual([]);
  });
});

describe("callbacks", () => {
  const api = (callbacks: string, components?: string) =>
    normalised(apiText({ paths: `/a: { post: { callbacks: ${callbacks} } }`, ...(components && { components }) }));

  it.each<[string, string, string | undefined, readonly string[]]>([
    ["by name and expression", '{ on: { "{$url}": { post: {} } } }', undefined, ["post on {$url}"]],
    [
      "with several URLs",
      '{ on: { "{$a}": { post: {} }, "{$b}": { post: {} } } }',
      undefined,
      ["post on {$a}", "post on {$b}"],
    ],
    ["without extensions", '{ x-note: 1, on: { x-note: 2, "{$a}": { post: {} } } }', undefined, ["post on {$a}"]],
    [
      "by reference",
      '{ on: { $ref: "#/components/callbacks/C" } }',
      'callbacks: { C: { "{$a}": { put: {} } } }',
      ["put on {$a}"],
    ],
    ["that lead back to their path", '{ on: { "{$a}": { $ref: "#/paths/~1a" } } }', undefined, ["post on {$a}"]],
    [
      "that lead back to themselves",
      '{ on: { $ref: "#/components/callbacks/C" } }',
      'callbacks: { C: { "{$a}": { post: { callbacks: { on: { $ref: "#/components/callbacks/C" } } } } } }',
      ["post on {$a}"],
    ],
  ])("are read %s", (_, callbacks, components, expected) => {
    const { normal, codes } = api(callbacks, components);
    expect(callbacksOf(normal)).toEqual(expected);
    expect(codes).toEqual([]);
  });

  it("end one level deep, and that is said", () => {
    const inner = '{ "{$b}": { post: {} } }';
    const { normal, codes } = api(`{ on: { "{$a}": { post: { callbacks: { then: ${inner} } } } } }`);
    expect(callbacksOf(normal)).toEqual(["post on {$a}"]);
    expect(codes).toEqual(["callback-nested /paths/~1a/post/callbacks/on/{$a}/post/callbacks"]);
  });

  it("do not excuse a circle that they are no part of", () => {
    const { codes } = api(
      '{ on: { "{$a}": { $ref: "#/components/pathItems/A" } } }',
      'pathItems: { A: { $ref: "#/components/pathItems/A" } }',
    );
    expect(codes.map((line) => line.split(" ")[0])).toContain("reference-cycle");
  });

  it("end in time where each leads to two others", () => {
    const layers = 16;
    const both = (layer: number) =>
      `a: { $ref: "#/components/callbacks/C${layer}" }, b: { $ref: "#/components/callbacks/C${layer}" }`;
    const components = Array.from({ length: layers }, (_, layer) => {
      return `C${layer}: { "{$a}": { post: { callbacks: { ${layer + 1 < layers ? both(layer + 1) : ""} } } } }`;
    });
    const { normal } = api(`{ ${both(0)} }`, `callbacks: { ${components.join(", ")} }`);
    expect(callbacksOf(normal)).toEqual(["post a {$a}", "post b {$a}"]);
  });
});

describe("headers of responses", () => {
  const headers = (yaml: string, components?: string) => {
    const paths = `/a: { get: { responses: { "200": { description: d, headers: ${yaml} } } } }`;
    const { normal, codes } = normalised(apiText({ paths, ...(components && { components }) }));
    return { headers: normal?.operations[0]?.responses[0]?.headers, codes };
  };

  it.each<[string, string, string | undefined, object]>([
    [
      "a schema",
      "{ X-A: { required: true, deprecated: true, schema: { type: integer } } }",
      undefined,
      { name: "X-A", required: true, deprecated: true, schema: { type: "integer" } },
    ],
    [
      "content",
      "{ X-A: { content: { application/json: { schema: { type: array }, example: [1] } } } }",
      undefined,
      { contentType: "application/json", schema: { type: "array" }, examples: [{ value: [1] }] },
    ],
    [
      "a reference",
      '{ X-A: { $ref: "#/components/headers/H" } }',
      "headers: { H: { description: It. } }",
      { name: "X-A", description: "It." },
    ],
  ])("are read with %s", (_, yaml, components, expected) => {
    const read = headers(yaml, components);
    expect(read.headers).toMatchObject([expected]);
    expect(read.codes).toEqual([]);
  });

  it("have one name in any case, and Content-Type is none of them", () => {
    const read = headers("{ content-type: {}, X-A: {}, x-a: {}, __proto__: {} }");
    expect(read.headers?.map(({ name }) => name)).toEqual(["X-A", "__proto__"]);
  });

  it.each(['"X A"', '"X\\r\\nSet-Cookie: a"', '""', '"a:b"', '"ü"', '"a(b)"'])("cannot be called %s", (name) => {
    const read = headers(`{ ${name}: {}, X-B: {} }`);
    expect(read.headers?.map((header) => header.name)).toEqual(["X-B"]);
    expect(read.codes.map((line) => line.split(" ")[0])).toEqual(["header-name-invalid"]);
  });
});
