import { describe, expect, it } from "vitest";
import { collectDiagnostics } from "../../generator/diagnostics.js";
import type { JsonObject, JsonValue } from "../../generator/document/json.js";
import { upgradeSwagger } from "../../generator/document/upgrade-swagger.js";
import { apiText, documentFrom, normalised, objectAt, upgraded } from "./document-fixture.js";
import { head, operationOf } from "./swagger-fixture.js";

describe("which documents are upgraded", () => {
  it.each(["openapi: 3.0.4", "openapi: 3.1.1", "swagger: '1.2'", "other: 1", "openapi: 3.0.4\nswagger: '2.0'"])(
    "not one that says %j: it is the same object",
    (version) => {
      const document = documentFrom(`${version}\npaths: {}`);
      expect(upgradeSwagger(document, collectDiagnostics())).toBe(document);
    },
  );

  it.each(['swagger: "2.0"', "swagger: 2.0", "swagger: 2", "swagger: '2.0.0'", "openapi:\nswagger: '2.0'"])(
    "one that says %j",
    (version) => {
      const { document, codes } = upgraded(`${version}\npaths: {}`);
      expect(codes).toEqual([]);
      expect(document.value["openapi"]).toBe("3.0.4");
      expect(document.value).not.toHaveProperty("swagger");
    },
  );

  it("leaves a 3.0 document with 2.0's words alone", () => {
    const text = apiText({ paths: "/a: { get: { produces: [a/b], responses: {} } }" });
    expect(objectAt(upgraded(text).document.value, "paths", "/a", "get")["produces"]).toEqual(["a/b"]);
  });
});

describe("servers", () => {
  const urls = (value: JsonValue | undefined) =>
    Array.isArray(value) ? value.map((server: JsonObject) => server["url"]) : value;

  it.each<[string, readonly string[] | undefined]>([
    ["", undefined],
    ["basePath: /v1", ["/v1"]],
    ["basePath: v1/", ["/v1"]],
    ["basePath: /", ["/"]],
    ["schemes: [http]", undefined],
    ["host: api.example", ["https://api.example"]],
    ["host: api.example:8080\nbasePath: /v1/", ["https://api.example:8080/v1"]],
    ["host: api.example\nbasePath: /", ["https://api.example"]],
    ["host: api.example\nschemes: [http]", ["http://api.example"]],
    ["host: api.example\nschemes: [http, https]", ["https://api.example", "http://api.example"]],
    ["host: api.example\nschemes: [wss, http]", ["http://api.example"]],
    ["host: api.example\nschemes: []", ["https://api.example"]],
    ["host: localhost:3000", ["http://localhost:3000"]],
    ["host: http://api.example/", ["http://api.example"]],
    ["host: https://api.example\nschemes: [http]", ["http://api.example"]],
  ])("%j", (root, expected) => {
    const { document, codes } = upgraded(`${head}${root}\npaths: {}`);
    expect(urls(document.value["servers"])).toEqual(expected);
    expect(codes).toEqual([]);
  });

  it("that are WebSockets alone are passed over, with a warning", () => {
    const { document, codes } = upgraded(`${head}host: api.example\nschemes: [ws, wss]\npaths: {}`);
    expect(urls(document.value["servers"])).toEqual(["https://api.example"]);
    expect(codes).toEqual(["swagger-value-ignored /schemes"]);
  });

  it("have the variables that documents write all the same", () => {
    const { document } = upgraded(`${head}host: "{your-domain}.example"\npaths: {}`);
    expect(document.value["servers"]).toEqual([
      { url: "https://{your-domain}.example", variables: { "your-domain": { default: "your-domain" } } },
    ]);
  });

  it.each<[string, string, readonly string[] | undefined]>([
    ["schemes: [https]", "schemes: [http]", ["http://api.example/v1"]],
    ["schemes: [http]", "schemes: [http, https]", ["https://api.example/v1", "http://api.example/v1"]],
    // The first is where requests go anyway.
    ["schemes: [https, http]", "schemes: [https]", undefined],
    ["schemes: [https]", "schemes: []", undefined],
    ["schemes: [https]", "tags: []", undefined],
  ])("%s, and %s of an operation", (document, operation, expected) => {
    const root = `host: api.example\nbasePath: /v1\n${document}`;
    expect(urls(operationOf(operation, root).operation["servers"])).toEqual(expected);
  });

  it.each([
    ["schemes: [ftp]", "swagger-value-ignored /schemes/0"],
    ["schemes: [https]\nbasePath: [v1]", "swagger-value-ignored /basePath"],
  ])("%j is reported", (root, code) => {
    expect(upgraded(`${head}host: api.example\n${root}\npaths: {}`).codes).toEqual([code]);
  });
});

describe("security definitions", () => {
  const urls = "authorizationUrl: a, tokenUrl: t, scopes: { s: S }";
  const details = { authorizationUrl: "a", tokenUrl: "t", scopes: { s: "S" } };

  it.each<[string, JsonObject]>([
    ["{ type: basic, description: B. }", { type: "http", scheme: "basic", description: "B." }],
    ["{ type: apiKey, name: k, in: query, x-mine: 1 }", { type: "apiKey", name: "k", in: "query", "x-mine": 1 }],
    [`{ type: oauth2, flow: implicit, ${urls} }`, { type: "oauth2", flows: { implicit: details } }],
    [`{ type: oauth2, flow: password, ${urls} }`, { type: "oauth2", flows: { password: details } }],
    [`{ type: oauth2, flow: application, ${urls} }`, { type: "oauth2", flows: { clientCredentials: details } }],
    [`{ type: oauth2, flow: accessCode, ${urls} }`, { type: "oauth2", flows: { authorizationCode: details } }],
    ["{ type: http, scheme: bearer }", { type: "http", scheme: "bearer" }],
  ])("%s", (scheme, expected) => {
    const { document, codes } = upgraded(`${head}securityDefinitions: { s: ${scheme} }\npaths: {}`);
    expect(objectAt(document.value, "components", "securitySchemes", "s")).toEqual(expected);
    expect(codes).toEqual([]);
  });

  it("with a flow that there is not", () => {
    const { codes } = upgraded(`${head}securityDefinitions: { s: { type: oauth2, flow: magic } }\npaths: {}`);
    expect(codes).toEqual(["swagger-value-ignored /securityDefinitions/s/flow"]);
  });
});

describe("definitions", () => {
  it.each<[string, JsonObject]>([
    ["{ discriminator: kind }", { discriminator: { propertyName: "kind" } }],
    ["{ discriminator: { propertyName: kind } }", { discriminator: { propertyName: "kind" } }],
    ["{ type: string, x-nullable: true }", { type: "string", nullable: true }],
    ["{ type: string, x-isnullable: true }", { type: "string", nullable: true }],
    ["{ type: string, x-nullable: false }", { type: "string", nullable: false }],
    ["{ type: string, x-nullable: true, nullable: false }", { type: "string", nullable: false }],
    ["{ type: string, x-nullable: often }", { type: "string" }],
    ["{ type: file }", { type: "string", format: "binary" }],
    ["{ type: string, x-example: a }", { type: "string", example: "a" }],
    ["{ type: array, items: { type: string }, collectionFormat: csv }", { type: "array", items: { type: "string" } }],
    [
      "{ properties: { x-nullable: { x-nullable: true }, discriminator: { readOnly: true } } }",
      { properties: { "x-nullable": { nullable: true }, discriminator: { readOnly: true } } },
    ],
    [
      "{ allOf: [{ $ref: '#/definitions/S' }, { x-nullable: true }] }",
      { allOf: [{ $ref: "#/components/schemas/S" }, { nullable: true }] },
    ],
    ["{ $ref: '#/definitions/S', x-nullable: true }", { $ref: "#/components/schemas/S", nullable: true }],
    [
      "{ properties: { __proto__: { x-nullable: true } } }",
      { properties: JSON.parse('{"__proto__":{"nullable":true}}') as JsonValue },
    ],
    ["{ example: { $ref: '#/nowhere', x-nullable: true } }", { example: { $ref: "#/nowhere", "x-nullable": true } }],
  ])("%s", (schema, expected) => {
    const { document, codes } = upgraded(`${head}definitions: { S: ${schema} }\npaths: {}`);
    expect(objectAt(document.value, "components", "schemas", "S")).toEqual(expected);
    expect(codes).toEqual([]);
  });

  it("that are referred to from within keep their places; what has no name gets one", () => {
    const definitions =
      "{ A: { properties: { b: { type: string } } }, C: { items: { $ref: '#/definitions/A/properties/b' } } }";
    const { document } = upgraded(`${head}definitions: ${definitions}\npaths: {}`);
    expect(objectAt(document.value, "components", "schemas")).toEqual({
      A: { properties: { b: { type: "string" } } },
      C: { items: { $ref: "#/components/schemas/AB" } },
      AB: { type: "string" },
    });
  });

  it.each(["x-ms-discriminator-value", "x-discriminator-value"])("with %s", (key) => {
    const definitions = `
  Pet: { discriminator: kind }
  Cat: { allOf: [{ $ref: "#/definitions/Pet" }], ${key}: "#cat" }
  Lion: { allOf: [{ $ref: "#/definitions/Cat" }], ${key}: "#lion" }
  Dog: { allOf: [{ $ref: "#/definitions/Pet" }] }`;
    const { document } = upgraded(`${head}definitions:${definitions}\npaths: {}`);
    expect(objectAt(document.value, "components", "schemas", "Pet", "discriminator")).toEqual({
      propertyName: "kind",
      mapping: { "#cat": "#/components/schemas/Cat", "#lion": "#/components/schemas/Lion" },
    });
  });

  it("that contain themselves end", () => {
    const { codes } = upgraded(
      `${head}definitions: { A: { properties: { a: { $ref: '#/definitions/A' } } } }\npaths: {}`,
    );
    expect(codes).toEqual([]);
  });
});

it("keeps what both versions say alike", () => {
  const same = "tags: [{ name: t }]\nexternalDocs: { url: u }\nsecurity: [{ s: [] }]\nx-mine: { a: 1 }";
  const operation = "operationId: o\ntags: [t]\ndeprecated: true\nexternalDocs: { url: u }\nx-mine: 2\nsecurity: []";
  const { operation: found, root } = operationOf(operation, same);
  expect(found).toEqual({
    operationId: "o",
    tags: ["t"],
    deprecated: true,
    externalDocs: { url: "u" },
    "x-mine": 2,
    security: [],
  });
  expect(root).toMatchObject({
    info: { title: "T", version: "1" },
    tags: [{ name: "t" }],
    externalDocs: { url: "u" },
    security: [{ s: [] }],
    "x-mine": { a: 1 },
  });
});

it("keeps the words of 3.0 in a document that mixes both", () => {
  const mixed =
    "servers: [{ url: /v3 }]\ncomponents: { schemas: { S: { x-nullable: true } }, securitySchemes: { s: { type: http } } }";
  const operation = "requestBody: { content: { a/b: {} } }\nresponses: { 200: { content: { a/b: {} } } }";
  const { operation: found, root } = operationOf(operation, mixed);
  expect(found).toEqual({ requestBody: { content: { "a/b": {} } }, responses: { 200: { content: { "a/b": {} } } } });
  expect(root).toMatchObject({
    servers: [{ url: "/v3" }],
    components: { schemas: { S: { nullable: true } }, securitySchemes: { s: { type: "http" } } },
  });
});

describe("wrong values where 2.0 has objects and lists are reported where they are in 3.x", () => {
  it.each<[string, string]>([
    ["paths: 5", "value-type-mismatch /paths"],
    ["paths: { /a: 5 }", "value-type-mismatch /paths/~1a"],
    ["paths: { /a: { get: 5 } }", "value-type-mismatch /paths/~1a/get"],
    ["paths: { /a: { get: { parameters: 5 } } }", "value-type-mismatch /paths/~1a/get/parameters"],
    ["paths: { /a: { get: { parameters: [5] } } }", "value-type-mismatch /paths/~1a/get/parameters/0"],
    ["paths: { /a: { get: { responses: 5 } } }", "value-type-mismatch /paths/~1a/get/responses"],
    ["paths: { /a: { get: { responses: { 200: 5 } } } }", "value-type-mismatch /paths/~1a/get/responses/200"],
    ["paths: {}\ndefinitions: 5", "value-type-mismatch /definitions"],
    ["paths: {}\ndefinitions: { A: 5 }", "schema-invalid /definitions/A"],
    ["paths: {}\nsecurityDefinitions: 5", "value-type-mismatch /securityDefinitions"],
    ["paths: {}\nsecurityDefinitions: { a: 5 }", "value-type-mismatch /securityDefinitions/a"],
    ["paths: {}\nproduces: 5", ""],
  ])("%s", (text, code) => {
    // What an operation cannot be without leaves it out as well, which is said beside.
    const codes = normalised(`${head}${text}`).codes.filter((found) => !found.startsWith("operation-left-out"));
    expect(codes).toEqual(code === "" ? [] : [code]);
  });
});
