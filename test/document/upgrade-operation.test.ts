import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../generator/document/json.js";
import { valueAt } from "../../generator/document/json-pointer.js";
import { normalised, objectAt } from "./document-fixture.js";
import { apiOf, at, operationOf } from "./swagger-fixture.js";

describe("parameters", () => {
  it.each<[string, JsonObject]>([
    [
      "{ name: a, in: query, type: integer, format: int64, minimum: 1, exclusiveMinimum: true, default: 2, description: A. }",
      {
        name: "a",
        in: "query",
        description: "A.",
        schema: { type: "integer", format: "int64", minimum: 1, exclusiveMinimum: true, default: 2 },
      },
    ],
    [
      "{ name: id, in: path, required: true, type: string, enum: [x, y], pattern: '.', x-mine: 1 }",
      {
        name: "id",
        in: "path",
        required: true,
        "x-mine": 1,
        schema: { type: "string", enum: ["x", "y"], pattern: "." },
      },
    ],
    [
      "{ name: a, in: query, type: string, x-nullable: true, allowEmptyValue: true, x-enum-varnames: [A] }",
      {
        name: "a",
        in: "query",
        allowEmptyValue: true,
        schema: { type: "string", nullable: true, "x-enum-varnames": ["A"] },
      },
    ],
    [
      "{ name: a, in: query, type: string, x-example: b }",
      { name: "a", in: "query", schema: { type: "string" }, example: "b" },
    ],
    [
      "{ name: a, in: query, type: string, example: b }",
      { name: "a", in: "query", schema: { type: "string" }, example: "b" },
    ],
    [
      "{ name: a, in: query, type: string, x-examples: { one: b } }",
      { name: "a", in: "query", schema: { type: "string" }, examples: { one: { value: "b" } } },
    ],
    // As 3.0 writes it.
    ["{ name: a, in: query, schema: { type: string } }", { name: "a", in: "query", schema: { type: "string" } }],
    [
      "{ name: a, in: query, type: array, items: { $ref: '#/definitions/S' }, collectionFormat: multi }",
      {
        name: "a",
        in: "query",
        schema: { type: "array", items: { $ref: "#/components/schemas/S" } },
        style: "form",
        explode: true,
      },
    ],
  ])("%s", (parameter, expected) => {
    const root = "definitions: { S: { type: string } }";
    const { operation, codes } = operationOf(`parameters: [${parameter}]`, root);
    expect(operation["parameters"]).toEqual([expected]);
    expect(codes).toEqual([]);
  });

  it.each<[string, string, string, string | null]>([
    ["path", "", "simple false", null],
    ["path", "collectionFormat: csv", "simple false", null],
    ["path", "collectionFormat: pipes", "simple false", "unsupported"],
    ["path", "collectionFormat: multi", "simple false", "unsupported"],
    ["header", "collectionFormat: csv", "simple false", null],
    ["header", "collectionFormat: ssv", "simple false", "unsupported"],
    ["query", "", "form false", null],
    ["query", "collectionFormat: csv", "form false", null],
    ["query", "collectionFormat: ssv", "spaceDelimited false", null],
    ["query", "collectionFormat: tsv", "spaceDelimited false", "unsupported"],
    ["query", "collectionFormat: pipes", "pipeDelimited false", null],
    ["query", "collectionFormat: multi", "form true", null],
    ["query", "collectionFormat: commas", "form false", "unknown"],
    ["query", "collectionFormat: [csv]", "form false", "unknown"],
  ])("a list in %s, %j: %s", (place, format, style, code) => {
    const parameter = `{ name: id, in: ${place}, type: array, items: { type: string }${format && `, ${format}`} }`;
    const { operation, codes } = operationOf(`parameters: [${parameter}]`);
    const found = ["style", "explode"].map((key) => valueAt(operation, `/parameters/0/${key}`));
    const [name, explode] = style.split(" ");
    expect(found).toEqual([name, explode === "true"]);
    expect(codes).toEqual(code === null ? [] : [`collection-format-${code} ${at("/parameters/0/collectionFormat")}`]);
  });

  it("says that a list within a list is sent otherwise", () => {
    const nested = "type: array, collectionFormat: multi, items: { type: array, items: { type: string } }";
    const { codes } = operationOf(`parameters: [{ name: a, in: query, ${nested} }]`);
    expect(codes).toEqual([`collection-format-unsupported ${at("/parameters/0/items")}`]);
  });

  it("that are shared stand where they are referred to", () => {
    const root = "parameters: { limit: { name: limit, in: query, type: integer } }";
    const { operation, root: document } = operationOf("parameters: [{ $ref: '#/parameters/limit' }]", root);
    expect(operation["parameters"]).toEqual([{ name: "limit", in: "query", schema: { type: "integer" } }]);
    expect(document).not.toHaveProperty("parameters");
  });

  it("in a place that there is not are left out, with a warning", () => {
    const { normal, codes } = normalised(apiOf("parameters: [{ name: a, in: matrix, type: string }]\nresponses: {}"));
    expect(codes[0]).toBe(`parameter-in-invalid ${at("/parameters/0/in")}`);
    expect(normal?.operations[0]?.parameters).toEqual([]);
  });
});

const json = "application/json";
const bytes = "application/octet-stream";
const form = "application/x-www-form-urlencoded";
const multipart = "multipart/form-data";

describe("a parameter in the body", () => {
  const body = "{ name: b, in: body, required: true, description: B., schema: { type: object } }";

  it("is the request body", () => {
    expect(operationOf(`parameters: [${body}]`).operation).toEqual({
      parameters: [],
      requestBody: {
        required: true,
        description: "B.",
        content: { "application/json": { schema: { type: "object" } } },
      },
    });
  });

  it.each<[string, string, string, readonly string[]]>([
    ["", "", "type: object", [json]],
    ["consumes: [application/xml]", "", "type: object", ["application/xml"]],
    ["consumes: [application/xml]", "consumes: [a/b, application/json]", "type: object", ["a/b", json]],
    ["consumes: [application/xml]", "consumes: []", "type: object", [json]],
    ["consumes: application/xml", "", "type: object", ["application/xml"]],
    ["consumes: [application/json, application/json]", "", "type: object", [json]],
    ["consumes: ['*/*']", "", "type: object", [json]],
    ["consumes: ['*/*']", "", "type: string", ["text/plain"]],
    ["consumes: [application/json, image/png]", "", "type: object", [json]],
    ["consumes: [application/json, image/png]", "", "$ref: '#/definitions/O'", [json]],
    ["consumes: [application/json, image/png]", "", "type: file", ["image/png"]],
    ["consumes: [application/json]", "", "{ type: string, format: binary }", [bytes]],
    ["consumes: [application/json]", "", "type: string", [json]],
    ["consumes: [image/png]", "", "type: string", ["image/png"]],
  ])("%j, %j, %j: %j", (document, operation, schema, expected) => {
    const root = `${document}\ndefinitions: { O: { properties: {} } }`;
    const text = `${operation}\nparameters: [{ name: b, in: body, schema: ${schema.startsWith("{") ? schema : `{ ${schema} }`} }]`;
    const content = objectAt(operationOf(text, root).operation, "requestBody", "content");
    expect(Object.keys(content)).toEqual(expected);
  });

  it.each<[string, JsonObject]>([
    ["x-example: { a: 1 }", { example: { a: 1 } }],
    ["x-examples: { application/json: { a: 1 } }", { example: { a: 1 } }],
    ["x-example: { application/json: { a: 1 } }", { example: { a: 1 } }],
    ["x-examples: { one: { a: 1 } }", { examples: { one: { value: { a: 1 } } } }],
    ["x-examples: { one: { summary: S, value: 1 } }", { examples: { one: { summary: "S", value: 1 } } }],
    ["examples: { one: { value: 1 } }", { examples: { one: { value: 1 } } }],
  ])("with %s", (example, expected) => {
    const { operation, codes } = operationOf(`parameters: [{ name: b, in: body, schema: {}, ${example} }]`);
    expect(objectAt(operation, "requestBody", "content", json)).toEqual({ schema: {}, ...expected });
    expect(codes).toEqual([]);
  });

  it("stands alone: other bodies and form fields are left out, with a warning", () => {
    const others = "{ name: c, in: body, schema: {} }, { name: d, in: formData, type: string }";
    const { operation, codes } = operationOf(`parameters: [${body}, ${others}]`);
    expect(Object.keys(objectAt(operation, "requestBody", "content"))).toEqual([json]);
    expect(codes).toEqual([
      `body-parameter-left-out ${at("/parameters/1")}`,
      `body-parameter-left-out ${at("/parameters/2")}`,
    ]);
  });

  it.each<[string, string, string]>([
    ["comes from the path item", "[]", "object"],
    ["is the operation's own where it has one", "[{ name: b, in: body, schema: { type: string } }]", "string"],
  ])("%s", (_, own, type) => {
    const { operation, codes, root } = operationOf(`parameters: ${own}`, "", `parameters: [${body}]`);
    expect(objectAt(operation, "requestBody", "content", json, "schema")["type"]).toBe(type);
    expect(objectAt(root, "paths", "/a/{id}")["parameters"]).toEqual([]);
    expect(codes).toEqual([]);
  });
});

describe("parameters in formData", () => {
  const fields = (...list: readonly string[]) =>
    `parameters:\n${list.map((field) => `  - { in: formData, ${field} }`).join("\n")}`;

  it("are the properties of a form", () => {
    const list = fields(
      "name: a, type: string, required: true, description: A.",
      "name: b, type: integer, x-example: 3, x-exemplar-form-dialect: json",
      "name: c, type: array, items: { type: string }, collectionFormat: multi",
    );
    expect(operationOf(list).operation["requestBody"]).toEqual({
      required: true,
      content: {
        [form]: {
          schema: {
            type: "object",
            properties: {
              a: { type: "string", description: "A." },
              b: { type: "integer", "x-exemplar-form-dialect": "json", example: 3 },
              c: { type: "array", items: { type: "string" } },
            },
            required: ["a"],
          },
        },
      },
    });
  });

  it("are not required as long as none of them is", () => {
    expect(objectAt(operationOf(fields("name: a, type: string")).operation, "requestBody")).not.toHaveProperty(
      "required",
    );
  });

  it.each<[string, string, readonly string[]]>([
    ["", "type: string", [form]],
    ["consumes: [application/json]", "type: string", [form]],
    [`consumes: [${multipart}]`, "type: string", [multipart]],
    [`consumes: [${multipart}, ${form}]`, "type: string", [multipart, form]],
    ["", "type: file", [multipart]],
    [`consumes: [${form}]`, "type: file", [multipart]],
    [`consumes: [${form}, ${multipart}]`, "type: file", [multipart]],
    ["", "type: array, items: { type: file }", [multipart]],
    ["consumes: [multipart/mixed]", "type: file", [multipart]],
  ])("%j, %s: %j", (root, type, expected) => {
    const { operation } = operationOf(fields(`name: a, ${type}`), root);
    expect(Object.keys(objectAt(operation, "requestBody", "content"))).toEqual(expected);
  });

  it("that are files are strings of bytes", () => {
    const list = fields("name: a, type: file", "name: b, type: array, items: { type: file }");
    const media = objectAt(operationOf(list).operation, "requestBody", "content", multipart);
    expect(media).toEqual({
      schema: {
        type: "object",
        properties: {
          a: { type: "string", format: "binary" },
          b: { type: "array", items: { type: "string", format: "binary" } },
        },
      },
    });
  });

  it.each<[string, string, JsonObject | undefined]>([
    ["", form, { style: "form", explode: false }],
    ["ssv", form, { style: "spaceDelimited", explode: false }],
    ["pipes", form, { style: "pipeDelimited", explode: false }],
    ["multi", form, undefined],
    ["csv", multipart, { style: "form", explode: false, "x-exemplar-style": true }],
    ["multi", multipart, undefined],
  ])("lists, %j in %s", (format, mediaType, expected) => {
    const member = format && `, collectionFormat: ${format}`;
    const text = fields(`name: a, type: array, items: { type: string }${member}`);
    const { operation } = operationOf(text, `consumes: [${mediaType}]`);
    expect(objectAt(operation, "requestBody", "content", mediaType)["encoding"]).toEqual(expected && { a: expected });
  });

  it("of one name: the last one counts", () => {
    const { operation, codes } = operationOf(fields("name: a, type: string", "name: a, type: integer"));
    const schema = objectAt(operation, "requestBody", "content", form, "schema");
    expect(schema["properties"]).toEqual({ a: { type: "integer" } });
    expect(codes).toEqual([`parameter-duplicate ${at("/parameters/1/name")}`]);
  });

  it("of the path item, minus what the operation declares again", () => {
    const item = "parameters: [{ name: a, in: formData, type: string }, { name: b, in: formData, type: string }]";
    const { operation } = operationOf(fields("name: b, type: integer"), "", item);
    expect(objectAt(operation, "requestBody", "content", form, "schema")["properties"]).toEqual({
      a: { type: "string" },
      b: { type: "integer" },
    });
  });

  it("without a name are an error", () => {
    expect(operationOf(fields("type: string")).codes).toEqual([`key-missing ${at("/parameters/0")}`]);
  });
});

describe("responses", () => {
  it.each<[string, string, string, JsonObject | undefined]>([
    ["", "", "description: Done", undefined],
    ["", "", "schema: { type: object }", { [json]: { schema: { type: "object" } } }],
    ["", "produces: [text/plain]", "schema: { type: string }", { "text/plain": { schema: { type: "string" } } }],
    ["produces: [a/b]", "", "schema: {}", { "a/b": { schema: {} } }],
    ["produces: [a/b]", "produces: []", "schema: {}", { [json]: { schema: {} } }],
    ["produces: ['*/*']", "", "schema: { type: object }", { [json]: { schema: { type: "object" } } }],
    ["", "", "schema: { type: file }", { [bytes]: { schema: { type: "string", format: "binary" } } }],
    [
      "produces: [application/json, application/pdf]",
      "",
      "schema: { type: file }",
      { "application/pdf": { schema: { type: "string", format: "binary" } } },
    ],
    ["produces: [application/pdf]", "", "schema: { type: object }", { [json]: { schema: { type: "object" } } }],
    [
      "produces: [application/json, application/xml]",
      "",
      "schema: {}\nexamples: { application/xml: <a/>, application/json: { a: 1 } }",
      { [json]: { schema: {}, example: { a: 1 } }, "application/xml": { schema: {}, example: "<a/>" } },
    ],
    ["", "", "examples: { application/json: { a: 1 } }", { [json]: { example: { a: 1 } } }],
    [
      "produces: [application/hal+json]",
      "",
      "schema: {}\nexamples: { application/json: 1 }",
      { "application/hal+json": { schema: {}, example: 1 } },
    ],
    ["", "", "schema: {}\nexamples: { text/csv: a }", { "text/csv": { schema: {}, example: "a" } }],
    ["", "", "schema: {}\nx-examples: { one: 1 }", { [json]: { schema: {}, examples: { one: { value: 1 } } } }],
  ])("%j, %j, %j", (root, operation, response, expected) => {
    const text = `${operation}\nresponses:\n  200:\n    ${response.replaceAll("\n", "\n    ")}`;
    const { operation: found, codes } = operationOf(text, root);
    expect(objectAt(found, "responses", "200")["content"]).toEqual(expected);
    expect(codes).toEqual([]);
  });

  it.each<[string, string]>([
    ["examples: { text/html: <p> }", "/text~1html"],
    ["examples: { id: 1 }", "/id"],
  ])("%s are reported", (examples, pointer) => {
    const text = `produces: [application/json]\nresponses: { 200: { schema: {}, ${examples} } }`;
    expect(operationOf(text).codes).toEqual([`example-media-type-unknown ${at(`/responses/200/examples${pointer}`)}`]);
  });

  it("have headers with schemas, extensions, and what is shared", () => {
    const root =
      "responses: { R: { description: R., x-mine: 1, headers: { X-A: { type: array, items: { type: integer }, description: A. } } } }";
    const { operation, root: document } = operationOf("responses: { 200: { $ref: '#/responses/R' } }", root);
    expect(objectAt(operation, "responses", "200")).toEqual({
      description: "R.",
      "x-mine": 1,
      headers: { "X-A": { description: "A.", schema: { type: "array", items: { type: "integer" } } } },
    });
    expect(document).not.toHaveProperty("responses");
  });
});
