import { describe, expect, it, vi } from "vitest";
import { type Call, type CallOptions, makeClient } from "../../templates/client/src/runtime/client.js";
import { AbortError, ConnectionError, TimeoutError } from "../../templates/client/src/runtime/errors.js";
import { retry, type RetryOptions } from "../../templates/client/src/runtime/retry.js";
import { json, recordingFetch } from "./recording-fetch.js";

const get: Call = { operation: "getPet", method: "GET", path: "/pet" };
const post: Call = { operation: "addPet", method: "POST", path: "/pet", encode: () => ({ body: "a=1" }) };
const refused = () => Promise.reject(new TypeError("fetch failed"));
const ok = () => Promise.resolve(json({}));
const status = (code: number, headers: Record<string, string> = {}) => {
  return () => Promise.resolve(new Response("busy", { status: code, headers }));
};

/** Sends a call whose attempts are answered in turn, the last answer for all that follow. */
function send(
  answers: readonly (() => Promise<Response>)[],
  options: RetryOptions = {},
  call = get,
  more: CallOptions = {},
) {
  let attempt = 0;
  const recording = recordingFetch(() => (answers[attempt++] ?? answers.at(-1) ?? ok)());
  const client = makeClient(
    { baseUrl: "https://api.test", userAgent: "t/1" },
    { fetch: recording.fetch, retry: retry({ delay: 1, ...options }) },
  );
  return { call: client.send(call, more), sent: recording.sent };
}

describe("sent again", () => {
  it.each<[string, () => Promise<Response>]>([
    ["no connection", refused],
    ["408", status(408)],
    ["429", status(429)],
    ["500", status(500)],
    ["503", status(503)],
  ])("after %s, until it is answered", async (_, failure) => {
    const { call, sent } = send([failure, failure, ok]);
    expect(await call).toEqual({});
    expect(sent).toHaveLength(3);
  });

  it.each([400, 401, 404, 409, 422, 301])("not after %i", async (code) => {
    const { call, sent } = send([status(code), ok]);
    expect(await call.result()).toMatchObject({ status: code });
    expect(sent).toHaveLength(1);
  });

  it("after the statuses that the caller says", async () => {
    const { call, sent } = send([status(409), ok], { statuses: (code) => code === 409 });
    await call;
    expect(sent).toHaveLength(2);
  });

  it("no more often than it may be; then the last answer, or error, is the outcome", async () => {
    const { call, sent } = send([status(500), status(503)], { attempts: 2 });
    expect(await call.result()).toMatchObject({ status: 503, error: "busy" });
    expect(sent).toHaveLength(2);
    await expect(send([refused]).call).rejects.toThrow(ConnectionError);
  });

  it.each(["GET", "HEAD", "PUT", "DELETE", "OPTIONS"])("%s, which does no more the second time", async (method) => {
    const { call, sent } = send([refused, ok], {}, { ...get, method });
    await call;
    expect(sent).toHaveLength(2);
  });

  it.each(["POST", "PATCH"])("not %s", async (method) => {
    const { call, sent } = send([refused, ok], {}, { ...post, method });
    await expect(call).rejects.toThrow(ConnectionError);
    expect(sent).toHaveLength(1);
  });

  it("POST with a key by which the server knows it: one for all attempts, another for each call", async () => {
    const options = { idempotencyHeader: "Idempotency-Key" };
    const first = send([refused, status(500), ok], options, post);
    const second = send([ok], options, post);
    await Promise.all([first.call, second.call]);
    const keys = (call: typeof first) => new Set(call.sent.map(({ headers }) => headers.get("idempotency-key")));
    expect([first.sent.length, keys(first).size, keys(second).size]).toEqual([3, 1, 1]);
    expect([...keys(first)]).not.toEqual([...keys(second)]);
    expect([...keys(first)][0]).toMatch(/^[\da-f]{32}$/);
    const own = send([refused, ok], options, post, { headers: { "idempotency-key": "mine" } });
    await own.call;
    expect([...keys(own)]).toEqual(["mine"]);
  });

  it("not a body that can be read once", async () => {
    const encode = () => ({ body: new ReadableStream<Uint8Array>() });
    const { call, sent } = send([refused, ok], {}, { ...get, method: "PUT", encode });
    await expect(call).rejects.toThrow(ConnectionError);
    expect(sent).toHaveLength(1);
  });

  it("not where the call says so; more often where it says that", async () => {
    const off = send([refused, ok], {}, get, { retry: false });
    await expect(off.call).rejects.toThrow(ConnectionError);
    expect(off.sent).toHaveLength(1);
    const more = send([refused, refused, refused, refused, ok], {}, get, { retry: retry({ attempts: 5, delay: 1 }) });
    await more.call;
    expect(more.sent).toHaveLength(5);
  });

  it("with headers of its own each time", async () => {
    const { call, sent } = send([refused, ok]);
    await call;
    expect(sent[0]?.init.headers).not.toBe(sent[1]?.init.headers);
    expect([...(sent[0]?.headers ?? [])]).toEqual([...(sent[1]?.headers ?? [])]);
  });

  it("lets go of an answer that nobody gets", async () => {
    let isCancelled = false;
    const body = new ReadableStream({
      cancel() {
        isCancelled = true;
      },
    });
    await send([() => Promise.resolve(new Response(body, { status: 503 })), ok]).call;
    expect(isCancelled).toBe(true);
  });
});

describe("the wait", () => {
  /** The milliseconds of each wait, which pass at once. */
  const waits = () => {
    const seen: number[] = [];
    const real = globalThis.setTimeout;
    vi.spyOn(globalThis, "setTimeout").mockImplementation((run: () => void, delay = 0) => {
      seen.push(delay);
      return real(run, 0);
    });
    return seen;
  };

  it("doubles, less a part that is left to chance", async () => {
    const seen = waits();
    await send([refused, refused, refused, ok], { attempts: 4, delay: 100 }).call;
    vi.restoreAllMocks();
    expect(seen).toHaveLength(3);
    for (const [index, longest] of [100, 200, 400].entries()) {
      expect(seen[index]).toBeLessThanOrEqual(longest);
      expect(seen[index]).toBeGreaterThanOrEqual(longest * 0.75);
    }
  });

  it.each<[string, Record<string, string>, number]>([
    ["seconds", { "retry-after": "7" }, 7000],
    ["a date", { "retry-after": "Thu, 01 Jan 1970 00:01:00 GMT" }, 60_000],
    ["a date that has passed", { "retry-after": "Wed, 31 Dec 1969 00:00:00 GMT" }, 0],
    ["milliseconds, which win", { "retry-after": "7", "retry-after-ms": "12.5" }, 12.5],
  ])("is what the server asks for: %s", async (_, headers, expected) => {
    const seen = waits();
    vi.spyOn(Date, "now").mockReturnValue(0);
    await send([status(429, headers), ok]).call;
    vi.restoreAllMocks();
    expect(seen).toEqual([expected]);
  });

  it.each(["soon", "-1", ""])("is the usual one where the server says nothing that can be read: %j", async (text) => {
    const seen = waits();
    await send([status(503, { "retry-after": text }), ok], { delay: 100 }).call;
    vi.restoreAllMocks();
    expect(seen[0]).toBeLessThanOrEqual(100);
    expect(seen[0]).toBeGreaterThanOrEqual(75);
  });

  it("is not made where it would be too long, or go beyond the deadline: the answer is the caller's", async () => {
    const asked = status(429, { "retry-after": "3600" });
    for (const options of [{}, { maxDelay: 10_000_000, deadline: 1000 }]) {
      const { call, sent } = send([asked, ok], options);
      expect(await call.result()).toMatchObject({ status: 429 });
      expect(sent).toHaveLength(1);
    }
  });

  it("ends at once in an abort", async () => {
    const controller = new AbortController();
    const { call, sent } = send([refused], { delay: 60_000 }, get, { signal: controller.signal });
    setImmediate(() => {
      controller.abort("enough");
    });
    await expect(call).rejects.toBeInstanceOf(AbortError);
    await expect(call).rejects.toMatchObject({ cause: "enough" });
    expect(sent).toHaveLength(1);
  });
});

describe("timeouts", () => {
  const hanging =
    (signals: AbortSignal[]) =>
    (_: string, { signal }: RequestInit) => {
      if (signal) signals.push(signal);
      return new Promise<Response>((_resolve, reject) => {
        signal?.addEventListener("abort", () => {
          reject(signal.reason as Error);
        });
      });
    };

  it("are fresh for each attempt", async () => {
    const signals: AbortSignal[] = [];
    const client = makeClient(
      { baseUrl: "https://api.test", userAgent: "t/1" },
      { fetch: hanging(signals), timeout: 1, retry: retry({ delay: 1 }) },
    );
    await expect(client.send(get)).rejects.toThrow(TimeoutError);
    expect(new Set(signals).size).toBe(3);
  });

  it("of all attempts together end it", async () => {
    const signals: AbortSignal[] = [];
    const client = makeClient(
      { baseUrl: "https://api.test", userAgent: "t/1" },
      { fetch: hanging(signals), timeout: 60_000, retry: retry({ delay: 1, deadline: 5, attempts: 1000 }) },
    );
    await expect(client.send(get)).rejects.toThrow(TimeoutError);
    expect(signals.length).toBeLessThan(20);
  });
});
