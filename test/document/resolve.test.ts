import { describe, expect, it } from "vitest";
import { originAt } from "../../generator/document/document.js";
import { type JsonValue, member } from "../../generator/document/json.js";
import { valueAt } from "../../generator/document/json-pointer.js";
import { apiText, resolved } from "./document-fixture.js";

const components = `
parameters:
  Page:
    name: page
    in: query
    schema: { type: integer }
  Again: { $ref: "#/components/parameters/Page" }
responses:
  Ok: { description: fine, content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } } }
requestBodies:
  Pet: { content: { application/json: { schema: { $ref: "#/components/schemas/Pet" }, examples: { one: { $ref: "#/components/examples/Rex" } } } } }
examples:
  Rex: { summary: A dog, value: { name: Rex, $ref: "#/nowhere" } }
headers:
  Rate: { schema: { type: integer } }
schemas:
  Pet:
    type: object
    properties:
      name: { type: string }
      $ref: { type: string }
      owner: { type: object, properties: { id: { type: string } } }
  a/b~c d%e: { type: string }
`;

/** The node at a pointer after the document was resolved. */
function nodeAt(paths: string, pointer: string): JsonValue | undefined {
  return valueAt(resolved(apiText({ paths, components })).document.value, pointer);
}

const at = (pointer: string) => `/paths/~1pets/get${pointer}`;
const get = (yaml: string) => `/pets:\n  get:\n${yaml.replace(/^/gm, "    ")}`;

describe("references to anything but schemas are replaced by what they refer to", () => {
  it.each<[string, string, string, string]>([
    ["a parameter", get('parameters: [{ $ref: "#/components/parameters/Page" }]'), at("/parameters/0/name"), "page"],
    ["a chain", get('parameters: [{ $ref: "#/components/parameters/Again" }]'), at("/parameters/0/name"), "page"],
    [
      "a response",
      get('responses: { 200: { $ref: "#/components/responses/Ok" } }'),
      at("/responses/200/description"),
      "fine",
    ],
    [
      "a header",
      get('responses: { 200: { headers: { X: { $ref: "#/components/headers/Rate" } } } }'),
      at("/responses/200/headers/X/schema/type"),
      "integer",
    ],
    [
      "an example",
      get('requestBody: { $ref: "#/components/requestBodies/Pet" }'),
      at("/requestBody/content/application~1json/examples/one/value/name"),
      "Rex",
    ],
    [
      "a path item",
      `/pets: { $ref: "#/paths/~1dogs" }\n/dogs:\n  get: { operationId: dogs }`,
      at("/operationId"),
      "dogs",
    ],
    [
      "a percent-encoded pointer",
      `/pets: { $ref: "#/paths/%7E1dogs%7E1%7Bid%7D" }
/dogs/{id}:
  get: { operationId: dogs }`,
      at("/operationId"),
      "dogs",
    ],
  ])("%s", (_, paths, pointer, want) => {
    expect(nodeAt(paths, pointer)).toBe(want);
  });

  it("keeps a summary and a description that stand beside the reference", () => {
    const paths = get('responses: { 200: { $ref: "#/components/responses/Ok", description: own, x: dropped } }');
    expect(nodeAt(paths, at("/responses/200/description"))).toBe("own");
    expect(nodeAt(paths, at("/responses/200/x"))).toBeUndefined();
    expect(nodeAt(paths, at("/responses/200/content/application~1json/schema/$ref"))).toBe("#/components/schemas/Pet");
  });

  it("leaves the target itself as it was", () => {
    const paths = get('responses: { 200: { $ref: "#/components/responses/Ok", description: own } }');
    expect(nodeAt(paths, "/components/responses/Ok/description")).toBe("fine");
  });

  it("reports nothing about references that are right", () => {
    const paths = get('requestBody: { $ref: "#/components/requestBodies/Pet" }');
    expect(resolved(apiText({ paths, components })).codes).toEqual([]);
  });
});

describe("origins", () => {
  const paths = get(
    'parameters: [{ $ref: "#/components/parameters/Again" }]\nresponses: { 200: { $ref: "#/components/responses/Ok", description: own } }',
  );
  const { document } = resolved(apiText({ paths, components }));

  it.each<[string, string, string]>([
    ["what was inlined comes from the end of the chain", "/parameters/0/name", "/components/parameters/Page/name"],
    [
      "also deep in it",
      "/responses/200/content/application~1json",
      "/components/responses/Ok/content/application~1json",
    ],
    ["what overrides comes from beside the reference", "/responses/200/description", at("/responses/200/description")],
    ["what was not touched stays", "/parameters", at("/parameters")],
  ])("%s", (_, pointer, want) => {
    expect(originAt(document, at(pointer))).toEqual({ uri: "api.yml", pointer: want });
  });
});

describe("references to schemas", () => {
  const schemaAt = (schema: string, name = "S") => {
    const text = apiText({ components: `${components.trim()}\n  ${name}:\n${schema.replace(/^/gm, "    ")}` });
    const result = resolved(text);
    return { ...result, schema: valueAt(result.document.value, `/components/schemas/${name}`) };
  };

  it.each<[string, string, string]>([
    ["one with a name stays", "#/components/schemas/Pet", "#/components/schemas/Pet"],
    [
      "an escaped one is written in one way",
      "#/components/schemas/a~1b~0c%20d%25e",
      "#/components/schemas/a~1b~0c d%25e",
    ],
    ["one that is not percent-encoded, too", "#/components/schemas/a~1b~0c d%e", "#/components/schemas/a~1b~0c d%25e"],
    ["a nameless one gets a name", "#/components/schemas/Pet/properties/owner", "#/components/schemas/PetOwner"],
    ["of a parameter, too", "#/components/parameters/Page/schema", "#/components/schemas/ParametersPage"],
  ])("%s", (_, reference, want) => {
    const { schema, codes } = schemaAt(`$ref: "${reference}"\ntitle: S`);
    expect(codes).toEqual([]);
    expect(schema).toEqual({ $ref: want, title: "S" });
  });

  it("puts what got a name among the schemas, with the origin that it had", () => {
    const { document } = schemaAt('items: { $ref: "#/components/schemas/Pet/properties/owner" }');
    expect(valueAt(document.value, "/components/schemas/PetOwner/properties/id")).toEqual({ type: "string" });
    expect(originAt(document, "/components/schemas/PetOwner/properties/id").pointer).toBe(
      "/components/schemas/Pet/properties/owner/properties/id",
    );
  });

  it("gives one name to one place, and another where the name is taken", () => {
    const text = apiText({
      components: `schemas:
  PetOwner: { type: string }
  Pet: { type: object, properties: { owner: { type: object }, first: { $ref: "#/components/schemas/Pet/properties/owner" }, second: { $ref: "#/components/schemas/Pet/properties/owner" } } }`,
    });
    const { document } = resolved(text);
    const properties = valueAt(document.value, "/components/schemas/Pet/properties");
    const [, , name = ""] = Object.keys(valueAt(document.value, "/components/schemas") ?? {});
    expect(name).toMatch(/^PetOwner_[\da-f]{8}$/);
    expect(member(properties, "first")).toEqual({ $ref: `#/components/schemas/${name}` });
    expect(member(properties, "second")).toEqual(member(properties, "first"));
  });

  it("keeps what stands beside the reference", () => {
    expect(
      schemaAt(
        '$ref: "#/components/schemas/Pet"\ndescription: A pet\nproperties: { x: { $ref: "#/components/schemas/Pet/properties/owner" } }',
      ).schema,
    ).toEqual({
      $ref: "#/components/schemas/Pet",
      description: "A pet",
      properties: { x: { $ref: "#/components/schemas/PetOwner" } },
    });
  });

  it("lets schemas refer to themselves and to each other", () => {
    const { codes } = schemaAt(
      'type: object\nproperties:\n  self: { $ref: "#/components/schemas/S" }\n  deep: { items: { $ref: "#/components/schemas/S/properties/deep" } }',
    );
    expect(codes).toEqual([]);
  });

  it("takes a property called $ref for a property", () => {
    expect(schemaAt("{}").codes).toEqual([]);
    expect(valueAt(schemaAt("{}").document.value, "/components/schemas/Pet/properties/$ref")).toEqual({
      type: "string",
    });
  });

  it.each(["default", "example", "const", "x-extension"])("takes $ref in %s for data", (key) => {
    const { schema, codes } = schemaAt(`${key}: { $ref: "#/nowhere" }`);
    expect(codes).toEqual([]);
    expect(schema).toEqual({ [key]: { $ref: "#/nowhere" } });
  });

  it("takes $ref in an enum for data", () => {
    expect(schemaAt('enum: [{ $ref: "#/nowhere" }]').codes).toEqual([]);
  });
});

describe("data that looks like a reference is left alone", () => {
  it.each([
    [
      "an example of a media type",
      'requestBody: { content: { application/json: { example: { $ref: "#/nowhere" } } } }',
    ],
    ["an example of a parameter", 'parameters: [{ name: a, in: query, example: { $ref: "#/nowhere" } }]'],
    [
      "the value of an example",
      'requestBody: { content: { application/json: { examples: { a: { value: { $ref: "#/nowhere" } } } } } }',
    ],
    ["an extension", 'x-data: { $ref: "#/nowhere" }'],
  ])("%s", (_, yaml) => {
    const { codes } = resolved(apiText({ paths: get(yaml) }));
    expect(codes).toEqual([]);
  });
});

describe("references that cannot be followed", () => {
  const place = at("/parameters/0/$ref");

  it.each<[string, string, string]>([
    ["to nothing", '"#/components/parameters/Nope"', "reference-not-found"],
    ["to what every object inherits", '"#/constructor"', "reference-not-found"],
    ["through a text", '"#/openapi/0"', "reference-not-found"],
    ["beyond the end of a list", '"#/paths/~1pets/get/parameters/7"', "reference-not-found"],
    ["to another file", '"other.yml#/a"', "reference-outside"],
    ["to a server", '"https://example.com/api.yml"', "reference-outside"],
    ["to a file URL", '"file:///etc/passwd"', "reference-outside"],
    ["that is no pointer", '"#components"', "reference-malformed"],
    ["with a malformed escape", '"#/a~2b"', "reference-malformed"],
    ["that is no text", "[1]", "reference-not-text"],
    ["to itself", `"#/paths/~1pets/get/parameters/0"`, "reference-cycle"],
  ])("%s", (_, reference, code) => {
    const { codes } = resolved(apiText({ paths: get(`parameters: [{ $ref: ${reference} }]`) }));
    expect(codes).toEqual([`${code} ${place}`]);
  });

  it("in a circle of several", () => {
    const text = apiText({
      components: 'responses: { A: { $ref: "#/components/responses/B" }, B: { $ref: "#/components/responses/A" } }',
    });
    expect(resolved(text).codes.map((line) => line.split(" ")[0])).toEqual(["reference-cycle"]);
  });

  it("to schemas are reported, too, and leave a schema that says nothing", () => {
    const { document, codes } = resolved(
      apiText({ components: 'schemas: { S: { $ref: "#/components/schemas/Nope" } }' }),
    );
    expect(codes).toEqual(["reference-not-found /components/schemas/S/$ref"]);
    expect(valueAt(document.value, "/components/schemas/S")).toEqual({});
  });

  it("are all reported", () => {
    const { codes } = resolved(
      apiText({ paths: get('parameters: [{ $ref: "#/a" }, { $ref: "#/b" }]\nrequestBody: { $ref: "#/c" }') }),
    );
    expect(codes).toHaveLength(3);
  });

  it("once, where many places lead to them", () => {
    const { codes } = resolved(
      apiText({
        paths: get('parameters: [{ $ref: "#/components/parameters/A" }, { $ref: "#/components/parameters/A" }]'),
        components: 'parameters: { A: { $ref: "#/nowhere" } }',
      }),
    );
    expect(codes).toEqual(["reference-not-found /components/parameters/A/$ref"]);
  });
});
