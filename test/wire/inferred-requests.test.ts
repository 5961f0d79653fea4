import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { JsonObject } from "../../generator/document/json.js";
import { generatePackage, type GeneratedPackage } from "../conformance/generated-package.js";

const refToThing = { $ref: "#/components/schemas/Thing" };
const bodyOf = (content: JsonObject): JsonObject => ({
  post: {
    requestBody: { required: true, content: { "application/json": content } },
    responses: { 204: { description: "done" } },
  },
});

/** Bodies whose schemas were learned from examples, wholly or in a part. */
const document: JsonObject = {
  openapi: "3.1.0",
  info: { title: "Learned", version: "1" },
  components: { schemas: { Thing: { type: "object", example: { a: 1 } } } },
  paths: {
    "/unsaid": bodyOf({ example: { a: 1 } }),
    "/object": bodyOf({ schema: { type: "object" }, example: { a: 1 } }),
    "/list": bodyOf({ schema: { type: "array" }, example: [1] }),
    "/component": bodyOf({ schema: refToThing }),
    "/part": bodyOf({
      schema: {
        type: "object",
        required: ["inner", "id"],
        properties: { id: { type: "integer" }, inner: { type: "object", example: { a: 1 } } },
      },
    }),
  },
};

let generated: GeneratedPackage;
beforeAll(async () => {
  generated = await generatePackage(document);
});
afterAll(() => generated.remove());

describe("a request is held against what the document says, not against what its examples show", () => {
  it.each<[string, unknown, number]>([
    ["/unsaid", 5, 204],
    ["/object", { b: "x" }, 204],
    ["/object", [1], 422],
    ["/list", ["x"], 204],
    ["/list", {}, 422],
    ["/component", { a: "x" }, 204],
    ["/component", 5, 422],
    ["/part", { id: 1, inner: { b: 1 } }, 204],
    ["/part", { id: 1, inner: 5 }, 422],
    ["/part", { inner: {} }, 422],
  ])("%s: %j is %i", async (path, body, status) => {
    const { createMock } = (await generated.load("mock")) as { createMock: () => typeof fetch };
    const answer = await createMock()(`https://a.test${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    expect(answer.status).toBe(status);
  });
});
