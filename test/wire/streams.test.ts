import { EventEmitter, getEventListeners, once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { type Call, type CallOptions, type Client, makeClient } from "../../templates/client/src/runtime/client.js";
import {
  AbortError,
  ApiError,
  ConnectionError,
  ResponseError,
  TimeoutError,
} from "../../templates/client/src/runtime/errors.js";
import type { ServerSentEvent } from "../../templates/client/src/runtime/event-stream.js";
import { stream } from "../../templates/client/src/runtime/stream.js";
import type { StreamPromise } from "../../templates/client/src/runtime/streamed.js";

/** Emits `request`, and `open` with an answer whose headers were sent. */
const server = new EventEmitter();
const http = createServer((incoming, outgoing) => {
  const [, status = "", type = ""] = (incoming.url ?? "").split("/");
  server.emit("request", incoming);
  if (status === "silent") return;
  outgoing.writeHead(Number(status), { "content-type": decodeURIComponent(type) }).flushHeaders();
  server.emit("open", outgoing);
});
let client: Client;

beforeAll(async () => {
  await once(http.listen(0, "127.0.0.1"), "listening");
  // A server that listens on a port has an address of this kind.
  const { port } = http.address() as AddressInfo;
  client = makeClient({ baseUrl: `http://127.0.0.1:${port}`, userAgent: "t/1" }, {});
});
afterAll(() => {
  http.closeAllConnections();
  http.close();
});

const streams: Call["streams"] = [
  { type: "application/jsonl", as: "lines" },
  { type: "text/event-stream", as: "events", isJson: true },
];
const lines = "/200/application%2Fjsonl";
const events = "/200/text%2Fevent-stream";

/** An operation that has streams, as one is generated. */
const watch =
  <Item>(path: string, method = "GET") =>
  (to: Client, _input?: undefined, options?: CallOptions): StreamPromise<string, unknown, Item> =>
    to.send({ operation: "watch", method, path, streams }, options);

/** Begins a loop over a stream: the values, and the answer that the server has begun. */
async function open<Item>(path: string, options: CallOptions = {}) {
  const opening = once(server, "open") as Promise<[ServerResponse]>;
  // To the compiler an item is known once `Item` is.
  const iterable: unknown = stream(watch<Item>(path), client, undefined, options);
  const items = (iterable as AsyncIterable<Item>)[Symbol.asyncIterator]();
  const first = items.next();
  first.catch(() => undefined);
  const [answer] = await opening;
  const all = async (each: (item: Item) => void = () => undefined): Promise<readonly Item[]> => {
    const seen: Item[] = [];
    for (let next = await first; next.done !== true; next = await items.next()) {
      seen.push(next.value);
      each(next.value);
    }
    return seen;
  };
  return { items, first, answer, all };
}

/** In place of the clock: timeouts of 1 ms pass when they are told to. */
function stoppedTimer() {
  let fire: () => void = () => undefined;
  const real = globalThis.setTimeout;
  const stopped = real(() => undefined, 0);
  const spy = vi.spyOn(globalThis, "setTimeout");
  spy.mockImplementation(((run: (...args: unknown[]) => void, delay?: number, ...args: unknown[]) => {
    if (delay !== 1) return real(run, delay, ...args);
    fire = () => {
      run(...args);
    };
    return stopped;
  }) as typeof setTimeout);
  const clear = globalThis.clearTimeout;
  vi.spyOn(globalThis, "clearTimeout").mockImplementation((timer) => {
    if (timer === stopped) fire = () => undefined;
    else clear(timer);
  });
  return {
    fire: () => {
      fire();
    },
  };
}
afterEach(() => {
  vi.restoreAllMocks();
});

/** Waits until the connection of an answer is closed, and tells whether the answer was complete. */
async function closed(answer: ServerResponse): Promise<boolean> {
  await once(answer, "close");
  return answer.writableFinished;
}

describe("a stream", () => {
  it("gives each value when it arrives", async () => {
    const { all, answer } = await open<number>(lines);
    // Nothing of a value is written before the one before it is read.
    answer.write("1\n2");
    const seen = await all((item) => {
      if (item === 1) answer.write("2\n");
      else answer.end("3");
    });
    expect(seen).toEqual([1, 22, 3]);
  });

  it("of events, in pieces that cut a character and the end of a line", async () => {
    const { all, answer } = await open<ServerSentEvent<string>>(events);
    const bytes = Buffer.from('data: "😀"\r\n\r\nid: 1\r\ndata: 2\r\n\r\ndata: [DONE]\r\n\r\n');
    const pieces = [bytes.subarray(0, 9), bytes.subarray(9, 13), bytes.subarray(13, 20), bytes.subarray(20)];
    const writing = (async () => {
      for (const piece of pieces) {
        answer.write(piece);
        await pause(5);
      }
    })();
    expect((await all()).map(({ data, id }) => [data, id])).toEqual([
      ["😀", ""],
      [2, "1"],
    ]);
    await writing;
  });

  it("is text where it is awaited, and the raw response can be had", async () => {
    for (const read of [
      async (call: StreamPromise<string, unknown, number>) => (await call.response()).text(),
      (call: StreamPromise<string, unknown, number>) => call.response().then((response) => response.text()),
    ]) {
      const opening = once(server, "open") as Promise<[ServerResponse]>;
      const call = watch<number>(lines)(client);
      const [answer] = await opening;
      answer.end("1\n");
      expect(await read(call)).toBe("1\n");
    }
  });

  it("asks for streams alone", async () => {
    const asking = once(server, "request") as Promise<[IncomingMessage]>;
    const { answer } = await open(lines);
    answer.end();
    const [{ headers }] = await asking;
    expect(headers.accept).toBe("application/jsonl, text/event-stream");
  });

  it("closes the connection where the loop is left early", async () => {
    const { items, first, answer } = await open<number>(lines);
    answer.write("1\n2\n");
    const closing = closed(answer);
    expect(await first).toMatchObject({ value: 1 });
    await items.return?.();
    expect(await closing).toBe(false);
  });

  it("that is none is a ResponseError, and its connection is closed", async () => {
    const { first, answer } = await open("/200/application%2Fjson");
    answer.write("{}");
    const closing = closed(answer);
    await expect(first).rejects.toThrow("watch: answered with application/json, which is no stream");
    await expect(first).rejects.toBeInstanceOf(ResponseError);
    await closing;
  });
});

describe("a stream that ends", () => {
  it("in an abort is an AbortError, and the connection is closed", async () => {
    const controller = new AbortController();
    const { all, answer } = await open<number>(lines, { signal: controller.signal });
    answer.write("1\n");
    const closing = closed(answer);
    const reading = all(() => {
      controller.abort();
    });
    await expect(reading).rejects.toThrow(AbortError);
    expect(await closing).toBe(false);
    expect(getEventListeners(controller.signal, "abort")).toEqual([]);
  });

  it.each([
    ["lines", lines, {}],
    ["events that are not asked for again", events, { reconnects: 0 }],
  ])("in the middle is a ConnectionError: %s", async (_, path, options) => {
    const { all, answer } = await open(path, options);
    answer.write(path === lines ? "1\n" : "data: 1\n\n");
    const reading = all(() => {
      answer.destroy();
    });
    await expect(reading).rejects.toThrow(ConnectionError);
  });

  it("after the timeout does so in its own time: that is for the headers", async () => {
    const timer = stoppedTimer();
    const { all, answer } = await open<number>(lines, { timeout: 1 });
    answer.write("1\n");
    const seen = all(() => {
      timer.fire();
      answer.end("2\n");
    });
    expect(await seen).toEqual([1, 2]);
  });

  it("before it begins, by the timeout, is a TimeoutError", async () => {
    const timer = stoppedTimer();
    const arriving = once(server, "request");
    const first = stream(watch("/silent"), client, undefined, { timeout: 1 })[Symbol.asyncIterator]().next();
    first.catch(() => undefined);
    await arriving;
    timer.fire();
    await expect(first).rejects.toThrow(TimeoutError);
  });
});

describe("events whose connection breaks", () => {
  it("are asked for again, after the last one, and go on", async () => {
    const requests: IncomingMessage[] = [];
    const note = (request: IncomingMessage) => requests.push(request);
    server.on("request", note);
    const { all, answer } = await open<ServerSentEvent<number>>(events);
    server.once("open", (again: ServerResponse) => {
      again.end("id: b\ndata: 2\n\n");
    });
    answer.write("retry: 1\nid: a\ndata: 1\n\n");
    const seen = await all(({ data }) => {
      if (data === 1) answer.destroy();
    });
    server.off("request", note);
    expect(seen.map(({ data }) => data)).toEqual([1, 2]);
    expect(requests.map(({ headers }) => headers["last-event-id"])).toEqual([undefined, "a"]);
  });

  it("keep the last id, also one that stands alone, over events that have none", async () => {
    const requests: IncomingMessage[] = [];
    const note = (request: IncomingMessage) => requests.push(request);
    server.on("request", note);
    const { all, answer } = await open<ServerSentEvent<number>>(events);
    server.once("open", (second: ServerResponse) => {
      server.once("open", (third: ServerResponse) => {
        third.end("data: 3\n\n");
      });
      second.write("data: 2\n\n", () => {
        second.destroy();
      });
    });
    answer.write("retry: 1\ndata: 1\n\nid: a\n\n");
    const seen = await all(({ data }) => {
      if (data === 1) answer.destroy();
    });
    server.off("request", note);
    expect(seen.map(({ data }) => data)).toEqual([1, 2, 3]);
    expect(requests.map(({ headers }) => headers["last-event-id"])).toEqual([undefined, "a", "a"]);
  });

  it("of a POST are not: it may do something a second time", async () => {
    const opening = once(server, "open") as Promise<[ServerResponse]>;
    const first = stream(watch(events, "POST"), client)[Symbol.asyncIterator]();
    const reading = first.next();
    const [answer] = await opening;
    answer.write("data: 1\n\n");
    await reading;
    answer.destroy();
    await expect(first.next()).rejects.toThrow(ConnectionError);
  });

  it("are waited for no longer than the caller wants", async () => {
    const controller = new AbortController();
    const { all, answer } = await open<ServerSentEvent<number>>(events, { signal: controller.signal });
    answer.write("retry: 60000\ndata: 1\n\n");
    const reading = all(() => {
      answer.destroy();
      setTimeout(() => {
        controller.abort();
      }, 20);
    });
    await expect(reading).rejects.toThrow(AbortError);
  });
});

describe("an error status", () => {
  it("is read as a whole: JSON as a value, text as text", async () => {
    const { first, answer } = await open("/409/application%2Fjson");
    answer.end('{"code":1}');
    const error: unknown = await first.catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ status: 409, body: { code: 1 } });
    const { first: other, answer: page } = await open("/503/text%2Fplain");
    page.end("busy");
    await expect(other).rejects.toMatchObject({ status: 503, body: "busy" });
  });

  it("whose body does not end is under the timeout", async () => {
    const timer = stoppedTimer();
    const { first, answer } = await open("/500/text%2Fplain", { timeout: 1 });
    answer.write("b");
    await pause(20);
    timer.fire();
    await expect(first).rejects.toThrow(TimeoutError);
  });
});
