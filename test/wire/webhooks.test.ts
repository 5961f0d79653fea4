/** Requests that a server sends, over a socket, into the reader that a receiver has. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { JsonObject } from "../../generator/document/json.js";
import { type GeneratedPackage, generatePackage, type Module } from "../conformance/generated-package.js";
import { serveFetch, type Server } from "./serve-fetch.js";

const text = { type: "string" };
const form = {
  type: "object",
  required: ["amount"],
  properties: { amount: { type: "integer" }, tags: { type: "array", items: text } },
};
const upload = { type: "object", properties: { note: text, file: { type: "string", format: "binary" } } };
const json = { type: "object", required: ["id"], properties: { id: text, total: { type: "number" } } };
const body = (type: string, schema: JsonObject): JsonObject => {
  return { post: { requestBody: { required: true, content: { [type]: { schema } } }, responses: { "204": {} } } };
};

const document: JsonObject = {
  openapi: "3.1.0",
  info: { title: "T", version: "1" },
  security: [{ key: [] }],
  paths: {
    "/subscriptions": {
      post: {
        operationId: "subscribe",
        callbacks: {
          alive: {
            "{$request.query.url}": {
              get: { parameters: [{ name: "at", in: "query", required: true, schema: { type: "integer" } }] },
            },
          },
        },
        responses: {
          "201": {
            description: "Made.",
            headers: {
              Location: { required: true, schema: text, example: "/subscriptions/1" },
              "X-Tags": { schema: { type: "array", items: text }, example: ["a", "b"] },
              "X-Broken": { schema: { type: "object" }, example: "a\r\nX-Injected: 1" },
            },
          },
        },
      },
    },
  },
  webhooks: {
    order: {
      post: {
        parameters: [
          { name: "X-Signature", in: "header", required: true, schema: text },
          { name: "X-Attempt", in: "header", schema: { type: "integer" } },
        ],
        requestBody: { required: true, content: { "application/json": { schema: json } } },
        responses: { "204": {} },
      },
    },
    payment: body("application/x-www-form-urlencoded", form),
    upload: body("multipart/form-data", upload),
    note: body("text/plain", text),
  },
  components: { securitySchemes: { key: { type: "apiKey", in: "header", name: "X-Key" } } },
};

type Decode = (request: Request) => Promise<unknown>;

let generated: GeneratedPackage;
let requests: Module;
let fixtures: Module;
let server: Server;
const read: unknown[] = [];

beforeAll(async () => {
  generated = await generatePackage(document);
  requests = await generated.load("requests/index");
  fixtures = await generated.load("fixtures/index");
  server = await serveFetch(async (request) => {
    const name = new URL(request.url).pathname.slice(1);
    // Named by the test, made by the generator.
    read.push(await (requests[name] as Decode)(request));
    return new Response(null, { status: 204 });
  });
});
afterAll(async () => {
  await server.close();
  await generated.remove();
});

/** What the reader makes of a request. */
async function send(reader: string, init: RequestInit, query = ""): Promise<unknown> {
  const response = await fetch(`${server.url}/${reader}${query}`, init);
  expect(response.status).toBe(204);
  return read.pop();
}

const post = (content: string | URLSearchParams | FormData, headers: Record<string, string> = {}): RequestInit => ({
  method: "POST",
  body: content,
  headers,
});

describe("a request that arrives", () => {
  it("is read with headers and a body of JSON", async () => {
    const sent = post('{"id":"1"}', { "content-type": "application/json", "x-signature": "s", "X-Attempt": "2" });
    expect(await send("decodeOrderWebhookRequest", sent)).toEqual({
      ok: true,
      value: { headers: { "X-Signature": "s", "X-Attempt": 2 }, body: { id: "1" } },
    });
  });

  it("is refused with all that does not fit", async () => {
    const sent = post("{", { "content-type": "application/json", "X-Attempt": "often" });
    const result = await send("decodeOrderWebhookRequest", sent);
    expect(result).toMatchObject({
      ok: false,
      problems: [{ field: "headers.X-Signature" }, { field: "headers.X-Attempt" }, { field: "body" }],
    });
  });

  it("is read with a form", async () => {
    const sent = post(new URLSearchParams("amount=3&tags=a&tags=b"));
    expect(await send("decodePaymentWebhookRequest", sent)).toEqual({
      ok: true,
      value: { body: { amount: 3, tags: ["a", "b"] } },
    });
    expect(await send("decodePaymentWebhookRequest", post(new URLSearchParams("amount=x")))).toMatchObject({
      ok: false,
      problems: [{ field: "body.amount" }],
    });
  });

  it("is read with a file", async () => {
    const parts = new FormData();
    parts.set("note", "scanned");
    parts.set("file", new Blob(["bytes"]), "a.txt");
    const result = await send("decodeUploadWebhookRequest", post(parts));
    expect(result).toMatchObject({ ok: true, value: { body: { note: "scanned" } } });
    const { value } = result as { readonly value: { readonly body: { readonly file: Blob } } };
    expect(await value.body.file.text()).toBe("bytes");
  });

  it("is read with text, or without a body", async () => {
    expect(await send("decodeNoteWebhookRequest", post("hello"))).toEqual({ ok: true, value: { body: "hello" } });
    expect(await send("decodeSubscribeAliveCallbackRequest", {}, "?at=5")).toEqual({
      ok: true,
      value: { query: { at: 5 } },
    });
  });

  it("can be made from the fixture", async () => {
    const { request } = fixtures["orderWebhook"] as {
      readonly request: { readonly headers: Record<string, unknown>; readonly body: unknown };
    };
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    const sent = post(JSON.stringify(request.body), { ...headers, "content-type": "application/json" });
    expect(await send("decodeOrderWebhookRequest", sent)).toEqual({ ok: true, value: request });
  });
});

describe("the package", () => {
  it("has types that compile", async () => {
    expect(await generated.typeProblems()).toEqual([]);
  });

  it("answers in its mock with the headers that a response can have", async () => {
    const { createMock } = await generated.load("mock");
    const mock = (createMock as () => typeof fetch)();
    const answer = await mock("http://localhost/subscriptions", { method: "POST", headers: { "x-key": "k" } });
    expect([...answer.headers]).toEqual([
      ["location", "/subscriptions/1"],
      ["x-tags", "a,b"],
    ]);
  });
});
