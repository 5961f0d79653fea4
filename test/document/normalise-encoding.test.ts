import { describe, expect, it } from "vitest";
import type { NormalEncoding } from "../../generator/document/normal-document.js";
import { apiText, normalised } from "./document-fixture.js";

const at = (media: string) => `/paths/~1pets/post/requestBody/content/${media.replace("/", "~1")}/encoding`;
const form = "application/x-www-form-urlencoded";
const multipart = "multipart/form-data";

/** The Encoding Objects of a body, with what was found wrong. */
function read(encoding: string, { media = form, version = "3.1.0" } = {}) {
  const body = `{ content: { ${media}: { schema: { type: object }, encoding: ${encoding} } } }`;
  const paths = `/pets:\n  post:\n    operationId: addPet\n    requestBody: ${body}\n    responses: { "204": { description: "" } }`;
  const { normal, codes } = normalised(apiText({ version, paths }));
  const found = normal?.operations[0]?.requestBody?.content[0]?.encoding;
  if (found === undefined) throw new Error(codes.join("\n"));
  return { found, codes };
}

/** What says nothing: not the defaults, which differ from what an explicit value gives. */
const silent = { contentType: null, headers: {}, style: null, explode: null, allowReserved: null };

describe("Encoding Objects", () => {
  it.each<[string, Partial<NormalEncoding>]>([
    ["{}", {}],
    ["{ contentType: application/json }", { contentType: "application/json" }],
    ["{ style: form }", { style: "form" }],
    ["{ style: deepObject, explode: true }", { style: "deepObject", explode: true }],
    ["{ explode: false }", { explode: false }],
    ["{ allowReserved: false }", { allowReserved: false }],
    ["{ style: pipeDelimited, contentType: text/plain }", { style: "pipeDelimited", contentType: "text/plain" }],
  ])("%s", (encoding, expected) => {
    const { found, codes } = read(`{ a: ${encoding} }`);
    expect(codes).toEqual([]);
    expect(found).toEqual([
      { ...silent, ...expected, property: "a", origin: { uri: "api.yml", pointer: `${at(form)}/a` } },
    ]);
  });

  it("are in the document's order, whatever their names", () => {
    const { found } = read("{ b: {}, __proto__: { style: form }, constructor: {}, 'a[]': {} }");
    expect(found.map(({ property }) => property)).toEqual(["b", "__proto__", "constructor", "a[]"]);
    expect(({} as { style?: unknown }).style).toBeUndefined();
  });

  it.each<[string, string, readonly string[]]>([
    ["{ a: { style: simple, explode: false } }", form, [`encoding-style-invalid ${at(form)}/a/style`]],
    ["{ a: { style: Form, explode: false } }", multipart, [`encoding-style-invalid ${at(multipart)}/a/style`]],
  ])("with a style that there is none of, %s in %s, keep the rest", (encoding, media, codes) => {
    const result = read(encoding, { media });
    expect(result.codes).toEqual(codes);
    expect(result.found).toMatchObject([{ style: null, explode: false }]);
  });

  it.each(["{ a: 5 }", "{ a: { style: 5 } }", "{ a: { explode: 'yes' } }", "{ a: { contentType: [x] } }", "[]", "x"])(
    "of a wrong type have a diagnostic: %s",
    (encoding) => {
      expect(read(encoding).codes.length).toBeGreaterThan(0);
    },
  );

  it.each([
    ["3.0.4", multipart, { style: null, explode: null, allowReserved: null }],
    ["3.0.4", form, { style: "form", explode: false, allowReserved: true }],
    ["3.1.0", multipart, { style: "form", explode: false, allowReserved: true }],
    ["3.2.0", multipart, { style: "form", explode: false, allowReserved: true }],
  ])("have a style in %s for %s: %j", (version, media, expected) => {
    const { found, codes } = read("{ a: { style: form, explode: false, allowReserved: true } }", { version, media });
    expect(codes).toEqual([]);
    expect(found).toMatchObject([expected]);
  });
});

describe("headers of a part", () => {
  it.each<[string, Readonly<Record<string, string>>]>([
    ["{ X-A: { schema: { const: x } } }", { "X-A": "x" }],
    ["{ X-A: { schema: { enum: [1] } } }", { "X-A": "1" }],
    ["{ X-A: { schema: { type: string, default: x, enum: [y, x] } } }", { "X-A": "x" }],
    // Nothing that the document fixes.
    ["{ X-A: { schema: { enum: [x, y] } } }", {}],
    ["{ X-A: { schema: { type: string } } }", {}],
    ["{ X-A: { schema: { const: [x] } } }", {}],
    ["{ X-A: { description: x } }", {}],
    // Described by `contentType`.
    ["{ content-Type: { schema: { const: x } } }", {}],
    ["{ __proto__: { schema: { const: x } } }", JSON.parse('{"__proto__":"x"}') as Record<string, string>],
  ])("%s", (headers, expected) => {
    const { found } = read(`{ a: { headers: ${headers} } }`, { media: multipart });
    expect(found[0]?.headers).toEqual(expected);
    expect(Object.keys(found[0]?.headers ?? {})).toEqual(Object.keys(expected));
  });
});
