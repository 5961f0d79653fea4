/** Bodies of several media types: what generated code sends, and what its readers and its mock make of it. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { JsonObject } from "../../generator/document/json.js";
import { type GeneratedPackage, generatePackage, type Module } from "./generated-package.js";

const note = {
  type: "object",
  required: ["title"],
  properties: { title: { type: "string" }, stars: { type: "integer" } },
};
const scan = { type: "object", properties: { title: { type: "string" }, scan: { type: "string", format: "binary" } } };
const operation = (content: JsonObject): JsonObject => ({
  post: { requestBody: { required: true, content }, responses: { "204": { description: "Done." } } },
});

const document: JsonObject = {
  openapi: "3.1.0",
  info: { title: "T", version: "1" },
  components: { securitySchemes: { key: { type: "apiKey", in: "header", name: "x-key", "x-exemplar-in": "form" } } },
  paths: {
    "/notes": operation({
      "text/xml": { schema: note },
      "multipart/form-data": { schema: scan },
      "application/x-www-form-urlencoded": { schema: note },
      "application/json": { schema: note },
      "text/json": { schema: note },
      "application/*+json": { schema: note },
      "application/json;v=2": { schema: scan },
      "image/*": {},
      "application/pdf": {},
    }),
    "/files": operation({ "*/*": { schema: { type: "string", format: "binary" } } }),
    "/logins": {
      post: {
        security: [{ key: [] }, {}],
        parameters: [{ name: "x-key", in: "header", schema: { type: "string" } }],
        requestBody: {
          content: {
            "application/json": { schema: note },
            "application/x-www-form-urlencoded": {
              schema: { type: "object", properties: { "x-key": { type: "string" }, title: { type: "string" } } },
            },
          },
        },
        responses: { "204": { description: "Done." } },
      },
    },
    "/forms": operation({ "multipart/form-data": { schema: scan }, "application/json": { schema: scan } }),
  },
};

let generated: GeneratedPackage;
let client: unknown;
let modules: { readonly operations: Module; readonly requests: Module };
let sent: Request | undefined;

type Call = (client: unknown, input: unknown) => Promise<unknown>;
type Read = (
  request: Request,
) => Promise<{ readonly ok: boolean; readonly value?: unknown; readonly problems?: unknown }>;
type Make = (options: unknown) => unknown;

beforeAll(async () => {
  generated = await generatePackage(document);
  const [index, operations, requests, mock] = await Promise.all(
    ["index", "operations/index", "requests/index", "mock"].map(generated.load),
  );
  modules = { operations: operations ?? {}, requests: requests ?? {} };
  // What the package exports, by its contract.
  const answer = (mock?.["createMock"] as Make)({}) as typeof fetch;
  client = (index?.["createClient"] as Make)({
    fetch: (url: string, init: RequestInit) => {
      const request = new Request(new URL(url, "http://localhost"), init);
      sent = request.clone();
      return answer(request);
    },
  });
}, 60_000);

afterAll(async () => {
  await generated.remove();
});

/** What arrives: the content type, and the input as it is read. */
async function arrives(name: string, input: unknown) {
  await (modules.operations[name] as Call)(client, input);
  if (sent === undefined) throw new Error("nothing was sent");
  const reader = modules.requests[`decode${name.charAt(0).toUpperCase()}${name.slice(1)}Request`] as Read;
  return { type: sent.headers.get("content-type"), ...(await reader(sent)) };
}

describe("a body", () => {
  it("compiles", async () => {
    expect(await generated.typeProblems()).toEqual([]);
  }, 120_000);

  it.each<[string, string, unknown]>([
    ["application/json", "application/json", { title: "t", stars: 1 }],
    ["text/json", "text/json", { title: "t" }],
    ["application/json;v=2", "application/json;v=2", { title: "t" }],
    ["application/x-www-form-urlencoded", "application/x-www-form-urlencoded", { title: "t", stars: 1 }],
    ["text/xml", "text/xml", "<note/>"],
  ])("of %s comes back as it was", async (contentType, type, body) => {
    expect(await arrives("postNotes", { contentType, body })).toEqual({ type, ok: true, value: { contentType, body } });
  });

  it("whose content type is not said is of the preferred one", async () => {
    const body = { title: "t" };
    const value = { contentType: "application/json", body };
    expect(await arrives("postNotes", { body })).toEqual({ type: "application/json", ok: true, value });
  });

  it("of multipart has its boundary", async () => {
    const body = { title: "t", scan: new Blob(["a"]) };
    const { type, ...read } = await arrives("postNotes", { contentType: "multipart/form-data", body });
    expect(type).toMatch(/^multipart\/form-data; ?boundary=/);
    expect(read).toMatchObject({ ok: true, value: { contentType: "multipart/form-data", body: { title: "t" } } });
    expect(await arrives("postForms", { body: { title: "t" } })).toMatchObject({ type: "application/json", ok: true });
    const form = await arrives("postForms", { contentType: "multipart/form-data", body: { title: "t" } });
    expect(form).toMatchObject({ ok: true, value: { body: { title: "t" } } });
  });

  it.each([
    ["application/pdf", "application/pdf", "image/png"],
    ["image/*", "image/png", "image/png"],
  ])("of bytes as %s is sent as %s", async (contentType, type, own) => {
    const read = await arrives("postNotes", { contentType, body: new Blob(["a"], { type: own }) });
    expect(read).toMatchObject({ type, ok: true, value: { contentType } });
  });

  it("of any media type is sent as that of its Blob, or as bytes", async () => {
    expect((await arrives("postFiles", { body: new Blob(["a"], { type: "text/csv" }) })).type).toBe("text/csv");
    expect((await arrives("postFiles", { body: new Uint8Array([1]) })).type).toBe("application/octet-stream");
  });
});

it("credentials in a form or in a header are sent as they are given", async () => {
  const contentType = "application/x-www-form-urlencoded";
  const body = { "x-key": "k", title: "t" };
  expect(await arrives("postLogins", { contentType, body })).toMatchObject({ ok: true, value: { contentType, body } });
  const read = await arrives("postLogins", { headers: { "x-key": "k" }, body: { title: "t" } });
  expect(read).toMatchObject({ ok: true, value: { headers: { "x-key": "k" }, body: { title: "t" } } });
});

describe("a request that arrives", () => {
  const read = (type: string | null, body: string) =>
    (modules.requests["decodePostNotesRequest"] as Read)(
      new Request("http://localhost/notes", {
        method: "POST",
        body: new Blob([body]),
        headers: type === null ? {} : { "content-type": type },
      }),
    );

  it("of a media type in a range is read as what the range is", async () => {
    expect(await read("application/vnd.note+json; charset=utf-8", '{"title":"t"}')).toMatchObject({
      ok: true,
      value: { contentType: "application/json", body: { title: "t" } },
    });
  });

  it("without a content type is read as the preferred one", async () => {
    expect(await read(null, '{"title":"t"}')).toMatchObject({ ok: true, value: { body: { title: "t" } } });
  });

  it("of an undocumented one is refused", async () => {
    expect(await read("text/csv", "a")).toMatchObject({
      ok: false,
      problems: [
        { field: "body", message: expect.stringContaining("must be one of application/json, text/json, ") as string },
      ],
    });
  });
});
