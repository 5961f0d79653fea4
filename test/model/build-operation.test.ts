import { describe, expect, it } from "vitest";
import { collectDiagnostics } from "../../generator/diagnostics.js";
import { inferSchemas } from "../../generator/document/infer.js";
import { normalise } from "../../generator/document/normalise.js";
import { resolveReferences } from "../../generator/document/resolve.js";
import { buildModel } from "../../generator/model/build-model.js";
import type { Operation } from "../../generator/model/model.js";
import { codesAt, documentFrom } from "../document/document-fixture.js";

const noForms = { dialect: null, operations: {} };

/** The first operation of a document with one path, and what was found wrong. */
function build(operation: string, options: { readonly path?: string; readonly rest?: string } = {}) {
  const { path = "/pets", rest = "" } = options;
  const text = `openapi: 3.1.0\ninfo: { title: T, version: "1" }\npaths:\n  ${path}:\n    post: ${operation}\n${rest}`;
  const diagnostics = collectDiagnostics();
  const normal = normalise(resolveReferences(documentFrom(text), diagnostics), diagnostics);
  if (normal === null) throw new Error(codesAt(diagnostics).join("\n"));
  const model = buildModel(
    inferSchemas(normal, { required: "seen", partial: "keep" }, diagnostics),
    noForms,
    diagnostics,
  );
  return { operation: model.operations[0], model, codes: codesAt(diagnostics) };
}

const at = (pointer: string, path = "~1pets") => `/paths/${path}/post${pointer}`;

describe("the path", () => {
  const names = (operation: Operation | undefined) => operation?.parameters.path.map(({ name }) => name);

  it("is text and parameters, in turn", () => {
    const { operation, codes } = build(
      "{ parameters: [{ name: b, in: path, schema: {} }, { name: a, in: path, schema: { type: integer } }] }",
      { path: '"/x/{a}-{b}.json"' },
    );
    expect(codes).toEqual([]);
    expect(operation?.path).toEqual([
      { kind: "text", text: "/x/" },
      { kind: "parameter", name: "a" },
      { kind: "text", text: "-" },
      { kind: "parameter", name: "b" },
      { kind: "text", text: ".json" },
    ]);
    expect(names(operation)).toEqual(["a", "b"]);
  });

  it("has parameters that nobody declared: they are required strings, with a warning", () => {
    const { operation, codes } = build("{}", { path: '"/x/{a}"' });
    expect(codes).toEqual(["path-parameter-undeclared /paths/~1x~1{a}"]);
    expect(operation?.parameters.path).toMatchObject([{ name: "a", required: true, schema: { type: "string" } }]);
  });

  it("lacks a parameter that is declared: it is left out, with a warning", () => {
    const { operation, codes } = build("{ parameters: [{ name: a, in: path, schema: {} }] }");
    expect(codes).toEqual([`path-parameter-unused ${at("/parameters/0/name")}`]);
    expect(names(operation)).toEqual([]);
  });

  it("may hold braces that are no parameter", () => {
    expect(names(build("{}", { path: '"/x/{}/}{"' }).operation)).toEqual([]);
  });
});

describe("credentials in a form", () => {
  const schemes = `components: { securitySchemes: { key: { type: apiKey, in: header, name: api_key, x-exemplar-in: form } } }\nsecurity: [{ key: [] }]\n`;
  const form = (schema: string, required = true) =>
    `{ requestBody: { required: ${String(required)}, content: { application/x-www-form-urlencoded: { schema: ${schema} } } } }`;
  const fields = (operation: Operation | undefined) =>
    operation?.requestBody?.encoding.kind === "form"
      ? operation.requestBody.encoding.fields.map(({ name, required, credential }) => ({ name, required, credential }))
      : null;

  it("are marked, and not required", () => {
    const { operation } = build(
      form("{ type: object, properties: { api_key: { type: string }, a: { type: string } }, required: [api_key, a] }"),
      { rest: schemes },
    );
    expect(fields(operation)).toEqual([
      { name: "api_key", required: false, credential: "key" },
      { name: "a", required: true, credential: null },
    ]);
    expect(operation?.requestBody?.required).toBe(true);
    expect(operation?.request.body).toEqual({ a: "a" });
  });

  it("are the whole body: it may be left out, and the fixture has none", () => {
    const { operation } = build(
      form("{ type: object, properties: { api_key: { type: string } }, required: [api_key] }"),
      { rest: schemes },
    );
    expect(operation?.requestBody?.required).toBe(false);
    expect(operation?.request.body).toBeUndefined();
  });

  it("are found in a referenced schema and in allOf", () => {
    const rest = schemes.replace(
      "components: {",
      "components: { schemas: { Key: { type: object, properties: { api_key: { type: string } }, required: [api_key] } },",
    );
    const { operation } = build(
      form('{ allOf: [{ $ref: "#/components/schemas/Key" }, { type: object, properties: { a: { type: string } } }] }'),
      { rest },
    );
    expect(fields(operation)).toEqual([
      { name: "api_key", required: false, credential: "key" },
      { name: "a", required: false, credential: null },
    ]);
  });

  it("are fields like others where the operation does not ask for the scheme", () => {
    const { operation } = build(
      form("{ type: object, properties: { api_key: { type: string } }, required: [api_key] }").replace(
        "{ req",
        "{ security: [], req",
      ),
      { rest: schemes },
    );
    expect(fields(operation)).toEqual([{ name: "api_key", required: true, credential: null }]);
  });
});

describe("the body", () => {
  it.each<[string, string, string, readonly string[]]>([
    ["{ text/plain: {}, application/json: {} }", "application/json", "json", []],
    ["{ text/plain: {}, application/x-www-form-urlencoded: {} }", "application/x-www-form-urlencoded", "form", []],
    [
      "{ application/json: {}, Application/JSON; charset=utf-8: {}, application/json;v=2: {} }",
      "application/json",
      "json",
      ["media-type-ignored"],
    ],
    [
      "{ application/x-msgpack: { schema: { type: object } } }",
      "application/x-msgpack",
      "raw",
      ["media-type-unsupported"],
    ],
    ["{ application/pdf: {} }", "application/pdf", "raw", []],
    ['{ "*/*": { schema: { type: string, format: binary } } }', "*/*", "raw", []],
    ['{ "*/*": { schema: { type: object } } }', "application/json", "json", []],
    ['{ "application/*": { schema: { type: string } } }', "text/plain", "raw", []],
    ["{ application/xml: {} }", "application/xml", "raw", ["xml-as-text"]],
    ["{ application/octet-stream: {} }", "application/octet-stream", "raw", []],
    ["{ application/vnd.api+json: {} }", "application/vnd.api+json", "json", []],
    ["{ multipart/form-data: {} }", "multipart/form-data", "raw", ["media-type-unsupported"]],
    ["{ multipart/form-data: { schema: { properties: { a: {} } } } }", "multipart/form-data", "multipart", []],
    [
      "{ multipart/mixed; boundary=x; a=b: { schema: { properties: { a: {} } } }, multipart/related: {} }",
      "multipart/mixed; a=b",
      "multipart",
      ["media-type-ignored"],
    ],
    [
      "{ multipart/mixed: { schema: { properties: { a: {} } } }, multipart/*: { schema: { properties: { a: {} } } } }",
      "multipart/form-data",
      "multipart",
      ["media-type-ignored"],
    ],
    ["{ multipart/mixed: { schema: { type: array } } }", "multipart/mixed", "raw", ["media-type-unsupported"]],
    ["{ text/plain: {}, multipart/mixed: {} }", "text/plain", "raw", ["media-type-unsupported"]],
    ["{ application/x-ndjson: { schema: { type: object } } }", "application/x-ndjson", "stream", []],
    ["{ application/x-ndjson: { schema: { type: string } } }", "application/x-ndjson", "raw", []],
    ["{ application/x-ndjson: {} }", "application/x-ndjson", "raw", []],
    ["{ text/event-stream: { schema: { type: object } } }", "text/event-stream", "raw", ["media-type-unsupported"]],
    [
      "{ application/x-www-form-urlencoded: { schema: { oneOf: [{ type: object }, { properties: { a: {} } }] } } }",
      "application/x-www-form-urlencoded",
      "form",
      ["fixture-breaks-rule"],
    ],
    [
      "{ application/x-www-form-urlencoded: { schema: { type: array } } }",
      "application/x-www-form-urlencoded",
      "raw",
      ["media-type-unsupported"],
    ],
  ])("of %s", (content, mediaType, kind, codes) => {
    const result = build(`{ requestBody: { content: ${content} } }`);
    expect(result.operation?.requestBody).toMatchObject({ mediaType, encoding: { kind } });
    expect(result.codes.map((line) => line.split(" ")[0])).toEqual(codes);
  });
});

describe("security", () => {
  it("names schemes that exist; others are reported where they are named", () => {
    const rest =
      "components: { securitySchemes: { a: { type: http, scheme: basic } } }\nsecurity: [{ a: [], b: [] }, { c: [] }, {}]\n";
    const { operation, codes } = build("{}", { rest });
    expect(operation?.security).toEqual([["a"], []]);
    expect(codes).toEqual(["security-scheme-undefined /security/0/b", "security-scheme-undefined /security/1/c"]);
  });
});

describe("names of operations", () => {
  const ids = (paths: string) => {
    const text = `openapi: 3.1.0\ninfo: { title: T, version: "1" }\npaths:\n${paths.replace(/^/gm, "  ")}\n`;
    const diagnostics = collectDiagnostics();
    const normal = normalise(resolveReferences(documentFrom(text), diagnostics), diagnostics);
    if (normal === null) throw new Error("no document");
    const { operations } = buildModel(normal, noForms, diagnostics);
    return {
      ids: operations.map(({ id }) => id),
      slugs: operations.map(({ slug }) => slug),
      codes: codesAt(diagnostics),
    };
  };

  it("are those of the document, or method and path", () => {
    expect(ids("/a: { get: { operationId: list_all } }\n/b/{id}: { get: {}, put: {} }").ids).toEqual([
      "listAll",
      "getBById",
      "putBById",
    ]);
  });

  it("are distinct where operationIds differ in case or punctuation alone", () => {
    const {
      ids: found,
      slugs,
      codes,
    } = ids(
      "/a: { get: { operationId: list-all } }\n/b: { get: { operationId: listAll } }\n/c: { get: { operationId: ListALL } }",
    );
    expect(new Set(found.map((id) => id.toLowerCase())).size).toBe(3);
    expect(new Set(slugs).size).toBe(3);
    expect(codes.filter((line) => line.startsWith("operation-name-shared"))).toHaveLength(2);
  });
});
