import { describe, expect, it } from "vitest";
import { collectDiagnostics } from "../../generator/diagnostics.js";
import { inferSchemas } from "../../generator/document/infer.js";
import { normalise } from "../../generator/document/normalise.js";
import { resolveReferences } from "../../generator/document/resolve.js";
import { buildResponse } from "../../generator/model/build-response.js";
import { apiText, codesAt, documentFrom } from "../document/document-fixture.js";

const components = `
schemas:
  Pet: { type: object, properties: { id: { type: integer }, name: { type: string } } }
  Named: { type: object, required: [event, data], properties: { event: { const: pet }, data: { $ref: "#/components/schemas/Pet" } } }
  Pets: { type: array, items: { $ref: "#/components/schemas/Pet" } }
`;
const pet = { $ref: "#/components/schemas/Pet" };

/** A response with this content, as YAML on one line, and what was found wrong. */
function build(content: string) {
  const paths = `/a:\n  get:\n    responses:\n      "200": { description: d, content: { ${content} } }`;
  const diagnostics = collectDiagnostics();
  const document = documentFrom(apiText({ version: "3.2.0", paths, components }));
  const normal = normalise(resolveReferences(document, diagnostics), diagnostics);
  const inferred = normal && inferSchemas(normal, { required: "seen", partial: "keep" }, diagnostics);
  const response = inferred?.operations[0]?.responses[0];
  if (!inferred || !response) throw new Error(codesAt(diagnostics).join("\n"));
  const forms = { dialect: null, operations: {} };
  const names = { name: "a", id: "a", typeId: "A", slug: "a", renamed: null };
  const table = new Map(inferred.schemas.map(({ name, schema }) => [name, schema]));
  return {
    contents: buildResponse(response, "get", { table, forms, names }, diagnostics).contents,
    codes: codesAt(diagnostics),
  };
}

const at = (mediaType: string) => `/paths/~1a/get/responses/200/content/${mediaType.replace("/", "~1")}`;

describe("media types", () => {
  it.each([
    ["application/x-ndjson", "lines"],
    ["application/ndjson; charset=utf-8", "lines"],
    ["application/jsonl", "lines"],
    ["application/x-jsonlines", "lines"],
    ["Application/JSON-seq", "sequence"],
    ["application/geo+json-seq", "sequence"],
    ["text/event-stream", "events"],
    ["application/json", "json"],
    ["application/problem+json", "json"],
    ["text/events", "text"],
  ])("%s is %s", (mediaType, kind) => {
    expect(build(`"${mediaType}": {}`).contents[0]).toMatchObject({ kind });
  });
});

describe("the values of JSON lines", () => {
  it.each<[string, string, object]>([
    ["itemSchema", `itemSchema: { $ref: "${pet.$ref}" }, schema: { type: array, items: { type: string } }`, pet],
    ["a schema that is no list", `schema: { $ref: "${pet.$ref}" }`, pet],
    ["the items of a list", `schema: { type: array, items: { $ref: "${pet.$ref}" } }`, pet],
    ["the items of a list behind a reference", 'schema: { $ref: "#/components/schemas/Pets" }', pet],
    ["a list of anything", "schema: { type: array }", {}],
    ["itemSchema that is text", "itemSchema: { type: string }", { type: "string" }],
    ["a schema that says that the whole is text", "schema: { type: string, format: binary }", {}],
    ["an example of several", "example: [{ a: 1 }]", { type: "object", properties: { a: { type: "integer" } } }],
    ["an example of one", "example: { a: 1 }", { type: "object", properties: { a: { type: "integer" } } }],
    ["an example that is text", 'example: "{}\\n"', {}],
    ["nothing", "", {}],
  ])("have the type of %s", (_, media, schema) => {
    expect(build(`application/jsonl: { ${media} }`).contents[0]?.schema).toMatchObject(schema);
  });
});

describe("the data of events", () => {
  it.each<[string, string, object, boolean]>([
    ["nothing is said", "", { type: "string" }, false],
    ["it is text", "schema: { type: string, enum: [a] }", { type: "string", enum: ["a"] }, false],
    ["it is an object", `schema: { $ref: "${pet.$ref}" }`, pet, true],
    ["it is an object with an id and more", `itemSchema: { $ref: "${pet.$ref}" }`, pet, true],
    ["it is a list", `schema: { type: array, items: { $ref: "${pet.$ref}" } }`, pet, true],
    [
      "it is an object or the end",
      `schema: { oneOf: [{ $ref: "${pet.$ref}" }, { const: "[DONE]" }] }`,
      { oneOf: [pet, { const: "[DONE]" }] },
      true,
    ],
  ])("where %s", (_, media, schema, isJson) => {
    expect(build(`text/event-stream: { ${media} }`).contents[0]).toMatchObject({
      schema,
      events: { describes: "data", isJson, others: [] },
    });
  });
});

describe("events that are described as a whole", () => {
  const text = { type: "string" };
  const json = (schema: string) => `{ contentMediaType: application/json, contentSchema: ${schema} }`;
  const named = (name: string, data: string) => `{ properties: { event: { const: ${name} }, data: ${data} } }`;

  it.each<[string, string, object, object]>([
    ["text", "properties: { data: { type: string }, retry: { type: integer } }", { data: text }, { isJson: false }],
    ["JSON in text", `properties: { data: ${json(`{ $ref: "${pet.$ref}" }`)} }`, { data: pet }, { isJson: true }],
    [
      "JSON of any kind",
      "properties: { data: { contentMediaType: application/json } }",
      { data: {} },
      { isJson: true },
    ],
    ["text of another kind", "properties: { data: { contentMediaType: text/xml } }", { data: text }, { isJson: false }],
    ["a value", `properties: { data: { $ref: "${pet.$ref}" } }`, { data: pet }, { isJson: true }],
    [
      "numbers that are text on the wire",
      "properties: { data: { type: string }, id: { type: integer }, event: {} }",
      { data: text, id: text, event: text },
      { isJson: false },
    ],
  ])("with data that is %s", (_, schema, properties, events) => {
    expect(build(`text/event-stream: { itemSchema: { ${schema} } }`).contents[0]).toMatchObject({
      schema: { properties, required: ["data"] },
      events: { describes: "event", others: [], ...events },
    });
  });

  it.each<[string, string[], object]>([
    ["all JSON", [named("a", json("{}")), named("b", "{ type: object }")], { isJson: true, others: [] }],
    ["some JSON", [named("a", json("{}")), named("b", "{}")], { isJson: false, others: ["a"] }],
    [
      "JSON but for one",
      [named("a", "{}"), `{ properties: { data: ${json("{}")} } }`],
      { isJson: true, others: ["a"] },
    ],
    ["none JSON", [named("a", "{}"), named("b", "{}")], { isJson: false, others: [] }],
  ])("are told apart by their name: %s", (_, kinds, events) => {
    const schema = `type: object, required: [event], properties: { event: { type: string }, data: { type: string } }`;
    const [content] = build(`text/event-stream: { itemSchema: { ${schema}, oneOf: [${kinds.join(", ")}] } }`).contents;
    expect(content).toMatchObject({ schema: { oneOf: [{}, {}] }, events: { describes: "event", ...events } });
  });

  it("may stand in a schema of a version before 3.2, behind references", () => {
    const [content] = build(
      'text/event-stream: { schema: { oneOf: [{ $ref: "#/components/schemas/Named" }] } }',
    ).contents;
    expect(content?.schema).toEqual({
      type: "object",
      properties: { event: { const: "pet" }, data: pet },
      required: ["event", "data"],
    });
  });

  it("are no events where something else stands among them, or where there are too many", () => {
    const other = `{ oneOf: [{ $ref: "#/components/schemas/Named" }, { $ref: "${pet.$ref}" }] }`;
    expect(build(`text/event-stream: { schema: ${other} }`).contents[0]?.events).toMatchObject({ describes: "data" });
    const wide = `{ allOf: [], oneOf: [${Array<string>(600).fill(named("a", "{}")).join(", ")}] }`;
    expect(build(`text/event-stream: { schema: ${wide} }`).contents[0]?.events).toMatchObject({ describes: "data" });
  });
});

describe("fixtures", () => {
  const values = (content: string) => build(content).contents[0]?.fixtures.map(({ value }) => value);

  it.each<[string, string, unknown[]]>([
    ["a list of lines", "application/jsonl: { example: [{ a: 1 }, { a: 2 }] }", [[{ a: 1 }, { a: 2 }]]],
    ["one line", "application/jsonl: { example: { a: 1 } }", [{ a: 1 }]],
    ["text", `application/jsonl: { itemSchema: { $ref: "${pet.$ref}" }, example: "{}\\n" }`, ["{}\n"]],
    ["made from the schema", `application/jsonl: { itemSchema: { $ref: "${pet.$ref}" } }`, [[{ id: 1, name: "name" }]]],
    ["data", `text/event-stream: { schema: { $ref: "${pet.$ref}" }, example: [{ id: 1 }] }`, [[{ id: 1 }]]],
    [
      "events, with the value that the text of their data holds",
      `text/event-stream: { itemSchema: { $ref: "#/components/schemas/Named" }, example: [{ event: pet, data: '{"id":1}' }] }`,
      [[{ event: "pet", data: { id: 1 } }]],
    ],
  ])("are %s", (_, content, expected) => {
    expect(values(content)).toEqual(expected);
    expect(build(content).codes).toEqual([]);
  });

  it("that are no such values are reported and made anew", () => {
    const { contents, codes } = build(
      `application/jsonl: { itemSchema: { $ref: "${pet.$ref}" }, example: [{ id: x }] }`,
    );
    expect(codes).toEqual([`example-contradicts-schema ${at("application/jsonl")}/example/0/id`]);
    expect(contents[0]?.fixtures).toMatchObject([{ source: "synthesised" }]);
  });
});

describe("XML", () => {
  it.each<[string, string, string[]]>([
    ["described as a structure", `application/xml: { schema: { $ref: "${pet.$ref}" } }`, ["application/xml"]],
    ["of a suffix", "application/atom+xml: {}", ["application/atom+xml"]],
    ["with an example that is a value", "text/xml: { example: { a: 1 } }", ["text/xml"]],
    ["described as text", "text/xml: { schema: { type: string }, example: <a/> }", []],
    ["beside JSON, which is preferred", `application/xml: {}, application/json: {}`, []],
  ])("%s", (_, content, mediaTypes) => {
    const { contents, codes } = build(content);
    expect(codes).toEqual(mediaTypes.map((mediaType) => `xml-as-text ${at(mediaType)}`));
    expect(contents[0]).toMatchObject({ kind: "text", schema: { type: "string" } });
  });
});
