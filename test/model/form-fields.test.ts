import { describe, expect, it } from "vitest";
import { collectDiagnostics } from "../../generator/diagnostics.js";
import { inferSchemas } from "../../generator/document/infer.js";
import type { FormDialect } from "../../generator/document/form-dialect.js";
import { normalise } from "../../generator/document/normalise.js";
import { resolveReferences } from "../../generator/document/resolve.js";
import { buildModel } from "../../generator/model/build-model.js";
import type { FormOptions } from "../../generator/model/form-dialect.js";
import { codesAt, documentFrom } from "../document/document-fixture.js";
import { shownWire } from "./shown-wire.js";

interface Options {
  readonly encoding?: string;
  readonly forms?: Partial<FormOptions>;
  /** `x-exemplar-form-dialect` beside the schema of the form. */
  readonly dialect?: FormDialect;
}

/** The form with this schema. */
function build(schema: string, { encoding = "{}", forms = {}, dialect }: Options = {}) {
  const chosen = dialect === undefined ? "" : `, x-exemplar-form-dialect: ${dialect}`;
  const media = `{ schema: ${schema}, encoding: ${encoding}${chosen} }`;
  const text = `openapi: 3.1.0
info: { title: T, version: "1" }
paths:
  /pets:
    post:
      operationId: add-pet
      requestBody: { content: { application/x-www-form-urlencoded: ${media} } }
      responses: {}
`;
  const diagnostics = collectDiagnostics();
  const normal = normalise(resolveReferences(documentFrom(text), diagnostics), diagnostics);
  if (normal === null) throw new Error(codesAt(diagnostics).join("\n"));
  const options = { dialect: null, operations: {}, ...forms };
  const model = buildModel(
    inferSchemas(normal, { required: "seen", partial: "keep" }, diagnostics),
    options,
    diagnostics,
  );
  const form = model.operations[0]?.requestBody?.encoding;
  if (form?.kind !== "form") throw new Error(`no form: ${codesAt(diagnostics).join(" ")}`);
  return { form, codes: codesAt(diagnostics) };
}

/** How the property `a` is written, and how it is escaped. */
function property(schema: string, options: Options = {}): string {
  const [field] = build(`{ type: object, properties: { a: ${schema} } }`, options).form.fields;
  if (field === undefined) throw new Error("no field");
  return `${field.escape}: ${shownWire(field.value)}`;
}

const text = "{ type: string }";
const texts = "{ type: array, items: { type: string } }";
const object = "{ type: object, properties: { b: { type: string } } }";
const objects = `{ type: array, items: ${object} }`;
const union = `{ oneOf: [${texts}, { type: integer }] }`;
const shapes = `{ oneOf: [${object}, { type: object, properties: { c: {} } }] }`;

describe("without encoding", () => {
  it.each([
    [text, "form: string"],
    [texts, "form: same [string]"],
    [object, "form: json(object)"],
    [objects, "form: same [json(object)]"],
    [`{ type: array, items: ${texts} }`, "form: same [json(array)]"],
    [union, "form: either integer or same [string]"],
    [shapes, "form: any(object) lists same, objects json"],
    ["{}", "form: any() lists same, objects json"],
  ])("%s", (schema, how) => {
    expect(property(schema)).toBe(how);
  });
});

describe("with encoding", () => {
  it.each([
    // A style, or what belongs to one, decides; `contentType` is then ignored.
    ["{ style: form }", texts, "uri: same [string]"],
    ["{ explode: false }", texts, "uri: delimited , [string]"],
    ["{ allowReserved: false }", object, "uri: flat {b: string}"],
    ["{ allowReserved: true }", text, "reserved: string"],
    ["{ style: deepObject }", object, "uri: {b: string}"],
    ["{ style: pipeDelimited }", texts, "uri: delimited | [string]"],
    ["{ style: form, contentType: application/json }", object, "uri: flat {b: string}"],
    ["{ contentType: application/json }", text, "form: json(string)+nulls"],
    ["{ contentType: application/vnd.x+json }", object, "form: json(object)+nulls"],
    // The Encoding Object of a list is that of its items.
    ["{ contentType: application/json }", texts, "form: same [json(string)+nulls]"],
    ["{ contentType: text/plain }", texts, "form: same [string]"],
    ["{ contentType: text/plain }", text, "form: string"],
    ["{ contentType: application/xml }", object, "form: any(string|object) lists json, objects json"],
    ["{ headers: {} }", object, "form: json(object)"],
  ])("%s of %s", (encoding, schema, how) => {
    expect(property(schema, { encoding: `{ a: ${encoding} }` })).toBe(how);
  });

  it("of another property, or of one that every object inherits, nothing changes", () => {
    expect(property(object, { encoding: "{ b: { style: deepObject } }" })).toBe("form: json(object)");
    expect(property(object, { encoding: "{ __proto__: { style: deepObject } }" })).toBe("form: json(object)");
  });

  it("of an unknown style there is a warning, and the rest counts", () => {
    const { form, codes } = build(`{ type: object, properties: { a: ${texts} } }`, {
      encoding: "{ a: { style: matrix, explode: false } }",
    });
    expect(codes.join()).toMatch(/encoding-style-invalid \S+\/encoding\/a\/style/);
    expect(form.fields.map(({ value }) => shownWire(value))).toEqual(["delimited , [string]"]);
  });
});

describe("a dialect", () => {
  it.each<[FormDialect, string, string, string]>([
    ["indices", "indices [string]", "{b: string}", "indices [{b: string}]"],
    ["brackets", "brackets [string]", "{b: string}", "brackets [{b: string}]"],
    ["repeat", "same [string]", "{b: string}", "same [json(object)]"],
    ["comma", "delimited , [string]", "{b: string}", "delimited , [json(object)]"],
    ["json", "json(array)", "json(object)", "json(array)"],
  ])("%s", (dialect, ...how) => {
    const found = [texts, object, objects].map((schema) => property(schema, { forms: { dialect } }));
    expect(found).toEqual(how.map((each) => `form: ${each}`));
    expect(property(text, { forms: { dialect } })).toBe("form: string");
  });

  it("gives way to the document's own encoding", () => {
    const forms = { dialect: "indices" } as const;
    expect(property(texts, { forms, encoding: "{ a: { explode: false } }" })).toBe("uri: delimited , [string]");
    expect(property(object, { forms, encoding: "{ a: { contentType: application/json } }" })).toBe(
      "form: json(object)+nulls",
    );
  });

  it("names nested lists where a style does not", () => {
    const nested = `{ type: object, properties: { b: ${texts} } }`;
    const encoding = "{ a: { style: deepObject } }";
    expect(property(nested, { encoding })).toBe("uri: {b: indices [string]}");
    expect(property(nested, { encoding, forms: { dialect: "brackets" } })).toBe("uri: {b: brackets [string]}");
  });

  it.each<[string, Options, string]>([
    ["the configuration", { forms: { dialect: "indices" } }, "indices"],
    ["the document", { forms: { dialect: "indices" }, dialect: "brackets" }, "brackets"],
    ["the operation", { dialect: "brackets", forms: { operations: { "add-pet": { dialect: "repeat" } } } }, "same"],
    ["the operation's function", { forms: { operations: { addPet: { dialect: "indices" } } } }, "indices"],
    ["the property", { forms: { operations: { addPet: { dialect: "repeat", properties: { a: "indices" } } } } }, "indices"], // prettier-ignore
    ["nobody", { forms: { operations: { other: { dialect: "indices" }, toString: {} } } }, "same"],
  ])("is chosen by what is closest: %s", (_, options, keys) => {
    expect(property(texts, options)).toBe(`form: ${keys} [string]`);
  });

  it("is chosen by the schema of the property, before the operation", () => {
    const forms = { operations: { addPet: { dialect: "indices" } } } as const;
    const own = "{ type: array, items: { type: string }, x-exemplar-form-dialect: brackets }";
    expect(property(own, { forms })).toBe("form: brackets [string]");
  });
});

describe("fields", () => {
  it("are in the document's order, and say what is required and what may be null", () => {
    const { form } = build(
      "{ type: object, required: [b], properties: { c: { type: [string, 'null'] }, b: {}, a: { type: integer } } }",
    );
    expect(form.fields.map(({ name, required, nullable }) => [name, required, nullable])).toEqual([
      ["c", false, true],
      ["b", true, true],
      ["a", false, false],
    ]);
  });

  it.each([
    ["{ type: object, properties: { a: {} } }", null],
    ["{ type: object }", "any() lists same, objects json"],
    ["{ type: object, additionalProperties: { type: integer } }", "integer"],
    ["{ type: object, properties: { a: {} }, additionalProperties: { type: integer } }", "integer"],
    ["{ type: object, properties: { a: {} }, additionalProperties: false }", null],
  ])("that are not listed, in %s", (schema, rest) => {
    const found = build(schema).form.rest;
    expect(found && shownWire(found.value)).toBe(rest);
    expect(build(schema).form.closed).toBe(schema.includes("false"));
  });
});
