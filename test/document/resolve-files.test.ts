import { describe, expect, it } from "vitest";
import { originAt } from "../../generator/document/document.js";
import { isJsonObject, type JsonValue } from "../../generator/document/json.js";
import { valueAt } from "../../generator/document/json-pointer.js";
import { apiText, resolvedAmong } from "./document-fixture.js";

const get = (yaml: string) => `/pets:\n  get:\n${yaml.replace(/^/gm, "    ")}`;
const at = (pointer: string) => `/paths/~1pets/get${pointer}`;
const schemaOf = (reference: string) =>
  get(`responses: { 200: { content: { application/json: { schema: { $ref: "${reference}" } } } } }`);
const schemaAt = at("/responses/200/content/application~1json/schema/$ref");

function schemasOf(value: JsonValue): readonly string[] {
  const schemas = valueAt(value, "/components/schemas");
  return isJsonObject(schemas) ? Object.keys(schemas) : [];
}

describe("references into other files", () => {
  const others = {
    "shared/parts.yml": `
Page: { name: page, in: query, schema: { $ref: "types.yml#/Count" } }
Again: { $ref: "#/Page" }
Rate: { schema: { type: integer } }
Fine: { description: fine, headers: { Rate: { $ref: "#/Rate" } } }
Pet: { content: { application/json: { schema: { $ref: "../api.yml#/components/schemas/Pet" } } } }
Key: { type: apiKey, in: query, name: key }
Hook: { "{$request.body#/url}": { post: { operationId: called } } }
Next: { operationId: next }
a~b/c: { name: odd, in: query }
"%41": { name: literal, in: query }
`,
    "shared/types.yml": "Count: { type: integer }\n",
    "shared/dogs.yml": "get: { operationId: dogs, parameters: [{ $ref: parts.yml#/Page }] }\n",
    "a folder/rex.json": '{ "name": "Rex", "description": "a dog" }\n',
    "a folder/whole.yml": "summary: s\nvalue: { name: Rex }\n",
    "all.yml": "/cats: { get: { operationId: cats } }\n",
    "lists.yml": "- { name: limit, in: query }\n",
  };
  const components = 'schemas: { Pet: { type: object } }\nsecuritySchemes: { key: { $ref: "shared/parts.yml#/Key" } }';
  const example = (reference: string) =>
    get(`requestBody: { content: { application/json: { examples: { one: { $ref: "${reference}" } } } } }`);

  it.each<[string, string, string, JsonValue]>([
    ["a parameter", get("parameters: [{ $ref: shared/parts.yml#/Page }]"), at("/parameters/0/name"), "page"],
    ["a chain", get("parameters: [{ $ref: ./shared/parts.yml#/Again }]"), at("/parameters/0/name"), "page"],
    [
      "a response",
      get('responses: { 200: { $ref: "shared/parts.yml#/Fine" } }'),
      at("/responses/200/description"),
      "fine",
    ],
    [
      "a header in it",
      get('responses: { 200: { $ref: "shared/parts.yml#/Fine" } }'),
      at("/responses/200/headers/Rate/schema/type"),
      "integer",
    ],
    [
      "a body that leads back",
      get('requestBody: { $ref: "shared/parts.yml#/Pet" }'),
      at("/requestBody/content/application~1json/schema/$ref"),
      "#/components/schemas/Pet",
    ],
    [
      "a callback",
      get('callbacks: { a: { $ref: "shared/parts.yml#/Hook" } }'),
      at("/callbacks/a/{$request.body#~1url}/post/operationId"),
      "called",
    ],
    [
      "a link",
      get('responses: { 200: { links: { n: { $ref: "shared/parts.yml#/Next" } } } }'),
      at("/responses/200/links/n/operationId"),
      "next",
    ],
    ["a path item", "/dogs: { $ref: shared/dogs.yml }", "/paths/~1dogs/get/parameters/0/name", "page"],
    ["all paths", "$ref: all.yml", "/paths/~1cats/get/operationId", "cats"],
    ["a list of parameters", get("parameters: { $ref: lists.yml }"), at("/parameters/0/name"), "limit"],
    ["a security scheme", "{}", "/components/securitySchemes/key/name", "key"],
    [
      "an example",
      example("a%20folder/whole.yml"),
      at("/requestBody/content/application~1json/examples/one/value/name"),
      "Rex",
    ],
    [
      "an example that is its value alone",
      example("a folder/rex.json"),
      at("/requestBody/content/application~1json/examples/one/value/description"),
      "a dog",
    ],
    ["an escaped pointer", get('parameters: [{ $ref: "shared/parts.yml#/a~0b~1c" }]'), at("/parameters/0/name"), "odd"],
    [
      "a percent-encoded one",
      get('parameters: [{ $ref: "shared/parts.yml#/a~0b%7E1c" }]'),
      at("/parameters/0/name"),
      "odd",
    ],
    [
      "one that looks so",
      get('parameters: [{ $ref: "shared/parts.yml#/%2541" }]'),
      at("/parameters/0/name"),
      "literal",
    ],
    ["backslashes", get('parameters: [{ $ref: "shared\\\\parts.yml#/Page" }]'), at("/parameters/0/name"), "page"],
  ])("%s", (_, paths, pointer, want) => {
    const { document, codes } = resolvedAmong(apiText({ paths, components }), others);
    expect(codes).toEqual([]);
    expect(valueAt(document.value, pointer)).toEqual(want);
  });

  it("keep the place where each part was written", () => {
    const { document } = resolvedAmong(apiText({ paths: "/dogs: { $ref: shared/dogs.yml }", components }), others);
    expect(originAt(document, "/paths/~1dogs/get/parameters/0/name")).toEqual({
      uri: "shared/parts.yml",
      pointer: "/Page/name",
    });
    expect(originAt(document, "/components/schemas/Count/type")).toEqual({
      uri: "shared/types.yml",
      pointer: "/Count/type",
    });
  });

  it("merge what stands beside the reference to a path item", () => {
    const paths = "/dogs: { $ref: shared/dogs.yml, parameters: [{ $ref: shared/parts.yml#/Page }], summary: own }";
    const { document } = resolvedAmong(apiText({ paths, components }), others);
    expect(valueAt(document.value, "/paths/~1dogs/parameters/0/name")).toBe("page");
    expect(valueAt(document.value, "/paths/~1dogs/summary")).toBe("own");
    expect(valueAt(document.value, "/paths/~1dogs/get/operationId")).toBe("dogs");
  });
});

describe("names of schemas from other files", () => {
  const thing = "type: object\nproperties: { owner: { type: object }, self: { $ref: '#' } }\n";
  it.each<[string, string, string]>([
    ["a file", "models/Pet.yml", "Pet"],
    ["a file in other letters", "models/pet-details.schema.json", "PetDetails"],
    ["a member of a file", "models.yml#/Pet", "Pet"],
    ["a component of a document", "other.yml#/components/schemas/pet_kind", "pet_kind"],
    ["a definition", "other.yml#/definitions/Pet", "Pet"],
    ["a property in a file", "models/Pet.yml#/properties/owner", "PetOwner"],
    ["a property in a member", "models.yml#/Pet/properties/owner", "PetOwner"],
    [
      "a schema in an operation",
      "other.yml#/paths/~1pets~1{id}/get/responses/200/content/application~1json/schema",
      "GetPetsByIdResponse200Schema",
    ],
  ])("%s: %s becomes %s", (_, reference, want) => {
    const { document, codes } = resolvedAmong(apiText({ paths: schemaOf(reference) }), {
      "models/Pet.yml": thing,
      "models/pet-details.schema.json": thing,
      "models.yml": "Pet: { type: object, properties: { owner: { type: object } } }\n",
      "other.yml": `openapi: 3.1.0
paths:
  /pets/{id}: { get: { responses: { 200: { content: { application/json: { schema: { type: string } } } } } } }
components: { schemas: { pet_kind: { type: string } } }
definitions: { Pet: { type: string } }
`,
    });
    expect(codes).toEqual([]);
    expect(valueAt(document.value, schemaAt)).toBe(`#/components/schemas/${want}`);
    expect(schemasOf(document.value)).toContain(want);
  });

  it("are one for all spellings of a reference", () => {
    const schemas = ["Pet.yml", "./Pet.yml", "./x/../Pet.yml#", "P%65t.yml", "back.yml#/Pet"].map(
      (ref) => `{ $ref: "${ref}" }`,
    );
    const { document } = resolvedAmong(
      apiText({ components: `schemas: { All: { anyOf: [${schemas.join(", ")}] } }` }),
      {
        "Pet.yml": thing,
        "back.yml": "Pet: { $ref: Pet.yml }\n",
      },
    );
    const parts = valueAt(document.value, "/components/schemas/All/anyOf");
    expect(parts).toEqual(schemas.map(() => ({ $ref: "#/components/schemas/Pet" })));
    expect(schemasOf(document.value)).toEqual(["All", "Pet"]);
    expect(valueAt(document.value, "/components/schemas/Pet/properties/self")).toEqual({
      $ref: "#/components/schemas/Pet",
    });
  });

  it("are those of components that only refer to them", () => {
    const components = "schemas: { Animal: { $ref: models/Pet.yml }, Pets: { items: { $ref: models/Pet.yml } } }";
    const { document } = resolvedAmong(apiText({ components }), { "models/Pet.yml": thing });
    expect(schemasOf(document.value)).toEqual(["Animal", "Pets"]);
    expect(valueAt(document.value, "/components/schemas/Animal/type")).toBe("object");
    expect(valueAt(document.value, "/components/schemas/Pets/items/$ref")).toBe("#/components/schemas/Animal");
    expect(originAt(document, "/components/schemas/Animal/type")).toEqual({ uri: "models/Pet.yml", pointer: "/type" });
  });

  it("are those of components when these are all in another file", () => {
    const { document } = resolvedAmong(
      apiText({ paths: schemaOf("#/components/schemas/Pet"), components: "schemas: { $ref: models.yml }" }),
      { "models.yml": "Pet: { properties: { owner: { $ref: '#/Owner' } } }\nOwner: { type: string }\n" },
    );
    expect(schemasOf(document.value)).toEqual(["Pet", "Owner"]);
    expect(valueAt(document.value, schemaAt)).toBe("#/components/schemas/Pet");
  });

  it.each([
    ["in one order", ["a.yml", "b.yml"]],
    ["in the other", ["b.yml", "a.yml"]],
  ])("take the file's name where several want one, whoever comes first: %s", (_, files) => {
    const parts = files.map((file) => `{ $ref: "${file}#/Error" }`).join(", ");
    const { document } = resolvedAmong(apiText({ components: `schemas: { All: { anyOf: [${parts}] } }` }), {
      "a.yml": "Error: { type: string }\n",
      "b.yml": "Error: { type: integer }\n",
    });
    expect(valueAt(document.value, "/components/schemas/ErrorA")).toEqual({ type: "string" });
    expect(valueAt(document.value, "/components/schemas/ErrorB")).toEqual({ type: "integer" });
    expect(schemasOf(document.value)).toHaveLength(3);
  });

  it("leave a component of the document its name, and end in a hash where all else is taken", () => {
    const components = `schemas:
  Pet: { anyOf: [{ $ref: "a/Pet.yml" }, { $ref: "b/a/Pet.yml" }, { $ref: "models.yml#/Pet" }] }`;
    const { document } = resolvedAmong(apiText({ components }), {
      "a/Pet.yml": "type: string\n",
      "b/a/Pet.yml": "type: integer\n",
      "models.yml": "Pet: { type: boolean }\n",
    });
    const names = schemasOf(document.value);
    expect(names).toHaveLength(4);
    expect(names.slice(0, 2)).toEqual(["Pet", "PetModels"]);
    for (const name of names.slice(2)) expect(name).toMatch(/^Pet_[\da-f]{8}$/);
  });
});

describe("mappings of discriminators", () => {
  it("come out as references to named schemas", () => {
    const components = `schemas:
  Cat: { type: object }
  Pet: { discriminator: { propertyName: kind, mapping: { cat: Cat, tom: "#/components/schemas/Cat", dog: models/Dog.yml, mouse: "other.yml#/components/schemas/Mouse" } } }
  Other: { $ref: "other.yml#/components/schemas/Other" }`;
    const { document, codes } = resolvedAmong(apiText({ components }), {
      "models/Dog.yml": "type: object\n",
      "other.yml":
        "components: { schemas: { Mouse: { type: object }, Other: { discriminator: { propertyName: k, mapping: { m: Mouse } } } } }\n",
    });
    expect(codes).toEqual([]);
    expect(valueAt(document.value, "/components/schemas/Pet/discriminator/mapping")).toEqual({
      cat: "Cat",
      tom: "#/components/schemas/Cat",
      dog: "#/components/schemas/Dog",
      mouse: "#/components/schemas/Mouse",
    });
    expect(valueAt(document.value, "/components/schemas/Other/discriminator/mapping/m")).toBe(
      "#/components/schemas/Mouse",
    );
  });

  it("that lead nowhere are a warning, and open nothing", () => {
    const components =
      'schemas: { P: { discriminator: { propertyName: k, mapping: { a: "https://example.com/A", b: "#/B" } } } }';
    expect(resolvedAmong(apiText({ components }), {}).codes).toEqual([
      "reference-not-found /components/schemas/P/discriminator/mapping/a",
      "reference-not-found /components/schemas/P/discriminator/mapping/b",
    ]);
  });

  it("and so does what is mapped by default", () => {
    const components = `schemas:
  Pet: { discriminator: { propertyName: kind, defaultMapping: models/Dog.yml } }
  Own: { discriminator: { propertyName: kind, defaultMapping: Pet } }
  Lost: { discriminator: { propertyName: kind, defaultMapping: "#/Nothing" } }
  Other: { $ref: "other.yml#/components/schemas/Other" }`;
    const { document, codes } = resolvedAmong(apiText({ components }), {
      "models/Dog.yml": "type: object\n",
      "other.yml":
        "components: { schemas: { Mouse: { type: object }, Other: { discriminator: { propertyName: k, defaultMapping: Mouse } } } }\n",
    });
    expect(codes).toEqual(["reference-not-found /components/schemas/Lost/discriminator/defaultMapping"]);
    const targetOf = (name: string) =>
      valueAt(document.value, `/components/schemas/${name}/discriminator/defaultMapping`);
    expect(["Pet", "Own", "Other"].map(targetOf)).toEqual([
      "#/components/schemas/Dog",
      "Pet",
      "#/components/schemas/Mouse",
    ]);
  });
});

describe("schema resources and anchors", () => {
  const components = `schemas:
  Tree:
    $id: https://example.com/schemas/tree
    $anchor: tree
    properties:
      up: { $ref: "#" }
      leaf: { $ref: "#leaf" }
      part: { $ref: "#/$defs/Part" }
      pet: { $ref: "#/components/schemas/Pet" }
      beside: { $ref: "forest" }
    $defs:
      Leaf: { $anchor: leaf, type: string }
      Part: { type: integer }
  Forest: { $id: "https://example.com/schemas/forest", type: object }
  Pet: { type: object }
  User: { properties: { a: { $ref: "https://example.com/schemas/tree" }, b: { $ref: "https://example.com/schemas/tree#leaf" }, c: { $ref: "#tree" } } }`;
  const { document, codes } = resolvedAmong(apiText({ components }), {});

  it.each<[string, string, string]>([
    ["the resource itself", "Tree/properties/up", "Tree"],
    ["an anchor", "Tree/properties/leaf", "TreeLeaf"],
    ["a pointer from its root", "Tree/properties/part", "TreePart"],
    ["a pointer that means the document", "Tree/properties/pet", "Pet"],
    ["another resource, relative to the $id", "Tree/properties/beside", "Forest"],
    ["an absolute $id", "User/properties/a", "Tree"],
    ["an anchor of an $id", "User/properties/b", "TreeLeaf"],
    ["an anchor below an $id, from outside", "User/properties/c", "Tree"],
  ])("%s", (_, pointer, want) => {
    expect(codes).toEqual([]);
    expect(valueAt(document.value, `/components/schemas/${pointer}/$ref`)).toBe(`#/components/schemas/${want}`);
  });

  it("fall back to the file beside where nothing has that $id", () => {
    const { document: result, codes: problems } = resolvedAmong(apiText({ paths: schemaOf("models/pet.json") }), {
      "models/pet.json":
        '{ "$id": "https://example.com/pet.json", "properties": { "owner": { "$ref": "owner.json" } } }',
      "models/owner.json": '{ "$id": "https://example.com/owner.json", "type": "object" }',
    });
    expect(problems).toEqual([]);
    expect(valueAt(result.value, "/components/schemas/Pet/properties/owner/$ref")).toBe("#/components/schemas/Owner");
  });

  it("take $self for the base of a document", () => {
    const text = `$self: https://example.com/api/openapi.yml\n${apiText({ version: "3.2.0", paths: schemaOf("/api/openapi.yml#/components/schemas/Pet"), components: "schemas: { Pet: { type: object } }" })}`;
    const { document: result, codes: problems } = resolvedAmong(text, {});
    expect(problems).toEqual([]);
    expect(valueAt(result.value, schemaAt)).toBe("#/components/schemas/Pet");
  });

  it("read a $dynamicRef as a reference", () => {
    const { document: result, codes: problems } = resolvedAmong(
      apiText({ components: 'schemas: { Node: { $dynamicAnchor: node, items: { $dynamicRef: "#node" } } }' }),
      {},
    );
    expect(problems).toEqual([]);
    expect(valueAt(result.value, "/components/schemas/Node/items")).toEqual({ $ref: "#/components/schemas/Node" });
  });

  it("warn where a $dynamicRef may mean several, and take any value for a placeholder", () => {
    const { document: result, codes: problems } = resolvedAmong(
      apiText({
        components: `schemas:
  List: { $id: list, items: { $dynamicRef: "#item" }, $defs: { item: { $dynamicAnchor: item, not: {} } } }
  Pets: { $id: pets, $ref: list, $defs: { item: { $dynamicAnchor: item, type: object } } }`,
      }),
      {},
    );
    expect(problems).toEqual(["dynamic-reference /components/schemas/List/items/$dynamicRef"]);
    expect(valueAt(result.value, "/components/schemas/List/items")).toEqual({});
    expect(valueAt(result.value, "/components/schemas/Pets/$ref")).toBe("#/components/schemas/List");
  });
});

describe("circles and stand-ins", () => {
  it.each<[string, string, string]>([
    ["a path item", '/a: { $ref: "b.yml" }', "reference-cycle /paths/~1a/$ref"],
    ["a parameter", get('parameters: [{ $ref: "b.yml#/p" }]'), `reference-cycle ${at("/parameters/0/$ref")}`],
    [
      "a header",
      get('responses: { 200: { headers: { X: { $ref: "b.yml#/p" } } } }'),
      `reference-cycle ${at("/responses/200/headers/X/$ref")}`,
    ],
    ["all paths", "$ref: b.yml", "reference-cycle /paths/$ref"],
  ])("%s in a circle of files is one problem", (_, paths, want) => {
    const { codes } = resolvedAmong(apiText({ paths }), {
      "b.yml": "$ref: b2.yml\np: { $ref: b2.yml#/p }\n",
      "b2.yml": "$ref: b.yml\np: { $ref: b.yml#/p }\n",
    });
    expect(codes).toEqual([want]);
  });

  it("a path item that its own callback leads back to is no problem", () => {
    const { codes } = resolvedAmong(apiText({ paths: '/a: { $ref: "c.yml" }' }), {
      "c.yml": "post: { callbacks: { again: { x: { $ref: c.yml } } } }\n",
    });
    expect(codes).toEqual([]);
  });

  it.each<[string, string, string]>([
    ["a parameter", get('parameters: [{ $ref: "#/nowhere" }]'), at("/parameters/0")],
    ["a body", get('requestBody: { $ref: "#/nowhere" }'), at("/requestBody")],
    ["a path item", '/pets: { $ref: "#/nowhere" }', "/paths/~1pets"],
  ])("%s that is not there leaves a marker", (_, paths, pointer) => {
    const { document } = resolvedAmong(apiText({ paths }), {});
    expect(valueAt(document.value, pointer)).toEqual({ "x-exemplar-broken": "#/nowhere" });
  });

  it.each<[string, string, string]>([
    ["a document as a schema", "other.yml", "reference-kind-mismatch"],
    ["a text as a schema", "other.yml#/openapi", "reference-kind-mismatch"],
    ["nothing in a file", "other.yml#/components/schemas/Nope", "reference-not-found"],
    ["a name that every object inherits", "other.yml#/constructor", "reference-not-found"],
    ["an anchor that there is not", "other.yml#nope", "reference-malformed"],
    ["pointers through references in a circle", "#/x-loop/a/b", "reference-not-found"],
  ])("%s: any value, with a warning", (_, reference, code) => {
    const text = `${apiText({ paths: schemaOf(reference) })}x-loop: { $ref: "#/x-loop" }\n`;
    const { document, codes } = resolvedAmong(text, { "other.yml": "openapi: 3.1.0\n" });
    expect(codes).toEqual([`${code} ${schemaAt}`]);
    expect(valueAt(document.value, schemaAt.replace("/$ref", ""))).toEqual({});
  });

  it("a long chain is refused, and a wide one too", () => {
    const chain = Array.from(
      { length: 5_000 },
      (_, index) => `P${String(index)}: { $ref: "#/components/parameters/P${String(index + 1)}" }`,
    );
    const long = resolvedAmong(apiText({ components: `parameters:\n  ${chain.join("\n  ")}` }), {});
    expect(new Set(long.codes.map((code) => code.split(" ")[0]))).toEqual(
      new Set(["reference-limit", "reference-not-found"]),
    );
    const wide = Array.from({ length: 40 }, (_, index) => {
      const next = `{ $ref: "#/components/headers/H${String(index + 1)}" }`;
      return `H${String(index)}: { content: { a/b: { encoding: { x: { headers: { A: ${next}, B: ${next} } } } } } }`;
    });
    const bomb = resolvedAmong(apiText({ components: `headers:\n  ${wide.join("\n  ")}\n  H40: {}` }), {});
    expect(bomb.codes.map((code) => code.split(" ")[0])).toContain("reference-limit");
  });
});
