import { describe, expect, it } from "vitest";
import { collectDiagnostics } from "../../generator/diagnostics.js";
import { originAt } from "../../generator/document/document.js";
import { valueAt } from "../../generator/document/json-pointer.js";
import { normalise } from "../../generator/document/normalise.js";
import { resolveReferences } from "../../generator/document/resolve.js";
import { upgradeSwagger } from "../../generator/document/upgrade-swagger.js";
import { locateAll } from "../../generator/report.js";
import { documentFrom, upgraded } from "./document-fixture.js";
import { head } from "./swagger-fixture.js";

describe("origins", () => {
  const text = `${head}host: api.example
produces: [text/plain]
securityDefinitions: { login: { type: basic } }
parameters:
  limit: { name: limit, in: query, type: integer, minimum: 1 }
definitions:
  Pet: { discriminator: kind, properties: { kind: { type: string, x-nullable: true } } }
paths:
  /a:
    post:
      parameters:
        - { name: pet, in: body, schema: { $ref: "#/definitions/Pet" } }
        - { $ref: "#/parameters/limit" }
        - { name: ids, in: query, type: array, items: { type: integer }, collectionFormat: pipes }
      responses:
        200: { description: Done, schema: { type: string }, examples: { text/plain: hello } }
    put:
      parameters:
        - { name: file, in: formData, type: file, required: true }
`;
  const content = "/paths/~1a/post/requestBody/content/application~1json";
  const response = "/paths/~1a/post/responses/200";
  const upload = "/paths/~1a/put/requestBody/content/multipart~1form-data/schema";

  it.each<[string, string]>([
    ["/openapi", "/swagger"],
    ["/servers/0/url", "/host"],
    ["/components/securitySchemes/login/scheme", "/securityDefinitions/login/type"],
    ["/components/schemas/Pet/discriminator/propertyName", "/definitions/Pet/discriminator"],
    ["/components/schemas/Pet/properties/kind/nullable", "/definitions/Pet/properties/kind/x-nullable"],
    ["/paths/~1a/post/requestBody", "/paths/~1a/post/parameters/0"],
    [`${content}/schema/$ref`, "/paths/~1a/post/parameters/0/schema/$ref"],
    ["/paths/~1a/post/parameters/0", "/parameters/limit"],
    ["/paths/~1a/post/parameters/0/schema/minimum", "/parameters/limit/minimum"],
    ["/paths/~1a/post/parameters/1/schema/items/type", "/paths/~1a/post/parameters/2/items/type"],
    ["/paths/~1a/post/parameters/1/style", "/paths/~1a/post/parameters/2/collectionFormat"],
    [`${response}/content/text~1plain`, "/produces/0"],
    [`${response}/content/text~1plain/schema/type`, "/paths/~1a/post/responses/200/schema/type"],
    [`${response}/content/text~1plain/example`, "/paths/~1a/post/responses/200/examples/text~1plain"],
    [`${upload}/properties/file`, "/paths/~1a/put/parameters/0"],
    [`${upload}/properties/file/format`, "/paths/~1a/put/parameters/0/type"],
    [`${upload}/required/0`, "/paths/~1a/put/parameters/0/required"],
  ])("%s was written at %s", (pointer, expected) => {
    const { document } = upgraded(text);
    expect(valueAt(document.value, pointer)).toBeDefined();
    expect(originAt(document, pointer)).toEqual({ uri: "api.yml", pointer: expected });
  });

  it("take diagnostics of later stages to their line and column", () => {
    const broken = text
      .replace("minimum: 1 }", "enum: [] }")
      .replace("kind: { type: string", "kind: { type: text")
      .replace("schema: { type: string }", "schema: { type: strong }");
    const diagnostics = collectDiagnostics();
    const document = documentFrom(broken);
    normalise(upgradeSwagger(resolveReferences(document, diagnostics), diagnostics), diagnostics);
    const lines = broken.split("\n");
    // What stands at the place, as one would read it there.
    const places = locateAll(diagnostics, document.files).map(({ code, line, column }) => {
      return [
        code,
        line,
        lines[(line ?? 0) - 1]
          ?.slice((column ?? 0) - 1)
          .split(/[ ,]/, 2)
          .join(" "),
      ];
    });
    expect(places).toEqual([
      ["value-type-mismatch", 7, "enum: []"],
      ["schema-type-unknown", 9, "type: text"],
      ["schema-type-unknown", 18, "type: strong"],
    ]);
  });
});
