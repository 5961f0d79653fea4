import { inspect } from "node:util";
import { describe, expect, expectTypeOf, it } from "vitest";
import { anyOf } from "../../templates/client/src/runtime/authorise.js";
import { headerKey, queryKey } from "../../templates/client/src/runtime/api-key.js";
import { CallError } from "../../templates/client/src/runtime/call-error.js";
import { type Call, type CallOptions, makeClient } from "../../templates/client/src/runtime/client.js";
import {
  AbortError,
  ApiError,
  AuthError,
  ConnectionError,
  EncodingError,
  ResponseError,
  TimeoutError,
} from "../../templates/client/src/runtime/errors.js";
import { json, recordingFetch } from "./recording-fetch.js";

const secret = "s3cret";
const call: Call = { operation: "getPet", method: "GET", path: "/pets/{id}", security: [["key"]] };

async function failureOf(options: CallOptions, changes: Partial<Call> = {}, baseUrl = "https://api.test/v1") {
  const setup = {
    baseUrl,
    userAgent: "t/1",
    authorise: anyOf({ schemes: { key: headerKey("x-key"), query: queryKey("token") } }),
  };
  const auth = { key: secret, query: secret };
  const client = makeClient(setup, { fetch: recordingFetch().fetch, auth, ...options });
  return client.send({ ...call, ...changes }).then(
    () => undefined,
    (error: unknown) => error,
  );
}

/** Everything that a log could show of an error. */
function shown(error: unknown): string {
  const { message = "", stack = "" } = error instanceof Error ? error : {};
  return [message, stack, String(error), JSON.stringify(error), inspect(error, { depth: null, showHidden: true })].join(
    "\n",
  );
}

const rejecting = (error: unknown) => () => Promise.reject(error instanceof Error ? error : new Error("unused"));

const failures: readonly (readonly [string, () => Promise<unknown>, new (...args: never[]) => Error])[] = [
  ["an error status", () => failureOf({ fetch: () => Promise.resolve(json({}, 500)) }), ApiError],
  ["a refused connection", () => failureOf({ fetch: rejecting(new TypeError("fetch failed")) }), ConnectionError],
  ["an abort", () => failureOf({ signal: AbortSignal.abort(), fetch }), AbortError],
  ["a timeout", () => failureOf({ timeout: 1, fetch: hanging }), TimeoutError],
  [
    "an answer that is no JSON",
    () => failureOf({ fetch: () => Promise.resolve(new Response("<", { headers: { "content-type": "text/json" } })) }),
    ResponseError,
  ],
  ["a header that cannot be sent", () => failureOf({ headers: { "x-a": `a\n${secret}` } }), EncodingError],
  ["a credential that cannot be sent", () => failureOf({ auth: { key: `a\n${secret}` } }), AuthError],
  [
    "a runtime that quotes the URL, with a key in the query",
    () =>
      failureOf(
        { fetch: (url) => Promise.reject(new TypeError(`error sending request for url (${url})`)) },
        { security: [["query"]] },
      ),
    ConnectionError,
  ],
  [
    "the platform's own check of a URL with user info",
    () => failureOf({ baseUrl: `https://user:p@${secret}@127.0.0.1:1`, fetch }),
    ConnectionError,
  ],
  [
    "the platform's own check of a relative URL with a key in the query",
    () => failureOf({ baseUrl: "/v1", fetch }, { security: [["query"]] }),
    ConnectionError,
  ],
];

/** Never answers, but heeds the signal. */
function hanging(_: string, { signal }: RequestInit): Promise<Response> {
  return new Promise((_resolve, reject) => {
    signal?.addEventListener("abort", () => {
      reject(signal.reason instanceof Error ? signal.reason : new Error("aborted"));
    });
  });
}

describe.each(failures)("%s", (_, fail, kind) => {
  it("is a typed error that names the call and shows no credential", async () => {
    const error = await fail();
    expect(error).toBeInstanceOf(kind);
    expect(error).toMatchObject({ name: kind.name, operation: "getPet", method: "GET" });
    expect(shown(error)).toContain("getPet");
    expect(shown(error)).not.toContain(secret);
  });
});

it("shows nothing of a library's own error, also one that is called as a timeout", async () => {
  const own = Object.assign(new Error("late"), { name: "TimeoutError", request: { headers: { "x-key": secret } } });
  const error = await failureOf({ fetch: rejecting(own) });
  expect(error).toBeInstanceOf(ConnectionError);
  expect(shown(error)).not.toContain(secret);
});

it.each([
  ["https://api.test/v1", "https://api.test/v1/pets/{id}"],
  ["https://user:p@ss@api.test", "https://api.test/pets/{id}"],
  ["https://user:p?ss@api.test", "https://api.test/pets/{id}"],
  ["https://api.test/@me", "https://api.test/@me/pets/{id}"],
  ["https://api.test?key=1", "https://api.test"],
  ["/v1/", "/v1/pets/{id}"],
])("shows the server %s as %s", async (baseUrl, url) => {
  const error = await failureOf({ fetch: rejecting(new Error("unreachable")) }, {}, baseUrl);
  expect(error).toMatchObject({ url });
  expect(error).toHaveProperty("message", `getPet: no answer from ${url}`);
});

it("keeps what was thrown as the cause", async () => {
  const cause = new TypeError("fetch failed", { cause: new Error("ECONNREFUSED") });
  expect(await failureOf({ fetch: rejecting(cause) })).toHaveProperty("cause", cause);
  const encode = () => {
    throw cause;
  };
  expect(await failureOf({}, { encode })).toMatchObject({ cause, message: "getPet: fetch failed" });
  const reason = new Error("enough");
  expect(await failureOf({ signal: AbortSignal.abort(reason), fetch: rejecting(cause) })).toHaveProperty(
    "cause",
    reason,
  );
});

it("says in an ApiError what was called and answered, and hides the cookies that were set", async () => {
  const answer = new Response("no", { status: 418, headers: { "set-cookie": `session=${secret}` } });
  const error = await failureOf({ fetch: () => Promise.resolve(answer) });
  expect(error).toHaveProperty("message", "getPet: GET https://api.test/v1/pets/{id} answered 418");
  expect(shown(error)).not.toContain(secret);
  expect(error instanceof ApiError && error.headers.get("set-cookie")).toBe(`session=${secret}`);
});

it("gives a body of unknown type, never any, where it is recognised by instanceof", () => {
  const body = (error: unknown) => (error instanceof ApiError ? error.body : undefined);
  expectTypeOf(body).returns.toBeUnknown();
  expect(body(new ApiError({ operation: "a", method: "GET", url: "/" }, json({}), { code: 1 }))).toEqual({ code: 1 });
});

it.each([
  [{ "x-request-id": "a" }, "a"],
  [{ "request-id": "b" }, "b"],
  [{}, undefined],
])("says what the server calls the request: %j", async (headers, id) => {
  const answer = new Response("{}", { status: 500, headers });
  const error = await failureOf({ fetch: () => Promise.resolve(answer) });
  expect(error).toHaveProperty("requestId", id);
});

describe("instanceof", () => {
  it("knows an error of another bundle's copy of the client", async () => {
    // The query makes it another module.
    const path = "../../templates/client/src/runtime/client.js?other";
    const module: unknown = await import(path);
    const other = module as { makeClient: typeof makeClient };
    const sending = other
      .makeClient({ baseUrl: "https://api.test", userAgent: "t/1" }, { fetch: () => Promise.resolve(json({}, 500)) })
      .send({ ...call, security: [] });
    const error: unknown = await sending.catch((reason: unknown) => reason);
    expect(other.makeClient).not.toBe(makeClient);
    expect([error instanceof ApiError, error instanceof CallError, error instanceof TimeoutError]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it("knows no other errors, and of a class that somebody derives its own alone", async () => {
    class Mine extends ApiError {}
    const context = { operation: "a", method: "GET", url: "/" };
    const mine = new Mine(context, json({}, 500), {});
    const error = await failureOf({ fetch: () => Promise.resolve(json({}, 500)) });
    expect([mine instanceof Mine, mine instanceof ApiError, error instanceof Mine]).toEqual([true, true, false]);
    expect([new Error("a"), null, undefined, "a", {}].some((value) => value instanceof CallError)).toBe(false);
    expect(new TimeoutError(context, "late") instanceof AbortError).toBe(false);
  });
});
