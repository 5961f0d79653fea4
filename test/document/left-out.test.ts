import { describe, expect, it } from "vitest";
import { nearestOf } from "../../generator/document/known-keys.js";
import { splitPathKey } from "../../generator/document/path-key.js";
import { apiText, normalised } from "./document-fixture.js";

/** The names of what is generated of a document with one path, and the codes, without what tells places apart. */
function read(path: string, item: string, components?: string) {
  const paths = `${path}:\n${item.trim().replace(/^/gm, "  ")}`;
  const { normal, codes } = normalised(apiText(components === undefined ? { paths } : { paths, components }));
  const operations = normal?.operations ?? [];
  return {
    methods: operations.map(({ method }) => method),
    parameters: operations[0]?.parameters.map((parameter) => `${parameter.in} ${parameter.name}`),
    codes: codes.map((line) => line.split(" ")[0]),
  };
}

describe("an operation that needs what is broken is left out", () => {
  it.each<[string, string]>([
    ["parameters: {}", "value-type-mismatch"],
    ["parameters: [text]", "value-type-mismatch"],
    ["parameters: [{ in: query, required: true }]", "part-incomplete"],
    ["parameters: [{ name: a, required: true }]", "part-incomplete"],
    ["parameters: [{ name: a, in: body, required: true }]", "parameter-in-invalid"],
    ["parameters: [{ name: 'a b', in: header, required: true, schema: {} }]", "header-name-invalid"],
    [
      "parameters: [{ name: a, in: query, required: true, style: csv, schema: { type: array } }]",
      "parameter-style-invalid",
    ],
    ["requestBody: text", "value-type-mismatch"],
    ["requestBody: { content: [] }", "value-type-mismatch"],
    ["requestBody: { content: { a/b: 1 } }", "value-type-mismatch"],
  ])("%s", (members, code) => {
    const { methods, codes } = read("/a", `get: { ${members} }\nput: {}`);
    expect(methods).toEqual(["put"]);
    expect(codes).toEqual([code, "operation-left-out"]);
  });

  it.each<[string, string]>([
    ["a parameter", "get: { parameters: [{ x-exemplar-broken: '#/x' }] }"],
    ["a parameter of the path", "parameters: [{ x-exemplar-broken: '#/x' }]\nget: {}"],
    ["a body", "get: { requestBody: { x-exemplar-broken: '#/x' } }"],
    ["the path", "x-exemplar-broken: '#/x'"],
  ])("where the reference to %s was broken, which was said", (_, item) => {
    expect(read("/a", item)).toMatchObject({ methods: [], codes: ["operation-left-out"] });
  });

  it.each<[string, string, string, readonly string[]]>([
    ["no object", "/a", "get: text", ["value-type-mismatch", "operation-left-out"]],
    ["nothing", "/a", "get:", ["operation-left-out"]],
    ["no path", "a", "get: {}", ["path-invalid", "operation-left-out"]],
    ["no method", "/a", "additionalOperations: { 'a b': {} }", ["method-invalid", "operation-left-out"]],
    ["a method with a key", "/a", "additionalOperations: { Get: {} }", ["method-invalid", "operation-left-out"]],
  ])("that is %s", (_, path, item, codes) => {
    expect(read(path, item)).toMatchObject({ methods: [], codes });
  });
});

describe("a part that nothing needs is left out of its operation", () => {
  it.each<[string, string]>([
    ["parameters: [{ in: query }]", "part-incomplete"],
    ["parameters: [{ name: a, in: Query }]", "parameter-in-invalid"],
    ["parameters: [{ name: 'a b', in: header, schema: {} }]", "header-name-invalid"],
    ["parameters: [null]", "value-type-mismatch"],
    ["responses: { 200: text }", "value-type-mismatch"],
    ["responses: { 200: { x-exemplar-broken: x } }", ""],
    ["tags: [[a]]", "value-type-mismatch"],
    ["tags: ['']", "name-empty"],
    ["operationId: ''", "name-empty"],
    ["servers: [{ description: x }]", "part-incomplete"],
    ["servers: [{ url: 'https://{a}' }]", "server-variable-undefined"],
  ])("%s", (members, code) => {
    expect(read("/a", `get: { ${members} }`)).toMatchObject({ methods: ["get"], codes: code === "" ? [] : [code] });
  });
});

describe("parameters of headers", () => {
  const header = (name: string, members = "", scheme = "a") =>
    read(
      "/a",
      `get: { parameters: [{ name: ${name}, in: header, schema: {} }], ${members} }`,
      `securitySchemes: { ${scheme}: { type: http, scheme: basic } }`,
    );

  it.each(["Accept", "content-type", "Cookie", "HOST", "Sec-Fetch-Site", "proxy-authorization", "Origin", "TE"])(
    "%s is left out",
    (name) => {
      expect(header(name).parameters).toEqual([]);
      expect(header(name).codes[0]).toMatch(/^header-parameter-(ignored|forbidden)$/);
    },
  );

  it.each<[string, string, string, readonly string[]]>([
    ["where credentials are asked for", "security: [{ a: [] }]", "a", []],
    ["where they may be given", "security: [{}, { a: [] }]", "a", []],
    ["without security", "security: []", "a", ["header Authorization"]],
    ["with a scheme that is not defined", "security: [{ a: [] }]", "b", ["header Authorization"]],
  ])("Authorization %s", (_, security, scheme, parameters) => {
    expect(header("Authorization", security, scheme).parameters).toEqual(parameters);
  });

  it("are the same where case is all that differs, also between path and operation", () => {
    const item =
      "parameters: [{ name: X-A, in: header, schema: {} }]\nget: { parameters: [{ name: x-a, in: header, schema: {} }] }";
    expect(read("/a", item).parameters).toEqual(["header x-a"]);
  });
});

describe("methods", () => {
  it("are those with a key, and additional ones as they are", () => {
    const item = "trace: {}\nquery: {}\nadditionalOperations: { COPY: {}, move: {} }";
    expect(read("/a", item)).toMatchObject({ methods: ["trace", "query", "COPY", "move"], codes: [] });
  });
});

describe("a query in a path", () => {
  it.each<[string, string, readonly string[]]>([
    ["/a", "/a", []],
    ["/a?b=1&c=&d", "/a?b=1&c=&d", ["b", "c", "d"]],
    ["/a?b%20c=1", "/a?b%20c=1", ["b c"]],
    ["/a#b?c=1", "/a", []],
    ["/a?b=1#c", "/a?b=1", ["b"]],
    ["/{a#b}/{c?d}?e={f}", "/{a#b}/{c?d}?e={f}", ["e"]],
    ["/a?%", "/a?%", ["%"]],
  ])("%s", (key, sent, constants) => {
    expect(splitPathKey(key)).toEqual({ sent, constants });
  });

  it("takes the place of a parameter of the same name", () => {
    const { parameters, codes } = read(
      "/a?b=1",
      "get: { parameters: [{ name: b, in: query, schema: {} }, { name: c, in: query, schema: {} }] }",
    );
    expect({ parameters, codes }).toEqual({ parameters: ["query c"], codes: ["parameter-constant"] });
  });
});

describe("the nearest key", () => {
  it.each<[string, string | null]>([
    ["requried", "required"],
    ["Required", "required"],
    ["descripton", "description"],
    ["parmeters", "parameters"],
    ["colour", null],
    ["schemas", "schema"],
    ["a".repeat(5000), null],
  ])("of %s", (key, nearest) => {
    expect(nearestOf(key, ["required", "description", "parameters", "schema", "in"])).toBe(nearest);
  });
});
