import { describe, expect, it } from "vitest";
import { anyOf } from "../../templates/client/src/runtime/authorise.js";
import { headerKey } from "../../templates/client/src/runtime/api-key.js";
import { type CallOptions, makeClient } from "../../templates/client/src/runtime/client.js";
import { ApiError, EncodingError } from "../../templates/client/src/runtime/errors.js";
import { type AnyRequest, anyRequest } from "../../templates/client/src/runtime/request.js";
import { json, onlyCall, recordingFetch } from "./recording-fetch.js";

async function sentBy(path: string, options: AnyRequest & CallOptions = {}, method = "POST") {
  const recording = recordingFetch();
  const setup = {
    baseUrl: "https://api.test/v1",
    userAgent: "t/1",
    authorise: anyOf({ schemes: { key: headerKey("x-key") } }),
  };
  const client = makeClient(setup, { fetch: recording.fetch });
  await anyRequest(client, [["key"], []], method, path, options);
  return onlyCall(recording);
}

describe("a request that the document does not have", () => {
  it("goes below the server's URL, with the client's credentials where there are some", async () => {
    const { url, init, headers } = await sentBy("/pets?a=1", { query: { b: [1, 2], c: undefined, d: "x y" } }, "GET");
    expect([url, init.method, headers.get("x-key")]).toEqual([
      "https://api.test/v1/pets?a=1&b=1&b=2&d=x+y",
      "GET",
      null,
    ]);
    expect((await sentBy("/pets", { auth: { key: "k" } })).headers.get("x-key")).toBe("k");
  });

  it.each<[string, unknown, unknown, string | null]>([
    ["an object", { a: 1 }, '{"a":1}', "application/json"],
    ["a list", [1], "[1]", "application/json"],
    ["null", null, "null", "application/json"],
    ["text", "a", "a", null],
    ["nothing", undefined, null, null],
  ])("sends %s", async (_, body, sent, type) => {
    const { init, headers } = await sentBy("/pets", { body });
    expect([init.body, headers.get("content-type")]).toEqual([sent, type]);
  });

  it("sends forms and bytes as they are", async () => {
    for (const body of [new FormData(), new URLSearchParams("a=1"), new Blob(["a"]), new Uint8Array([1])])
      expect((await sentBy("/pets", { body })).init.body).toBe(body);
  });

  it.each(["pets", "//evil.test/", "https://evil.test/", ""])("does not go elsewhere: %j", async (path) => {
    await expect(sentBy(path)).rejects.toThrow(EncodingError);
  });

  it("has errors that name it, without its query", async () => {
    const client = makeClient(
      { baseUrl: "https://api.test", userAgent: "t/1" },
      { fetch: recordingFetch(() => json({ a: 1 }, 404)).fetch },
    );
    const error: unknown = await anyRequest(client, [], "GET", "/pets?token=s3cret", {}).catch(
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({
      operation: "GET /pets",
      message: "GET /pets: GET https://api.test/pets answered 404",
    });
  });

  it.each([
    ["application/json", '{"a":1}', { a: 1 }],
    ["text/csv", "a", "a"],
  ])("gives an answer of type %s as what it is", async (type, text, value) => {
    const answer = () => new Response(text, { status: 207, headers: { "content-type": type } });
    const client = makeClient(
      { baseUrl: "https://api.test", userAgent: "t/1" },
      { fetch: recordingFetch(answer).fetch },
    );
    expect(await anyRequest(client, [], "GET", "/pets", {})).toEqual(value);
  });
});
