import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { JsonObject } from "../../generator/document/json.js";
import { generatePackage, type GeneratedPackage } from "../conformance/generated-package.js";

const moment = { type: "string", format: "date-time" };
const refTo = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: JsonObject, example?: JsonObject) => ({
  "application/json": { schema, ...(example !== undefined && { example }) },
});

/** As a server may write the same moment; the shortest in UTC last. */
const spellings = ["2024-05-01T12:30:00+02:00", "2024-05-01t10:30:00.000z", "2024-05-01T10:30:00Z"] as const;
const [offset, long, short] = spellings;
const precise = "2024-05-01T10:30:00.123456Z";

/** Dates in every place of requests and answers. */
const document: JsonObject = {
  openapi: "3.2.0",
  info: { title: "Places", version: "1" },
  components: {
    schemas: {
      Moment: { ...moment, example: offset },
      Node: {
        type: "object",
        required: ["at", "plain"],
        properties: {
          at: refTo("Moment"),
          plain: { type: "string", example: short },
          day: { type: "string", format: "date", example: "2024-05-01" },
          end: { type: ["string", "null"], format: "date-time", example: short },
          parent: { oneOf: [refTo("Node"), { type: "null" }] },
          pair: {
            type: "array",
            prefixItems: [moment, { type: "string" }],
            example: [precise, short],
            minItems: 2,
            maxItems: 2,
          },
          times: { type: "object", additionalProperties: moment, example: { "a/b": long } },
          due: { anyOf: [moment, { type: "string", maxLength: 10 }], example: "never" },
        },
      },
      Wrapped: { allOf: [refTo("Node"), { type: "object", properties: { more: { ...moment, example: short } } }] },
      Timed: { type: "object", required: ["kind", "at"], properties: { kind: { const: "timed" }, at: moment } },
      Named: {
        type: "object",
        required: ["kind", "at"],
        properties: { kind: { const: "named" }, at: { type: "string" } },
      },
      Event: {
        type: "object",
        required: ["event", "data"],
        properties: {
          event: { const: "node" },
          data: { type: "string", contentMediaType: "application/json", contentSchema: refTo("Node") },
        },
      },
    },
  },
  paths: {
    "/nodes/{at}/{ats}": {
      post: {
        operationId: "saveNode",
        parameters: [
          { name: "at", in: "path", required: true, schema: refTo("Moment") },
          { name: "ats", in: "path", required: true, schema: { type: "array", items: moment, example: [short, long] } },
          { name: "after", in: "query", schema: { ...moment, example: precise } },
          { name: "deep", in: "query", style: "deepObject", schema: { type: "object", properties: { a: moment } } },
          { name: "either", in: "query", schema: { anyOf: [moment, { enum: ["now"] }], example: "now" } },
          { name: "json", in: "query", content: json(refTo("Node")) },
          { name: "X-At", in: "header", schema: moment },
          { name: "session", in: "cookie", schema: moment },
        ],
        requestBody: { required: true, content: json(refTo("Wrapped")) },
        responses: {
          "200": {
            description: "ok",
            headers: { "X-Changed": { schema: moment, example: offset } },
            content: json(refTo("Wrapped")),
          },
          "4XX": { description: "no", content: json(refTo("Node")) },
        },
      },
    },
    "/kinds": {
      get: {
        operationId: "listKinds",
        responses: {
          "200": {
            description: "told apart by their kind",
            content: {
              "application/json": {
                schema: { type: "array", items: { oneOf: [refTo("Timed"), refTo("Named")] } },
                example: [
                  { kind: "timed", at: short },
                  { kind: "named", at: short },
                  { kind: "named", at: "noon" },
                ],
              },
              "application/vnd.seen+json": { example: { seen: { at: offset } } },
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
                  at: refTo("Moment"),
                  ats: { type: "array", items: moment },
                  node: refTo("Node"),
                  either: { oneOf: [refTo("Timed"), refTo("Named")] },
                },
              },
            },
          },
        },
        responses: {
          "200": { description: "ok", content: { "application/x-ndjson": { itemSchema: refTo("Node") } } },
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
                properties: { at: refTo("Moment"), ats: { type: "array", items: moment }, node: refTo("Node") },
              },
            },
          },
        },
        responses: { "200": { description: "ok", content: { "text/event-stream": { itemSchema: refTo("Event") } } } },
      },
    },
    "/lines": {
      post: {
        operationId: "sendLines",
        requestBody: { required: true, content: { "application/x-ndjson": { itemSchema: refTo("Node") } } },
        responses: { "200": { description: "a moment", content: json(refTo("Moment")) } },
      },
    },
  },
};

type Call = (
  client: unknown,
  input: unknown,
  options?: object,
) => PromiseLike<unknown> & { result: () => Promise<unknown> };

const at = new Date(short);
const node = {
  at,
  plain: short,
  day: "2024-05-01",
  end: at,
  parent: null,
  pair: [new Date("2024-05-01T10:30:00.123Z"), short],
  times: { "a/b": at },
  due: "never",
};
const wrapped = { ...node, more: at };

describe("dates as Date", () => {
  let api: GeneratedPackage;
  const sent: Request[] = [];
  const answered: Response[] = [];

  beforeAll(async () => {
    api = await generatePackage(document, { dates: "Date" });
  });
  afterAll(() => api.remove());

  async function operation(name: string, fetch?: () => Response) {
    const { createClient } = (await api.load("index")) as { createClient: (options: object) => unknown };
    const { createMock } = (await api.load("mock")) as { createMock: () => (...args: unknown[]) => Promise<Response> };
    const operations = (await api.load("operations/index")) as Readonly<Record<string, Call>>;
    const fixtures = (await api.load("fixtures/index")) as Readonly<
      Record<string, { request: object; responses: Record<string, { default: unknown }> }>
    >;
    const mock = createMock();
    const client = createClient({
      baseUrl: "http://localhost",
      fetch: async (url: string, init: RequestInit) => {
        sent.push(new Request(url, init));
        const response = fetch?.() ?? (await mock(url, init));
        answered.push(response.clone());
        return response;
      },
    });
    const call = operations[name];
    const fixture = fixtures[name];
    if (call === undefined || fixture === undefined) throw new Error(`there is no ${name}`);
    const items = async () => {
      const { stream } = (await api.load("stream")) as {
        stream: (call: Call, ...args: unknown[]) => AsyncIterable<unknown>;
      };
      const values: unknown[] = [];
      for await (const value of stream(call, client, fixture.request)) values.push(value);
      return values;
    };
    return { call: (headers = {}) => call(client, fixture.request, { headers }), items, fixture };
  }

  async function decoded(name: string): Promise<unknown> {
    const requests = (await api.load("requests/index")) as Record<string, (request: Request) => Promise<unknown>>;
    const request = sent.at(-1);
    if (request === undefined) throw new Error("nothing was sent");
    return await requests[name]?.(request);
  }

  it("compile, without a word from the generator", async () => {
    expect(api.diagnostics).toEqual([]);
    expect(await api.typeProblems()).toEqual([]);
  });

  it("go through path, query, headers, cookies and JSON bodies, and come back", async () => {
    const { call, fixture } = await operation("saveNode");
    expect(await call()).toEqual(wrapped);
    expect(fixture.request).toMatchObject({
      path: { at, ats: [at, at] },
      query: { after: new Date("2024-05-01T10:30:00.123Z"), deep: { a: expect.any(Date) as Date }, either: "now" },
      headers: { "X-At": expect.any(Date) as Date },
      cookies: { session: expect.any(Date) as Date },
      body: wrapped,
    });
    const request = sent.at(-1);
    expect(decodeURIComponent(request?.url ?? "")).toContain(
      "/nodes/2024-05-01T10:30:00.000Z/2024-05-01T10:30:00.000Z,2024-05-01T10:30:00.000Z?after=2024-05-01T10:30:00.123Z&",
    );
    const copy = request?.clone();
    expect(await decoded("decodeSaveNodeRequest")).toEqual({ ok: true, value: fixture.request });
    expect(JSON.parse((await copy?.text()) ?? "")).toMatchObject({ at: "2024-05-01T10:30:00.000Z", plain: short });
  });

  it("are written by the mock as the document writes them; headers of answers stay text", async () => {
    const { call } = await operation("saveNode");
    await call();
    const response = answered.at(-1);
    expect(response?.headers.get("x-changed")).toBe(offset);
    expect(await response?.json()).toEqual({
      ...wrapped,
      at: offset,
      end: short,
      pair: [precise, short],
      times: { "a/b": long },
      more: short,
    });
  });

  it("are read in errors", async () => {
    const { call } = await operation("saveNode");
    expect(await call({ prefer: "code=404" }).result()).toMatchObject({ ok: false, status: 404, error: node });
  });

  it("are told from texts by what tells objects apart, and are learned from examples", async () => {
    const { call } = await operation("listKinds");
    expect(await call()).toEqual([
      { kind: "timed", at },
      { kind: "named", at: short },
      { kind: "named", at: "noon" },
    ]);
    expect(await call({ accept: "application/vnd.seen+json" })).toEqual({ seen: { at } });
  });

  it("are kept in forms, and in each line of a stream", async () => {
    const { items, fixture } = await operation("sendForm");
    expect(await items()).toEqual([node]);
    const text = (await sent.at(-1)?.clone().text()) ?? "";
    expect(text).toMatch(/^at=2024-05-01T10%3A30%3A00.000Z&ats=/);
    expect(await decoded("decodeSendFormRequest")).toEqual({ ok: true, value: fixture.request });
  });

  it("are kept in multipart bodies, and in the data of events", async () => {
    const { items, fixture } = await operation("upload");
    expect(await items()).toMatchObject([{ event: "node", data: node }]);
    expect(await decoded("decodeUploadRequest")).toEqual({ ok: true, value: fixture.request });
  });

  it("are kept in lines of a body, and where one is the whole answer", async () => {
    const { call, fixture } = await operation("sendLines");
    expect(await call()).toEqual(at);
    expect(await answered.at(-1)?.text()).toBe(`"${offset}"`);
    expect(fixture.request).toEqual({ body: [node] });
    expect(await decoded("decodeSendLinesRequest")).toEqual({ ok: true, value: fixture.request });
  });

  it("may be null, and are not looked for where there are none", async () => {
    const body = { at: long, plain: "noon", end: null, due: long, pair: [] };
    const { call } = await operation("saveNode", () => new Response(JSON.stringify(body)));
    expect(await call()).toEqual({ ...body, at, due: at });
  });

  it.each(["2024-05-01T10:30:00", "2024-05-01", ""])("%j in place of one is a ResponseError", async (text) => {
    const body = JSON.stringify({ ...wrapped, parent: { ...node, times: { x: text } } });
    const { call } = await operation("saveNode", () => new Response(body));
    expect(await call().result()).toMatchObject({
      ok: false,
      status: null,
      error: { name: "ResponseError", field: "parent.times.x", status: 200, body },
    });
  });

  it("in an error, its body is then the text", async () => {
    const { call } = await operation("saveNode", () => new Response('{"at":"noon"}', { status: 400 }));
    expect(await call().result()).toMatchObject({ ok: false, status: 400, error: '{"at":"noon"}' });
  });

  it("in a line of a stream, that line is the error", async () => {
    const { items } = await operation(
      "sendForm",
      () => new Response('{"at":"noon","plain":""}\n', { headers: { "content-type": "application/x-ndjson" } }),
    );
    await expect(items()).rejects.toMatchObject({
      name: "ResponseError",
      message: expect.stringContaining('"at"') as string,
    });
  });

  it("in a request, its decoder says where", async () => {
    const requests = (await api.load("requests/index")) as Record<string, (request: Request) => Promise<unknown>>;
    const post = (body: string) => new Request("http://localhost/nodes/noon/x", { method: "POST", body });
    const text = JSON.stringify({ at: short, plain: "", parent: { at: "noon", plain: "" } });
    const problem = "must be a date and time with an offset (RFC 3339)";
    expect(await requests["decodeSaveNodeRequest"]?.(post(text))).toEqual({
      ok: false,
      problems: [
        { field: "path.at", message: problem },
        { field: "path.ats[0]", message: problem },
        { field: "body.parent.at", message: problem },
      ],
    });
    expect(await requests["decodeSendLinesRequest"]?.(post('{"at":"noon"}\n'))).toMatchObject({
      problems: [{ field: "body.0.at", message: problem }],
    });
  });
});

it("stay beside integers of 64 bits", async () => {
  const both = await generatePackage(
    {
      openapi: "3.1.0",
      info: { title: "Both", version: "1" },
      paths: {
        "/both": {
          post: {
            operationId: "sendBoth",
            requestBody: { required: true, content: json(refTo("Both")) },
            responses: { "200": { description: "ok", content: json(refTo("Both")) } },
          },
        },
      },
      components: {
        schemas: {
          Both: {
            type: "object",
            properties: {
              id: { type: "integer", format: "int64", example: 9007199254740993n },
              at: { ...moment, example: offset },
            },
          },
        },
      },
    },
    { dates: "Date", int64: "bigint" },
  );
  try {
    expect(await both.typeProblems()).toEqual([]);
    const { createClient } = (await both.load("index")) as { createClient: (options: object) => unknown };
    const { createMock } = (await both.load("mock")) as {
      createMock: () => (url: string, init: RequestInit) => Promise<Response>;
    };
    const { sendBoth } = (await both.load("operations/index")) as { sendBoth: Call };
    const { sendBoth: fixture } = (await both.load("fixtures/index")) as { sendBoth: { request: object } };
    const mock = createMock();
    const texts: string[] = [];
    const client = createClient({
      baseUrl: "http://localhost",
      fetch: async (url: string, init: RequestInit) => {
        const response = await mock(url, init);
        texts.push(await new Request(url, init).text(), await response.clone().text());
        return response;
      },
    });
    expect(await sendBoth(client, fixture.request)).toEqual({ id: 9007199254740993n, at });
    expect(texts).toEqual([
      '{"id":9007199254740993,"at":"2024-05-01T10:30:00.000Z"}',
      `{"id":9007199254740993,"at":"${offset}"}`,
    ]);
  } finally {
    await both.remove();
  }
});
