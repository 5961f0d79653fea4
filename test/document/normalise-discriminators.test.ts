import { describe, expect, it } from "vitest";
import { type JsonValue, member } from "../../generator/document/json.js";
import { apiText, normalised, objectAt } from "./document-fixture.js";

/** The schemas of a document, by name. */
function schemasOf(yaml: string) {
  const { normal } = normalised(apiText({ components: `schemas:\n${yaml.trim().replace(/^/gm, "  ")}` }));
  return Object.fromEntries((normal?.schemas ?? []).map(({ name, schema }) => [name, schema]));
}

const kinds = `
Cat: { type: object, properties: { kind: { type: string, description: What it is. } } }
Dog: { type: object, properties: { name: { type: string } } }
`;

/** What a union says of an alternative; of its property, where it does not declare it. */
function alternative(union: JsonValue | undefined, ...keys: readonly string[]): JsonValue | undefined {
  return ["oneOf", "1", ...keys].reduce<JsonValue | undefined>((node, key) => member(node, key), union);
}

const added = ["allOf", "1", "properties", "kind"];

describe("a discriminator gives its alternatives an enum", () => {
  it("of their own names", () => {
    const { Cat, Dog, Pet } = schemasOf(
      `${kinds}Pet: { oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }], discriminator: { propertyName: kind } }`,
    );
    expect(objectAt(Cat, "properties")["kind"]).toEqual({ type: "string", description: "What it is.", enum: ["Cat"] });
    expect(objectAt(Dog, "properties")).toEqual({ name: { type: "string" } });
    expect(alternative(Pet, ...added)).toEqual({ type: "string", enum: ["Dog"] });
  });

  it.each(['"#/components/schemas/Cat"', "Cat"])("of what the mapping says, which may be %s", (target) => {
    const { Cat } = schemasOf(
      `${kinds}Pet: { oneOf: [{ $ref: "#/components/schemas/Cat" }], discriminator: { propertyName: kind, mapping: { tom: ${target}, felix: ${target} } } }`,
    );
    expect(objectAt(Cat, "properties", "kind")["enum"]).toEqual(["tom", "felix"]);
  });

  it("of all unions that they are in", () => {
    const { Cat } = schemasOf(
      `${kinds}A: { oneOf: [{ $ref: "#/components/schemas/Cat" }], discriminator: { propertyName: kind, mapping: { a: Cat } } }
B: { type: array, items: { anyOf: [{ $ref: "#/components/schemas/Cat" }], discriminator: { propertyName: kind, mapping: { b: Cat } } } }`,
    );
    expect(objectAt(Cat, "properties", "kind")["enum"]).toEqual(["a", "b"]);
  });

  it("unless they say themselves what they are", () => {
    const { Cat } = schemasOf(
      `Cat: { type: object, properties: { kind: { type: string, enum: [cat] } } }
Pet: { oneOf: [{ $ref: "#/components/schemas/Cat" }], discriminator: { propertyName: kind } }`,
    );
    expect(objectAt(Cat, "properties", "kind")["enum"]).toEqual(["cat"]);
  });
});

describe("a base that a discriminator tells apart", () => {
  const base = `
Pet: { type: object, properties: { kind: { type: string } }, discriminator: { propertyName: kind } }
Cat: { allOf: [{ $ref: "#/components/schemas/Pet" }, { type: object, properties: { lives: { type: integer } } }] }
Lion: { allOf: [{ $ref: "#/components/schemas/Cat" }] }
`;
  const kindOf = (schema: unknown) => JSON.stringify(schema ?? {}).match(/"enum":(\[[^\]]*\])/)?.[1];
  const refsOf = (schema: unknown) => [...JSON.stringify(schema).matchAll(/schemas\/(\w+)"/g)].map(([, name]) => name);

  it("is the union of its heirs and itself; each extends what they have in common", () => {
    const { Pet, PetBase, Cat, CatBase, Lion } = schemasOf(base);
    expect([refsOf(Pet), refsOf(Cat), refsOf(CatBase), refsOf(Lion)]).toEqual([
      ["Cat", "PetBase"],
      ["Lion", "CatBase"],
      ["PetBase"],
      ["CatBase"],
    ]);
    expect(objectAt(PetBase, "properties")).toEqual({ kind: { type: "string" } });
  });

  it("gives each its name for a value", () => {
    const { Pet, PetBase, Cat, Lion } = schemasOf(base);
    expect([Pet, PetBase, Cat, Lion].map(kindOf)).toEqual(['["Pet"]', undefined, '["Cat"]', '["Lion"]']);
  });

  it("has only values that it allows, itself those that none of its heirs has", () => {
    const { Pet, Cat, Lion } = schemasOf(
      base.replace("kind: { type: string }", "kind: { type: string, enum: [Lion, Dog] }"),
    );
    expect([Pet, Cat, Lion].map(kindOf)).toEqual(['["Dog"]', undefined, '["Lion"]']);
  });

  it("is none of the alternatives where a mapping leads to its heirs alone", () => {
    const { Pet } = schemasOf(
      base.replace("propertyName: kind", "propertyName: kind, mapping: { cat: Cat, lion: Lion }"),
    );
    expect(refsOf(Pet?.["oneOf"])).toEqual(["Cat"]);
  });

  it("names its heirs as alternatives and is extended by them: no circle", () => {
    const { Pet, Cat } = schemasOf(`
Pet: { type: object, properties: { a: {} }, oneOf: [{ $ref: "#/components/schemas/Cat" }] }
Cat: { allOf: [{ $ref: "#/components/schemas/Pet" }, { type: object }] }`);
    expect([refsOf(Pet), refsOf(Cat)]).toEqual([["Cat"], ["PetBase"]]);
  });

  it("gives way to a component of the name of what they have in common", () => {
    expect(Object.keys(schemasOf(`${base}PetBase: { type: string }`))).toContain("PetBaseBase");
  });

  it("also where they inherit from each other in a circle", () => {
    expect(() =>
      schemasOf(`A: { allOf: [{ $ref: "#/components/schemas/B" }], discriminator: { propertyName: k } }
B: { allOf: [{ $ref: "#/components/schemas/A" }] }`),
    ).not.toThrow();
  });
});

describe("the default of a discriminator", () => {
  const kindOf = (schema: JsonValue | undefined) => objectAt(schema, "properties")["kind"];
  const union = (more: string, alternatives = ["Cat", "Dog"]) =>
    `{ oneOf: [${alternatives.map((name) => `{ $ref: "#/components/schemas/${name}" }`).join(", ")}], discriminator: { propertyName: kind, ${more} } }`;

  it("has any value, the others have theirs", () => {
    const { Cat, Pet } = schemasOf(`${kinds}Pet: ${union("defaultMapping: Cat")}`);
    expect(kindOf(Cat)).toEqual({ type: "string", description: "What it is." });
    expect(alternative(Pet, ...added)).toEqual({ type: "string", enum: ["Dog"] });
  });

  it("has it also where it is mapped, or where another discriminator leads to it", () => {
    const pets = `A: ${union("mapping: { cat: Cat }, defaultMapping: Cat")}\nB: ${union("mapping: { tom: Cat }")}`;
    const { Cat, A } = schemasOf(`${kinds}${pets}`);
    expect(kindOf(Cat)).toEqual({ type: "string", description: "What it is." });
    expect(alternative(A, ...added)).toEqual({ type: "string", enum: ["Dog"] });
  });

  it("has a property of text where it declares none, unless it is closed", () => {
    const { A, B, Dog, Shut } = schemasOf(`${kinds}Shut: { type: object, properties: {}, additionalProperties: false }
A: ${union("defaultMapping: Dog")}
B: ${union("defaultMapping: Shut", ["Cat", "Shut"])}`);
    expect(alternative(A, ...added)).toEqual({ type: "string" });
    expect(objectAt(Dog, "properties")).toEqual({ name: { type: "string" } });
    expect(alternative(B)).toEqual({ $ref: "#/components/schemas/Shut" });
    expect(objectAt(Shut, "properties")).toEqual({});
  });

  it.each([
    ["[Cat, Dog, Cow]", "mapping: { Cat: Dog }, defaultMapping: Cow", ["Dog", "Cow"]],
    ["[Cat, Dog, Cow]", "defaultMapping: Cow", ["Cow"]],
    ["[Cow]", "defaultMapping: Cow", ["Cow"]],
    ["[Cat, Dog]", "defaultMapping: Cow", ["Cat", "Dog"]],
  ])("that lists %s, by %s, has what leads to no other", (values, more, left) => {
    const cow = `Cow: { type: object, properties: { kind: { enum: ${values} } } }`;
    const { Cow } = schemasOf(`${kinds}${cow}\nPet: ${union(more, ["Cat", "Dog", "Cow"])}`);
    expect(objectAt(Cow, "properties", "kind")["enum"]).toEqual(left);
  });

  const base = (more: string, own = "type: string") => `
Pet: { type: object, properties: { kind: { ${own} } }, discriminator: { propertyName: kind, ${more} } }
Cat: { allOf: [{ $ref: "#/components/schemas/Pet" }, { type: object, properties: { lives: { type: integer } } }] }
Lion: { allOf: [{ $ref: "#/components/schemas/Cat" }] }
Dog: { allOf: [{ $ref: "#/components/schemas/Pet" }] }
`;
  const enumsOf = (schema: unknown) => JSON.stringify(schema ?? {}).match(/"enum":(\[[^\]]*\])/)?.[1];

  it.each([
    ["defaultMapping: Pet", [undefined, '["Cat"]', '["Lion"]', '["Dog"]']],
    ["defaultMapping: Cat", ['["Pet"]', undefined, '["Lion"]', '["Dog"]']],
    ["defaultMapping: Dog", ['["Pet"]', '["Cat"]', '["Lion"]', undefined]],
    ["mapping: { c: Cat, l: Lion }, defaultMapping: Dog", [undefined, '["c"]', '["l"]', undefined]],
  ])("may be a base, or an heir of one: %s", (more, enums) => {
    const { Pet, Cat, Lion, Dog } = schemasOf(base(more));
    expect([Pet, Cat, Lion, Dog].map(enumsOf)).toEqual(enums);
  });

  it.each([
    ["defaultMapping: Pet", ['["Pet","Cow"]', '["Cat"]', '["Lion"]', '["Dog"]']],
    ["defaultMapping: Cat", [undefined, '["Cat","Pet","Cow"]', '["Lion"]', '["Dog"]']],
    ["defaultMapping: Dog", [undefined, '["Cat"]', '["Lion"]', '["Dog","Pet","Cow"]']],
  ])("of a base that lists the values has the rest: %s", (more, enums) => {
    const { Pet, Cat, Lion, Dog } = schemasOf(base(more, "enum: [Cat, Lion, Dog, Pet, Cow]"));
    expect([Pet, Cat, Lion, Dog].map(enumsOf)).toEqual(enums);
  });
});

it("a schema to which no discriminator leads stays as it is", () => {
  const { Dog } = schemasOf(
    `${kinds}Pet: { oneOf: [{ $ref: "#/components/schemas/Cat" }], discriminator: { propertyName: kind } }`,
  );
  expect(Dog).toEqual({ type: "object", properties: { name: { type: "string" } } });
});
