import { describe, expect, it } from "vitest";
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

describe("a discriminator gives its alternatives an enum", () => {
  it("of their own names", () => {
    const { Cat, Dog } = schemasOf(
      `${kinds}Pet: { oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }], discriminator: { propertyName: kind } }`,
    );
    expect(objectAt(Cat, "properties")["kind"]).toEqual({ type: "string", description: "What it is.", enum: ["Cat"] });
    expect(objectAt(Dog, "properties")["kind"]).toEqual({ type: "string", enum: ["Dog"] });
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

describe("a discriminator of a base gives its heirs an enum", () => {
  const base = `
Pet: { type: object, properties: { kind: { type: string } }, discriminator: { propertyName: kind } }
Cat: { allOf: [{ $ref: "#/components/schemas/Pet" }, { type: object, properties: { lives: { type: integer } } }] }
Lion: { allOf: [{ $ref: "#/components/schemas/Cat" }] }
`;
  const kindOf = (schema: unknown) => JSON.stringify(schema).match(/"enum":(\[[^\]]*\])/)?.[1];

  it("of their names, and of those of their own heirs", () => {
    const { Pet, Cat, Lion } = schemasOf(base);
    expect([kindOf(Pet), kindOf(Cat), kindOf(Lion)]).toEqual([undefined, '["Cat","Lion"]', '["Lion"]']);
  });

  it("only of values that the base allows", () => {
    const { Cat, Lion } = schemasOf(
      base.replace("kind: { type: string }", "kind: { type: string, enum: [Lion, Dog] }"),
    );
    expect([kindOf(Cat), kindOf(Lion)]).toEqual(['["Lion"]', '["Lion"]']);
  });

  it("also where they inherit from each other in a circle", () => {
    expect(() =>
      schemasOf(`A: { allOf: [{ $ref: "#/components/schemas/B" }], discriminator: { propertyName: k } }
B: { allOf: [{ $ref: "#/components/schemas/A" }] }`),
    ).not.toThrow();
  });
});

it("a schema to which no discriminator leads stays as it is", () => {
  const { Dog } = schemasOf(
    `${kinds}Pet: { oneOf: [{ $ref: "#/components/schemas/Cat" }], discriminator: { propertyName: kind } }`,
  );
  expect(Dog).toEqual({ type: "object", properties: { name: { type: "string" } } });
});
