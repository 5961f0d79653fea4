import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { JsonObject } from "../../generator/document/json.js";
import { generatePackage, type GeneratedPackage } from "../conformance/generated-package.js";

const int64 = { type: "integer", format: "int64" };
const big = 9007199254740993n;

const count = { schema: { type: "object", required: ["n"], properties: { n: { ...int64, example: big } } } };
const plainCount = { schema: { type: "object", required: ["n"], properties: { n: { type: "integer", example: 5 } } } };

/** Two media types of JSON, the first of which is preferred. */
function jsonContents(json: JsonObject, problem: JsonObject): JsonObject {
  return { "application/json": json, "application/problem+json": problem };
}

/** A union of which the second alternative is the default. */
function kindsOf(name: string, first: string, second: string): JsonObject {
  const refTo = (target: string) => ({ $ref: `#/components/schemas/${target}` });
  const value = first === "Long" ? "long" : "short";
  const schemaOf = (n: JsonObject) => ({ type: "object", properties: { kind: { type: "string" }, n } });
  const [own, other] = first === "Long" ? [int64, { type: "integer" }] : [{ type: "integer" }, int64];
  return {
    [first]: { ...schemaOf(own), required: ["kind"] },
    [second]: schemaOf(other),
    [name]: {
      oneOf: [refTo(first), refTo(second)],
      discriminator: { propertyName: "kind", mapping: { [value]: first }, defaultMapping: second },
    },
  };
}

/** Integers of 64 bits in every place of requests and answers. */
const document: JsonObject = {
  openapi: "3.2.0",
  info: { title: "Places", version: "1" },
  components: {
    schemas: {
      Node: {
        type: "object",
        required: ["id", "plain"],
        properties: {
          id: { ...int64, example: big },
          plain: { type: "integer", example: 7 },
          parent: { oneOf: [{ $ref: "#/components/schemas/Node" }, { type: "null" }] },
          pair: {
            type: "array",
            prefixItems: [int64, { type: "integer" }],
            example: [big, 1],
            minItems: 2,
            maxItems: 2,
          },
        },
      },
      Wrapped: { allOf: [{ $ref: "#/components/schemas/Node" }, { type: "object", properties: { more: int64 } }] },
      ...kindsOf("Kind", "Long", "Short"),
      ...kindsOf("Swapped", "Narrow", "Wide"),
      Event: {
        type: "object",
        required: ["event", "data"],
        properties: {
          event: { const: "node" },
          data: {
            type: "string",
            contentMediaType: "application/json",
            contentSchema: { $ref: "#/components/schemas/Node" },
          },
        },
      },
    },
  },
  paths: {
    "/nodes/{id}/{ids}": {
      post: {
        operationId: "saveNode",
        parameters: [
          { name: "id", in: "path", required: true, schema: { ...int64, example: big } },
          { name: "ids", in: "path", required: true, schema: { type: "array", items: int64, example: [1, big] } },
          { name: "after", in: "query", schema: { ...int64, example: big } },
          { name: "deep", in: "query", style: "deepObject", schema: { type: "object", properties: { a: int64 } } },
          {
            name: "json",
            in: "query",
            content: { "application/json": { schema: { $ref: "#/components/schemas/Node" } } },
          },
          { name: "X-Id", in: "header", schema: int64 },
          { name: "session", in: "cookie", schema: int64 },
        ],
        requestBody: {
          required: true,
          content: { "application/json": { schema: { $ref: "#/components/schemas/Wrapped" } } },
        },
        responses: {
          "200": {
            description: "ok",
            content: { "application/json": { schema: { $ref: "#/components/schemas/Wrapped" } } },
          },
          "4XX": {
            description: "no",
            content: { "application/json": { schema: { $ref: "#/components/schemas/Node" } } },
          },
        },
      },
    },
    "/counts": {
      get: {
        operationId: "getCount",
        responses: {
          "200": { description: "in one of them", content: jsonContents(plainCount, count) },
          "2XX": { description: "in the other one", content: jsonContents(count, plainCount) },
          "4XX": { description: "in a range", content: { "text/json": count, "application/*": plainCount } },
          default: { description: "in one of them", content: jsonContents(count, plainCount) },
        },
      },
    },
    "/kinds": {
      get: {
        operationId: "listKinds",
        responses: {
          "200": {
            description: "told apart by their kind, or by having none",
            content: {
              "application/json": {
                schema: { type: "array", items: { $ref: "#/components/schemas/Kind" } },
                example: [{ kind: "long", n: 1 }, { kind: "rare", n: 1 }, { n: 1 }],
              },
              "application/vnd.swapped+json": {
                schema: { type: "array", items: { $ref: "#/components/schemas/Swapped" } },
                example: [{ kind: "short", n: 1 }, { kind: "rare", n: 1 }, { n: 1 }],
              },
            },
          },
        },
      },
    },
    "/streams": {
      get: {
        operationId: "streamCounts",
        responses: {
          "200": {
            description: "at once, or one by one",
            content: {
              "application/json": plainCount,
              "application/x-ndjson": { itemSchema: count.schema },
              "application/json-seq": { itemSchema: plainCount.schema },
            },
          },
        },
      },
    },
    "/form": {
      post: {
        operationId: "sendForm",
        requestBody: {
          required: true,
          content: {
            "application/x-www-form-urlencoded": {
              schema: {
                type: "object",
                properties: {
                  id: { ...int64, example: big },
                  ids: { type: "array", items: int64 },
                  node: { $ref: "#/components/schemas/Node" },
                },
              },
            },
          },
        },
        responses: {
          "200": {
            description: "ok",
            content: { "application/x-ndjson": { itemSchema: { $ref: "#/components/schemas/Node" } } },
          },
        },
      },
    },
    "/upload": {
      post: {
        operationId: "upload",
        requestBody: {
          required: true,
          content: {
            "multipart/form-data": {
              schema: {
                type: "object",
                properties: { id: { ...int64, example: big }, node: { $ref: "#/components/schemas/Node" } },
              },
            },
          },
        },
        responses: {
          "200": {
            description: "ok",
            content: { "text/event-stream": { itemSchema: { $ref: "#/components/schemas/Event" } } },
          },
        },
      },
    },
  },
};

type Call = (
  client: unknown,
  input: unknown,
  options?: object,
) => PromiseLike<unknown> & { result: () => Promise<unknown> };

describe.each(["bigint", "string"] as const)("integers of 64 bits as %s", (type) => {
  const id = type === "bigint" ? big : String(big);
  const one = type === "bigint" ? 1n : "1";
  const node = { id, plain: 7, parent: null, pair: [id, 1] };
  let api: GeneratedPackage;
  const sent: Request[] = [];

  beforeAll(async () => {
    api = await generatePackage(document, { int64: type });
  });
  afterAll(() => api.remove());

  async function operation(name: string) {
    const { createClient } = (await api.load("index")) as { createClient: (options: object) => unknown };
    const { createMock } = (await api.load("mock")) as { createMock: () => (...args: unknown[]) => Promise<Response> };
    const operations = (await api.load("operations/index")) as Readonly<Record<string, Call>>;
    const fixtures = (await api.load("fixtures/index")) as Readonly<
      Record<string, { request: object; responses: Record<string, { default: unknown }> }>
    >;
    const mock = createMock();
    const client = createClient({
      baseUrl: "http://localhost",
      fetch: (url: string, init: RequestInit) => {
        sent.push(new Request(url, init));
        return mock(url, init);
      },
    });
    const call = operations[name];
    const fixture = fixtures[name];
    if (call === undefined || fixture === undefined) throw new Error(`there is no ${name}`);
    const items = async (headers = {}) => {
      const { stream } = (await api.load("stream")) as {
        stream: (call: Call, ...args: unknown[]) => AsyncIterable<unknown>;
      };
      const values: unknown[] = [];
      for await (const value of stream(call, client, fixture.request, { headers })) values.push(value);
      return values;
    };
    return { call: (headers = {}) => call(client, fixture.request, { headers }), items, fixture };
  }

  it("compile, without a word from the generator", async () => {
    // Some examples fit both schemas of a oneOf, which differ in how long their integers are.
    expect(api.diagnostics.filter(({ code }) => code !== "example-breaks-rule")).toEqual([]);
    expect(await api.typeProblems()).toEqual([]);
  });

  it("go through path, query, headers, cookies and JSON bodies with all digits, and come back", async () => {
    const { call, fixture } = await operation("saveNode");
    const wrapped = { ...node, more: one };
    expect(await call()).toEqual(wrapped);
    expect(fixture.request).toMatchObject({ path: { id, ids: [one, id] }, query: { after: id }, body: wrapped });
    const request = sent.at(-1);
    expect(request?.url).toMatch(
      /^http:\/\/localhost\/nodes\/9007199254740993\/1,9007199254740993\?after=9007199254740993&/,
    );
    expect(decodeURIComponent(request?.url ?? "")).toContain('json={"id":9007199254740993,"plain":7,');
    expect(await request?.text()).toBe(
      '{"id":9007199254740993,"plain":7,"parent":null,"pair":[9007199254740993,1],"more":1}',
    );
  });

  it("are kept in errors", async () => {
    const { call } = await operation("saveNode");
    expect(await call({ prefer: "code=404" }).result()).toMatchObject({ ok: false, status: 404, error: node });
  });

  it.each<[number, string, "long" | "short"]>([
    [200, "application/json", "short"],
    [200, "application/problem+json", "long"],
    [201, "application/json", "long"],
    [201, "application/problem+json", "short"],
    [404, "text/json", "long"],
    [404, "application/*", "short"],
    [500, "application/json", "long"],
    [500, "application/problem+json", "short"],
  ])("are those of the status and the media type: %i in %s", async (status, accept, size) => {
    const { call } = await operation("getCount");
    const result = await call({ prefer: `code=${status}`, accept }).result();
    expect(result).toMatchObject({ status, [status < 300 ? "data" : "error"]: { n: size === "long" ? id : 5 } });
    expect((result as { response: Response }).response.headers.get("content-type")).toMatch(
      accept.replace("*", "json"),
    );
  });

  it("are told apart from what is of a discriminator's default", async () => {
    const { call } = await operation("listKinds");
    expect(await call()).toEqual([{ kind: "long", n: one }, { kind: "rare", n: 1 }, { n: 1 }]);
    const swapped = [{ kind: "short", n: 1 }, { kind: "rare", n: one }, { n: one }];
    expect(await call({ accept: "application/vnd.swapped+json" })).toEqual(swapped);
  });

  it("are those of the media type where some are streams", async () => {
    const { call, items } = await operation("streamCounts");
    expect(await call()).toEqual({ n: 5 });
    expect(await items({ accept: "application/x-ndjson" })).toEqual([{ n: id }]);
    expect(await items({ accept: "application/json-seq" })).toEqual([{ n: 5 }]);
  });

  it("are kept in forms, and in each line of a stream", async () => {
    const { items, fixture } = await operation("sendForm");
    expect(await items()).toEqual([node]);
    const text = (await sent.at(-1)?.text()) ?? "";
    expect(text).toMatch(/^id=9007199254740993&ids=1&/);
    const forms = (await api.load("forms/index")) as { decodeSendFormForm: (text: string) => unknown };
    const { body } = fixture.request as { body: object };
    expect(forms.decodeSendFormForm(text)).toEqual({ ok: true, value: body });
  });

  it("are kept in multipart bodies, and in the data of events", async () => {
    const { items, fixture } = await operation("upload");
    expect(await items()).toMatchObject([{ event: "node", data: node }]);
    const requests = (await api.load("requests/index")) as {
      decodeUploadRequest: (request: Request) => Promise<unknown>;
    };
    const request = sent.at(-1);
    if (request === undefined) throw new Error("nothing was sent");
    expect(await requests.decodeUploadRequest(request)).toEqual({ ok: true, value: fixture.request });
  });
});
