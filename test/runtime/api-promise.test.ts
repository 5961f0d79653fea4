import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { allOf } from "../../templates/client/src/runtime/authorise.js";
import type { ApiPromise } from "../../templates/client/src/runtime/api-promise.js";
import { type Call, type CallOptions, makeClient } from "../../templates/client/src/runtime/client.js";
import {
  ApiError,
  AuthError,
  ConnectionError,
  EncodingError,
  ResponseError,
} from "../../templates/client/src/runtime/errors.js";
import { json, recordingFetch } from "./recording-fetch.js";

const call: Call = { operation: "getPet", method: "GET", path: "/pet", success: [] };
const text = JSON.stringify({ name: "Ada" });

function send(options: CallOptions, changes: Partial<Call> = {}): ApiPromise<unknown> {
  const setup = { baseUrl: "https://api.test", userAgent: "t/1", authorise: allOf({ schemes: {} }) };
  return makeClient(setup, options).send({ ...call, ...changes });
}

/** A call that is answered, and how many requests it took. */
function answered(response: () => Response | Promise<Response>) {
  const recording = recordingFetch(response);
  return { call: send({ fetch: recording.fetch }), sent: recording.sent };
}

const pet = () => new Response(text, { status: 201, headers: { "content-type": "application/json", "x-id": "7" } });
const notFound = () => json({ code: 3 }, 404);
const refused = () => Promise.reject(new TypeError("fetch failed"));

let unhandled: unknown[] = [];
const noteUnhandled = (reason: unknown) => unhandled.push(reason);
beforeEach(() => {
  unhandled = [];
  process.on("unhandledRejection", noteUnhandled);
});
afterEach(async () => {
  // Rejections are reported when the microtasks have run.
  await new Promise((resolve) => setImmediate(resolve));
  process.off("unhandledRejection", noteUnhandled);
  expect(unhandled).toEqual([]);
});

describe("awaiting", () => {
  it("gives the data", async () => {
    expect(await answered(pet).call).toEqual({ name: "Ada" });
  });

  it("throws an ApiError with status, headers and parsed body", async () => {
    const error: unknown = await answered(notFound).call.catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ name: "ApiError", status: 404, body: { code: 3 }, operation: "getPet" });
    expect(error instanceof ApiError && error.headers.get("content-type")).toBe("application/json");
  });

  it("has catch and finally as promises have", async () => {
    const events: string[] = [];
    const { call: failing } = answered(notFound);
    const caught = await failing
      .finally(() => {
        events.push("finally");
      })
      .catch((error: unknown) => {
        events.push("catch");
        return error;
      });
    expect(caught).toBeInstanceOf(ApiError);
    expect(events).toEqual(["finally", "catch"]);
    expect(await answered(pet).call.catch(() => "unused")).toEqual({ name: "Ada" });
  });

  it("works in Promise.all, and says what it is", async () => {
    expect(await Promise.all([answered(pet).call, answered(pet).call])).toEqual([{ name: "Ada" }, { name: "Ada" }]);
    expect(Object.prototype.toString.call(answered(pet).call)).toBe("[object ApiPromise]");
  });
});

describe("result()", () => {
  it("is the outcome as a value", async () => {
    expect(await answered(pet).call.result()).toMatchObject({ ok: true, status: 201, data: { name: "Ada" } });
    expect(await answered(notFound).call.result()).toMatchObject({ ok: false, status: 404, error: { code: 3 } });
  });

  it.each([
    ["no connection", refused, {}, ConnectionError],
    [
      "an input that cannot be encoded",
      pet,
      {
        encode: () => {
          throw new TypeError("no");
        },
      },
      EncodingError,
    ],
    ["missing credentials", pet, { security: [["key"]] }, AuthError],
    ["a success that is not documented", pet, { success: [200] }, ResponseError],
    [
      "JSON that is none",
      () => new Response("<", { headers: { "content-type": "application/json" } }),
      {},
      ResponseError,
    ],
  ])("never throws: %s", async (_, response, changes, kind) => {
    const { fetch } = recordingFetch(response);
    const result = await send({ fetch }, changes).result();
    expect(result).toMatchObject({ ok: false, status: null });
    expect(result.ok ? undefined : result.error).toBeInstanceOf(kind);
    // The same, thrown.
    await expect(send({ fetch }, changes)).rejects.toBeInstanceOf(kind);
  });

  it("keeps the status where an error's JSON is none", async () => {
    const page = () => new Response("<html>", { status: 502, headers: { "content-type": "application/json" } });
    expect(await answered(page).call.result()).toMatchObject({ ok: false, status: 502, error: "<html>" });
  });
});

describe("response()", () => {
  const consume: Record<string, (call: ApiPromise<unknown>) => Promise<unknown>> = {
    "awaiting it": async (call) => await call,
    "result()": async (call) => {
      const result = await call.result();
      return result.ok ? result.data : result.error;
    },
  };

  it.each(Object.entries(consume))("asked for alone, before and after %s has an unread body", async (_, data) => {
    const { call: before } = answered(pet);
    const raw = await before.response();
    expect(raw.bodyUsed).toBe(false);
    expect(await data(before)).toEqual({ name: "Ada" });
    expect(await raw.text()).toBe(text);

    const { call: after } = answered(pet);
    expect(await data(after)).toEqual({ name: "Ada" });
    const late = await after.response();
    expect([late.status, late.headers.get("x-id"), late.bodyUsed]).toEqual([201, "7", false]);
    expect(await late.text()).toBe(text);
    // Each who asks gets one.
    expect(await (await after.response()).text()).toBe(text);
  });

  it.each(Object.entries(consume))("asked for together with %s, in either order", async (_, data) => {
    const { call: first } = answered(pet);
    const [raw, value] = await Promise.all([first.response().then((response) => response.text()), data(first)]);
    expect([raw, value]).toEqual([text, { name: "Ada" }]);
    const { call: second } = answered(pet);
    const [valueAgain, rawAgain] = await Promise.all([data(second), second.response().then((r) => r.text())]);
    expect([rawAgain, valueAgain]).toEqual([text, { name: "Ada" }]);
  });

  it("is the very answer where nobody asks for data, so that a stream is buffered nowhere", async () => {
    const response = pet();
    expect(await answered(() => response).call.response()).toBe(response);
  });

  it("whatever the status; bytes unchanged, also those that are no UTF-8", async () => {
    const bytes = new Uint8Array([0xff, 0xfe, 0, 13, 10]);
    const { call: failing } = answered(() => new Response(bytes, { status: 500 }));
    expect(await failing.result()).toMatchObject({ status: 500 });
    expect(new Uint8Array(await (await failing.response()).arrayBuffer())).toEqual(bytes);
  });

  it.each([204, 205, 304])("has no body under status %i, and the data is undefined", async (status) => {
    const { call: empty } = answered(() => new Response(null, { status }));
    expect(await empty.result()).toMatchObject(status === 304 ? { error: undefined } : { data: undefined });
    expect((await empty.response()).status).toBe(status);
  });

  it("leaves the body to the caller: data asked for after it was read is a ResponseError", async () => {
    const { call: read } = answered(pet);
    await (await read.response()).text();
    await expect(read).rejects.toBeInstanceOf(ResponseError);
    expect(await read.result()).toMatchObject({ ok: false, status: null });
  });

  it("rejects where there is no answer, and where the body broke off", async () => {
    await expect(answered(refused).call.response()).rejects.toBeInstanceOf(ConnectionError);
    const broken = () =>
      new Response(
        new ReadableStream({
          pull(controller) {
            controller.error(new Error("reset"));
          },
        }),
      );
    const { call: breaking } = answered(broken);
    await expect(breaking).rejects.toBeInstanceOf(ConnectionError);
    await expect(breaking.response()).rejects.toMatchObject({ cause: { message: "reset" } });
  });
});

it("makes one request, however it is consumed", async () => {
  const { call: shared, sent } = answered(pet);
  await Promise.all([shared, shared, shared.result(), shared.response(), shared.finally(), shared.catch(() => null)]);
  await shared;
  await shared.response();
  expect(sent).toHaveLength(1);
});

it("is sent without being asked for", async () => {
  const { sent } = answered(pet);
  await new Promise((resolve) => setImmediate(resolve));
  expect(sent).toHaveLength(1);
});

describe("no unhandled rejection", () => {
  // The check is in `afterEach`.
  it.each<[string, (call: ApiPromise<unknown>) => Promise<unknown>]>([
    ["result() alone", (call) => call.result()],
    ["response() alone", (call) => call.response().catch(() => null)],
    ["both", (call) => Promise.all([call.result(), call.response().catch(() => null)])],
    ["await in a try", (call) => call.catch(() => null)],
    [
      "result(), asked for late",
      async (call) => {
        await new Promise((resolve) => setImmediate(resolve));
        return call.result();
      },
    ],
  ])("%s", async (_, consume) => {
    await consume(answered(refused).call);
    await consume(send({}, { security: [["key"]] }));
  });
});

it("the response beside the data says where it is from", async () => {
  const fetch = () => {
    const response = new Response("{}");
    Object.defineProperty(response, "url", { value: "https://api.test/moved" });
    return Promise.resolve(response);
  };
  const { response } = await send({ fetch }).withResponse();
  expect(response.url).toBe("https://api.test/moved");
  expect(await response.json()).toEqual({});
});
