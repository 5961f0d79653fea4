/** Express with qs, the way in which most servers in Node read forms: what the generated client sends arrives. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { JsonObject } from "../../generator/document/json.js";
import { functionOf } from "../conformance/call-operation.js";
import { type GeneratedPackage, generatePackage } from "../conformance/generated-package.js";
import "../conformance/seed.js";
import { documentOf } from "../conformance/serialisation-case.js";

const text = { type: "string" };
const address = { type: "object", properties: { city: text, lines: { type: "array", items: text } } };
const items = {
  type: "array",
  items: { type: "object", properties: { price: text, tags: { type: "array", items: text } } },
};
const metadata = { type: "object", additionalProperties: text };
const tags = { type: "array", items: text };
const shared = { name: text, address, tags, metadata };

const operations = [
  { name: "indices", properties: { ...shared, items }, dialect: "indices" },
  { name: "brackets", properties: shared, dialect: "brackets" },
  // Without a dialect, by OpenAPI's own means.
  { name: "deep", properties: { address, items, metadata }, dialect: null },
];

const paths = operations.map(({ name, properties, dialect }): readonly [string, JsonObject] => {
  const deepObject = Object.fromEntries(Object.keys(properties).map((key) => [key, { style: "deepObject" }]));
  const mediaType: JsonObject = {
    schema: { type: "object", properties },
    ...(dialect === null ? { encoding: deepObject } : { "x-exemplar-form-dialect": dialect }),
  };
  const requestBody = { required: true, content: { "application/x-www-form-urlencoded": mediaType } };
  const content = { "application/json": { schema: {} } };
  const responses = { 200: { description: "The body as it was read", content } };
  return [`/${name}`, { post: { operationId: name, requestBody, responses } }];
});
const document = documentOf("3.1", Object.fromEntries(paths));

/** Names of members that qs takes as they are. */
const key = fc.constantFrom("order_id", "first name", "ключ", "a&b=c", "100%", "x.y");
const anyText = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 12 }),
  fc.constantFrom("", " ", "a+b", "a&b=c", "50%", "[0]", "é😀", "\r\n"),
);
const texts = fc.array(anyText, { minLength: 1, maxLength: 4 });
const values = {
  name: anyText,
  address: fc.record({ city: anyText, lines: texts }),
  tags: texts,
  metadata: fc.dictionary(key, anyText, { minKeys: 1, maxKeys: 3, noNullPrototype: true }),
  items: fc.array(fc.record({ price: anyText, tags: texts }), { minLength: 1, maxLength: 3 }),
};

describe("Express with express.urlencoded({ extended: true })", () => {
  let server: Server | undefined;
  let generated: GeneratedPackage | undefined;

  beforeAll(async () => {
    generated = await generatePackage(document);
    const app = express();
    app.use(express.urlencoded({ extended: true }));
    app.use((request, response) => {
      response.json(request.body);
    });
    server = createServer(app);
    await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
  });
  afterAll(async () => {
    server?.closeAllConnections();
    await new Promise<void>((resolve) => {
      if (server === undefined) resolve();
      else
        server.close(() => {
          resolve();
        });
    });
    await generated?.remove();
  });

  it.each(operations)("reads the nested body: $name", async ({ name, properties }) => {
    // A server that listens on a port has an address of this kind.
    const { port } = server?.address() as AddressInfo;
    const [index, functions] = await Promise.all([generated?.load("index"), generated?.load("operations/index")]);
    const client = functionOf(index ?? {}, "createClient")({ baseUrl: `http://127.0.0.1:${port}` });
    const operation = functionOf(functions ?? {}, name);
    const members = Object.fromEntries(Object.entries(values).filter(([property]) => property in properties));
    await fc.assert(
      fc.asyncProperty(fc.record(members, { requiredKeys: [] }), async (body) => {
        // With no field, there is no body, and nothing for Express to read.
        fc.pre(Object.keys(body).length > 0);
        expect(await operation(client, { body })).toEqual(body);
      }),
      { numRuns: 40 },
    );
  });
});
