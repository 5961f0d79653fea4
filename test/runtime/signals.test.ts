import { getEventListeners } from "node:events";
import { describe, expect, it } from "vitest";
import { anyOf } from "../../templates/client/src/runtime/authorise.js";
import { headerKey } from "../../templates/client/src/runtime/api-key.js";
import { type Call, type CallOptions, makeClient } from "../../templates/client/src/runtime/client.js";
import { AbortError, ConnectionError, TimeoutError } from "../../templates/client/src/runtime/errors.js";
import { json, recordingFetch } from "./recording-fetch.js";

const schemes = { key: headerKey("x-key") };
const call: Call = { operation: "getPet", method: "GET", path: "/pet" };

describe("signals and timeouts", () => {
  /** Never answers, but heeds the signal, as `fetch` does. */
  const hanging = (_: string, { signal }: RequestInit): Promise<Response> =>
    new Promise((_resolve, reject) => {
      const stop = () => {
        reject(signal?.reason instanceof Error ? signal.reason : new Error("aborted"));
      };
      if (signal?.aborted) stop();
      signal?.addEventListener("abort", stop);
    });
  /** Answers at once with a body that never ends. */
  const dripping = (_: string, { signal }: RequestInit): Promise<Response> => {
    const body = new ReadableStream({
      start(controller) {
        signal?.addEventListener("abort", () => {
          controller.error(signal.reason);
        });
      },
    });
    return Promise.resolve(new Response(body));
  };
  const client = (defaults: CallOptions) =>
    makeClient({ baseUrl: "https://api.test", userAgent: "t/1", authorise: anyOf({ schemes }) }, defaults);

  it.each([
    ["no answer", hanging],
    ["an answer without an end", dripping],
  ])("%s in time is a TimeoutError", async (_, fetch) => {
    await expect(client({ fetch, timeout: 1 }).send(call)).rejects.toThrow(TimeoutError);
    await expect(client({ fetch, timeout: 60_000 }).send(call, { timeout: 1 })).rejects.toThrow(TimeoutError);
  });

  it.each<[string, (signal: AbortSignal) => [CallOptions, CallOptions]]>([
    ["the client's", (signal) => [{ signal }, {}]],
    ["the call's", (signal) => [{}, { signal }]],
    [
      "the client's beside the call's",
      (signal) => [{ signal }, { signal: new AbortController().signal, timeout: 60_000 }],
    ],
    [
      "the call's beside the client's",
      (signal) => [{ signal: new AbortController().signal, timeout: 60_000 }, { signal }],
    ],
  ])("%s signal aborts, while waiting and while reading", async (_, place) => {
    for (const fetch of [hanging, dripping]) {
      const controller = new AbortController();
      const [defaults, options] = place(controller.signal);
      const sending = client({ fetch, ...defaults }).send(call, options);
      setImmediate(() => {
        controller.abort("enough");
      });
      await expect(sending).rejects.toMatchObject({ name: "AbortError", cause: "enough" });
      await expect(sending).rejects.toBeInstanceOf(AbortError);
    }
  });

  it("a signal that many calls share has one listener, and ends them all", async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const all = Array.from({ length: 20 }, () => client({ fetch: hanging, signal }).send(call, { signal }).result());
    expect(getEventListeners(signal, "abort")).toHaveLength(1);
    controller.abort();
    for (const outcome of await Promise.all(all)) expect(outcome).toMatchObject({ error: { name: "AbortError" } });
    expect(getEventListeners(signal, "abort")).toHaveLength(0);
  });

  it.each([0, 60_000])("an answer in time is given, with a timeout of %i", async (timeout) => {
    await expect(client({ fetch: recordingFetch().fetch, timeout }).send(call)).resolves.toEqual({});
  });

  it.each<[string, CallOptions, Partial<Call>]>([
    [
      "a credential that does not come",
      { auth: { key: () => new Promise<string>(() => undefined) } },
      { security: [["key"]] },
    ],
    ["a fetch that does not heed it", { fetch: () => new Promise<Response>(() => undefined) }, {}],
    ["a middleware that goes on for ever", { use: [() => () => new Promise<Response>(() => undefined)] }, {}],
  ])("an abort ends %s", async (_, options, changes) => {
    const controller = new AbortController();
    const sending = client(options).send({ ...call, ...changes }, { signal: controller.signal });
    setImmediate(() => {
      controller.abort();
    });
    await expect(sending).rejects.toBeInstanceOf(AbortError);
    expect(getEventListeners(controller.signal, "abort")).toEqual([]);
  });

  it("counts no time while nobody waits for the body", async () => {
    const fetch = () => Promise.resolve(json({ a: 1 }));
    const sending = client({ fetch, timeout: 20 }).send(call);
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(await sending).toEqual({ a: 1 });
  });

  it.each([-1, Infinity, Number.NaN, 2 ** 40])("a timeout of %d is none", async (timeout) => {
    const later = () => new Promise<Response>((resolve) => setTimeout(resolve, 5, json({})));
    await expect(client({ fetch: later, timeout }).send(call)).resolves.toEqual({});
  });

  it("an error of fetch without an abort is a ConnectionError", async () => {
    const fetch = () => Promise.reject(new TypeError("fetch failed"));
    const options = { fetch, signal: new AbortController().signal, timeout: 60_000 };
    await expect(client(options).send(call)).rejects.toThrow(ConnectionError);
  });
});
