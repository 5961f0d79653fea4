import { describe, expect, it } from "vitest";
import type { NormalOperation } from "../../generator/document/normal-document.js";
import { apiText, normalised } from "./document-fixture.js";

const at = (pointer: string) => `/paths/~1pets~1{id}/get${pointer}`;

/** The one operation of a document, with what was found wrong. */
function operation(yaml: string, options: { readonly item?: string; readonly version?: string } = {}) {
  const indented = (text: string, by: string) => text.trim().replace(/^/gm, by);
  const item = options.item === undefined ? "" : `${indented(options.item, "  ")}\n`;
  const paths = `/pets/{id}:\n${item}  get:\n${indented(yaml, "    ")}`;
  const { normal, codes } = normalised(apiText({ ...options, paths }));
  const [first] = normal?.operations ?? [];
  if (first === undefined) throw new Error(codes.join("\n"));
  return { operation: first, codes };
}

/** What is said of a document with one operation, which may have been left out. */
function reported(yaml: string) {
  const { normal, codes } = normalised(
    apiText({ paths: `/pets/{id}:\n  get:\n${yaml.trim().replace(/^/gm, "    ")}` }),
  );
  return { isLeftOut: normal?.operations.length === 0, codes };
}

function schemaOf(yaml: string, version = "3.0.3") {
  const { normal, codes } = normalised(apiText({ version, components: `schemas:\n  S: ${yaml}` }));
  return { schema: normal?.schemas[0]?.schema, codes };
}

describe("versions", () => {
  it.each<[string, readonly string[]]>([
    ["openapi: 3.0.0", []],
    ["openapi: 3.0.4", []],
    ["openapi: 3.1.1", []],
    ["openapi: 3.2.0", []],
    ["openapi: '3.1'", []],
    ["openapi: 3.1", []],
    ["openapi: 3.3.0", ["version-unsupported /openapi"]],
    ["openapi: 4.0.0", ["version-unsupported /openapi"]],
    ["openapi: 2.0", ["version-unsupported /openapi"]],
    ["openapi: '3.10.0'", ["version-unsupported /openapi"]],
    ["swagger: '2.0'", []],
    ["swagger: 2.0", []],
    ["swagger: 2", []],
    ["swagger: '2.1'", ["version-unsupported /swagger"]],
    ["swagger: '1.2'", ["version-unsupported /swagger"]],
    ["swaggerVersion: '1.2'", ["version-unsupported /swaggerVersion"]],
    ["other: 1", ["key-missing "]],
  ])("%s", (line, codes) => {
    const result = normalised(`${line}\ninfo: { title: T, version: '1' }\npaths: {}`);
    expect(result.codes).toEqual(codes);
    expect(result.normal === null).toBe(codes.length > 0);
  });

  it.each<[string, string, readonly string[]]>([
    ["3.0.3", "", ["key-missing "]],
    ["3.1.0", "", ["key-missing "]],
    ["3.1.0", "components: {}", []],
    ["3.1.0", "webhooks: {}", []],
  ])("%s without paths, but %j", (version, rest, codes) => {
    expect(normalised(`openapi: ${version}\ninfo: { title: T, version: '1' }\n${rest}`).codes).toEqual(codes);
  });

  it("asks for info", () => {
    expect(normalised("openapi: 3.1.0\npaths: {}").codes).toEqual(["key-missing "]);
  });
});

describe("texts without quotes are read as they are spelt, with a warning at their place", () => {
  it.each([
    ["description: 5", "5"],
    ["description: 1.10", "1.10"],
    ["description: true", "true"],
  ])("%s", (line, expected) => {
    const { normal, codes } = normalised(`openapi: 3.1.0\ninfo: { title: T, version: '1', ${line} }\npaths: {}`);
    expect(codes).toEqual(["value-read-as /info/description"]);
    expect(normal?.info.description).toBe(expected);
  });
});

it("tags without quotes are texts", () => {
  const { operation: found, codes } = operation("tags: [1.0, a, [b]]");
  expect(found.tags).toEqual(["1.0", "a"]);
  expect(codes).toEqual([`value-read-as ${at("/tags/0")}`, `value-type-mismatch ${at("/tags/2")}`]);
});

describe("prose of a wrong type is left out with a warning at its place", () => {
  it.each([
    ["contact: { email: [a@example.com] }", "/info/contact/email"],
    ["contact: none", "/info/contact"],
    ["license: { name: [MIT] }", "/info/license/name"],
  ])("%s", (line, pointer) => {
    const { normal, codes } = normalised(`openapi: 3.1.0\ninfo: { title: T, version: '1', ${line} }\npaths: {}`);
    expect(codes).toEqual([`prose-type-mismatch ${pointer}`]);
    expect(normal?.info.title).toBe("T");
  });

  it("says nothing of a key with nothing after it", () => {
    expect(normalised("openapi: 3.1.0\ninfo:\n  title: T\n  version: '1'\n  description:\npaths: {}").codes).toEqual(
      [],
    );
  });
});

describe("parameters", () => {
  const list = (parameters: NormalOperation["parameters"]) =>
    parameters.map((parameter) => `${parameter.in} ${parameter.name} ${parameter.style} ${String(parameter.explode)}`);

  it("of the path item come first, minus what the operation declares again", () => {
    const { operation: found } = operation(
      "parameters: [{ name: a, in: query, style: pipeDelimited }, { name: c, in: query }]",
      { item: "parameters: [{ name: a, in: query }, { name: a, in: header }, { name: b, in: query }]" },
    );
    expect(list(found.parameters)).toEqual([
      "header a simple false",
      "query b form true",
      "query a pipeDelimited false",
      "query c form true",
    ]);
  });

  it.each<[string, string, boolean]>([
    ["in: path", "simple", false],
    ["in: query", "form", true],
    ["in: header", "simple", false],
    ["in: cookie", "form", true],
    ["in: path, style: label", "label", false],
    ["in: path, style: matrix, explode: true", "matrix", true],
    ["in: query, explode: false", "form", false],
    ["in: query, style: spaceDelimited", "spaceDelimited", false],
    ["in: query, style: deepObject, explode: true", "deepObject", true],
  ])("%s", (members, style, explode) => {
    const { operation: found, codes } = operation(`parameters: [{ name: id, schema: {}, ${members} }]`);
    expect(codes).toEqual([]);
    expect(found.parameters[0]).toMatchObject({ style, explode, allowReserved: false });
  });

  it.each<[string, boolean]>([
    ["in: path", true],
    ["in: path, required: false", true],
    ["in: query", false],
    ["in: query, required: true", true],
  ])("%s is required: %s", (members, required) => {
    expect(operation(`parameters: [{ name: id, ${members} }]`).operation.parameters[0]?.required).toBe(required);
  });

  it("with content have its media type, schema and examples", () => {
    const { operation: found } = operation(
      "parameters: [{ name: a, in: query, content: { application/json: { schema: { type: object }, example: { b: 1 } } } }]",
    );
    expect(found.parameters[0]).toMatchObject({
      contentType: "application/json",
      schema: { type: "object" },
      examples: [{ name: "default", value: { b: 1 } }],
    });
  });

  it.each<[string, string]>([
    ["{ name: a, in: body }", "parameter-in-invalid /0/in"],
    ["{ name: a, in: query, schema: {}, style: matrix }", "parameter-style-invalid /0/style"],
    ["{ name: a, in: header, schema: {}, style: form }", "parameter-style-invalid /0/style"],
    ["{ name: a, in: query }", "parameter-schema-missing /0"],
    ["{ in: query }", "part-incomplete /0"],
    ["{ name: '', in: query }", "part-incomplete /0/name"],
    ["{ name: a }", "part-incomplete /0"],
    ["{ name: a, in: query, required: yes }", "value-read-as /0/required"],
    ["{ name: [a], in: query }", "value-type-mismatch /0/name"],
    ["text", "value-type-mismatch /0"],
    ["{ name: a, in: query, schema: {} }, { name: a, in: query, schema: {} }", "parameter-duplicate /1/name"],
    ["{ name: X-A, in: header, schema: {} }, { name: x-a, in: header, schema: {} }", "parameter-duplicate /1/name"],
    ["{ name: a, in: query, schema: {}, content: { a/b: {} } }", "parameter-content-ambiguous /0/schema"],
    ["{ name: a, in: query, content: { a/b: {}, c/d: {} } }", "parameter-content-ambiguous /0/content"],
    ["{ name: a, in: query, schema: {}, requried: true }", "key-unknown /0/requried"],
  ])("%s is reported at its place", (yaml, expected) => {
    const [code, pointer = ""] = expected.split(" ");
    const { codes } = reported(`parameters: [${yaml}]`);
    expect(codes[0]).toBe(`${code ?? ""} ${at(`/parameters${pointer}`)}`);
  });
});

describe("values of a wrong type are reported at their place", () => {
  it.each<[string, string]>([
    ["parameters: {}", "/parameters"],
    ["requestBody: text", "/requestBody"],
    ["requestBody: { content: [1] }", "/requestBody/content"],
    ["requestBody: { content: { a/b: 1 } }", "/requestBody/content/a~1b"],
    ["responses: [1]", "/responses"],
    ["responses: { 200: ok }", "/responses/200"],
    ["deprecated: 1", "/deprecated"],
    ["tags: pets", "/tags"],
    ["security: [a]", "/security/0"],
    ["operationId: [a]", "/operationId"],
  ])("%s", (yaml, pointer) => {
    expect(reported(yaml).codes[0]).toBe(`value-type-mismatch ${at(pointer)}`);
  });
});

describe("paths", () => {
  it("leaves out what is no path or no method, with a warning", () => {
    const { normal, codes } = normalised(
      apiText({ paths: "/a:\n  get: {}\n  fetch: {}\n  x-own: {}\npets: { get: {} }\nx-own: { get: {} }" }),
    );
    expect(normal?.operations.map(({ method, path }) => `${method} ${path}`)).toEqual(["get /a"]);
    expect(codes).toEqual([
      "key-unknown /paths/~1a/fetch",
      "path-invalid /paths/pets",
      "operation-left-out /paths/pets/get",
    ]);
  });

  it("keeps the order of the document", () => {
    const { normal } = normalised(apiText({ paths: "/b: { post: {}, get: {} }\n/a: { get: {} }" }));
    expect(normal?.operations.map(({ method, path }) => `${method} ${path}`)).toEqual(["post /b", "get /b", "get /a"]);
  });
});

describe("responses", () => {
  it.each<[string, string]>([
    ["200", "200"],
    ["'404'", "404"],
    ["4xx", "4XX"],
    ["5XX", "5XX"],
    ["default", "default"],
    ["Default", "default"],
  ])("%s", (key, status) => {
    const { operation: found, codes } = operation(`responses: { ${key}: { description: x } }`);
    expect(codes).toEqual([]);
    expect(found.responses.map((response) => response.status)).toEqual([status]);
  });

  it.each(["600", "20", "2X0", "ok", "constructor"])("%s is no status", (key) => {
    const { operation: found, codes } = operation(`responses: { ${key}: { description: x } }`);
    expect(codes).toEqual([`response-status-invalid ${at(`/responses/${key}`)}`]);
    expect(found.responses).toEqual([]);
  });
});

describe("examples", () => {
  const examples = (yaml: string) =>
    operation(
      `responses: { 200: { content: { application/json: ${yaml} } } }`,
    ).operation.responses[0]?.content[0]?.examples.map(({ name, value, origin }) => ({
      name,
      value,
      at: origin.pointer.split("application~1json")[1],
    }));

  it("are those of both keywords, `example` as default", () => {
    expect(examples("{ example: 1, examples: { b: { value: 2 }, default: { value: 3 } } }")).toEqual([
      { name: "default", value: 1, at: "/example" },
      { name: "b", value: 2, at: "/examples/b/value" },
    ]);
  });

  it("may be null, false or empty", () => {
    expect(examples("{ example: null }")).toEqual([{ name: "default", value: null, at: "/example" }]);
    expect(examples("{ examples: { a: { value: false }, b: { value: {} } } }")).toMatchObject([
      { value: false },
      { value: {} },
    ]);
  });

  it("of 3.2 are the value before it is written", () => {
    expect(examples('{ examples: { a: { dataValue: { b: 1 }, serializedValue: "{}" } } }')).toEqual([
      { name: "a", value: { b: 1 }, at: "/examples/a/dataValue" },
    ]);
  });

  it("that stand elsewhere are left out", () => {
    expect(examples("{ examples: { a: { externalValue: https://example.com/a.json } } }")).toEqual([]);
  });
});

describe("schemas of 3.0 in the words of 3.1", () => {
  it.each<[string, string, unknown]>([
    ["nullable", "{ type: string, nullable: true }", { type: ["string", "null"] }],
    ["not nullable", "{ type: string, nullable: false }", { type: "string" }],
    [
      "nullable with an enum",
      "{ type: string, nullable: true, enum: [a] }",
      { type: ["string", "null"], enum: ["a", null] },
    ],
    [
      "nullable with null in the enum",
      "{ type: string, nullable: true, enum: [a, null] }",
      { type: ["string", "null"], enum: ["a", null] },
    ],
    [
      "nullable beside $ref",
      '{ items: { nullable: true, allOf: [{ $ref: "#/components/schemas/S" }] } }',
      { items: { anyOf: [{ allOf: [{ $ref: "#/components/schemas/S" }] }, { type: "null" }] } },
    ],
    ["nullable without a type", "{ nullable: true }", {}],
    [
      "nullable below",
      "{ type: array, items: { type: integer, nullable: true } }",
      { type: "array", items: { type: ["integer", "null"] } },
    ],
    [
      "exclusive bounds",
      "{ type: number, minimum: 1, exclusiveMinimum: true, maximum: 5, exclusiveMaximum: true }",
      { type: "number", exclusiveMinimum: 1, exclusiveMaximum: 5 },
    ],
    ["inclusive bounds", "{ type: number, minimum: 1, exclusiveMinimum: false }", { type: "number", minimum: 1 }],
    ["an exclusive bound of nothing", "{ type: number, exclusiveMinimum: true }", { type: "number" }],
  ])("%s", (_, yaml, want) => {
    const { schema, codes } = schemaOf(yaml);
    expect(codes).toEqual([]);
    expect(schema).toEqual(want);
  });

  it("leaves 3.1 as it is", () => {
    expect(schemaOf("{ type: [string, 'null'], exclusiveMinimum: 1 }", "3.1.0").schema).toEqual({
      type: ["string", "null"],
      exclusiveMinimum: 1,
    });
  });

  it("keeps nullable beside $ref", () => {
    expect(
      schemaOf('{ type: object, properties: { a: { $ref: "#/components/schemas/S", nullable: true } } }').schema,
    ).toEqual({
      type: "object",
      properties: { a: { anyOf: [{ $ref: "#/components/schemas/S" }, { type: "null" }] } },
    });
  });
});

describe("booleans for schemas", () => {
  it("are schemas where they stand alone", () => {
    expect(schemaOf("true", "3.1.0").schema).toEqual({});
    expect(schemaOf("false", "3.1.0").schema).toEqual({ not: {} });
  });

  it("stay in additionalProperties", () => {
    expect(schemaOf("{ type: object, additionalProperties: false }").schema).toEqual({
      type: "object",
      additionalProperties: false,
    });
  });
});

describe("what is no schema", () => {
  it.each<[string, string]>([
    ["[1]", "schema-invalid "],
    ["text", "schema-invalid "],
    ["{ type: strin }", "schema-type-unknown /type"],
    ["{ type: [string, 5] }", "schema-type-unknown /type"],
    ["{ required: true }", "value-type-mismatch /required"],
    ["{ enum: a }", "value-type-mismatch /enum"],
    ["{ enum: [] }", "value-type-mismatch /enum"],
    ["{ properties: [a] }", "value-type-mismatch /properties"],
    ["{ allOf: { a: {} } }", "value-type-mismatch /allOf"],
    ["{ properties: { a: 1 } }", "schema-invalid /properties/a"],
  ])("%s", (yaml, expected) => {
    const [code = "", pointer = ""] = expected.split(" ");
    expect(schemaOf(yaml).codes).toEqual([`${code} /components/schemas/S${pointer}`]);
  });
});

describe("security", () => {
  const schemes = (yaml: string) => {
    const { normal, codes } = normalised(apiText({ components: `securitySchemes:\n  s: ${yaml}` }));
    return { scheme: normal?.securitySchemes[0], codes };
  };

  it.each<[string, unknown]>([
    ["{ type: apiKey, in: query, name: k }", { kind: "apiKey", in: "query", parameter: "k", inForm: false }],
    ["{ type: apiKey, in: header, name: k, x-exemplar-in: form }", { kind: "apiKey", in: "header", inForm: true }],
    ["{ type: http, scheme: Basic }", { kind: "basic" }],
    ["{ type: http, scheme: bearer, bearerFormat: JWT }", { kind: "bearer" }],
    ["{ type: http, scheme: Digest }", { kind: "http", scheme: "Digest" }],
    ["{ type: oauth2, flows: {} }", { kind: "token", type: "oauth2" }],
    ["{ type: openIdConnect, openIdConnectUrl: x }", { kind: "token", type: "openIdConnect" }],
    ["{ type: mutualTLS }", { kind: "mutualTLS" }],
  ])("%s", (yaml, want) => {
    const { scheme, codes } = schemes(yaml);
    expect(codes).toEqual([]);
    expect(scheme).toMatchObject({ name: "s", ...(want as object) });
  });

  it.each([
    "{ type: apiKey, in: body, name: k }",
    "{ type: apiKey, in: header }",
    "{ type: http }",
    "{ type: http, scheme: a b }",
    "{ type: magic }",
  ])("%s is left out with a warning", (yaml) => {
    const { scheme, codes } = schemes(yaml);
    expect(scheme).toBeUndefined();
    expect(codes).toEqual(["security-scheme-invalid /components/securitySchemes/s"]);
  });

  it("of an operation hides that of the document, even where it is empty", () => {
    const text = `${apiText({ paths: "/a:\n  get: { security: [] }\n  put: { security: [{ b: [r] }] }\n  post: {}" })}security: [{ a: [] }]\n`;
    const { normal } = normalised(text);
    expect(
      normal?.operations.map(({ security }) => security.map(({ schemes: list }) => list.map(({ name }) => name))),
    ).toEqual([[], [["b"]], [["a"]]]);
  });
});

describe("servers", () => {
  it("have variables with defaults", () => {
    const { normal, codes } = normalised(
      `${apiText({})}servers: [{ url: "https://{host}/v1", variables: { host: { default: a.example, enum: [a.example, b.example] } } }]\n`,
    );
    expect(codes).toEqual([]);
    expect(normal?.servers[0]).toMatchObject({
      url: "https://{host}/v1",
      variables: [{ name: "host", default: "a.example", enum: ["a.example", "b.example"] }],
    });
  });

  it("must define their variables", () => {
    expect(normalised(`${apiText({})}servers: [{ url: "https://{host}" }]\n`).codes).toEqual([
      "server-variable-undefined /servers/0/url",
    ]);
  });
});
