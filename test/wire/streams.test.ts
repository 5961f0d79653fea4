import { EventEmitter, once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { ApiPromise } from "../../templates/client/src/runtime/api-promise.js";
import { type Call, type CallOptions, type Client, makeClient } from "../../templates/client/src/runtime/client.js";
import { AbortError, ApiError, ConnectionError, TimeoutError } from "../../templates/client/src/runtime/errors.js";
import { eventReader, type ServerSentEvent } from "../../templates/client/src/runtime/event-stream.js";
import { readJsonLines } from "../../templates/client/src/runtime/json-lines.js";

/** Emits `request`, and `open` with an answer whose headers were sent. */
const server = new EventEmitter();
const http = createServer((incoming, outgoing) => {
  const [, status = "", type = ""] = (incoming.url ?? "").split("/");
  server.emit("request");
  if (status === "silent") return;
  outgoing.writeHead(Number(status), { "content-type": decodeURIComponent(type) }).flushHeaders();
  server.emit("open", outgoing);
});
let client: Client;

beforeAll(async () => {
  await once(http.listen(0, "127.0.0.1"), "listening");
  // A server that listens on a port has an address of this kind.
  const { port } = http.address() as AddressInfo;
  client = makeClient({ baseUrl: `http://127.0.0.1:${port}`, schemes: {} }, {});
});
afterAll(() => {
  http.closeAllConnections();
  http.close();
});

const lines: Partial<Call> = { path: "/200/application%2Fjsonl", read: readJsonLines };
const events: Partial<Call> = { path: "/200/text%2Fevent-stream", read: eventReader(true) };

/** Sends a call, and gives it with the answer that the server has begun. */
async function open<Item>(changes: Partial<Call>, options: CallOptions = {}) {
  const opening = once(server, "open") as Promise<[ServerResponse]>;
  const call: ApiPromise<AsyncIterable<Item>> = client.send(
    { operation: "watch", method: "GET", path: "", ...changes },
    options,
  );
  const [answer] = await opening;
  return { call, answer };
}

/** In place of the clock: timeouts pass when they are told to. */
function stoppedTimer() {
  const controller = new AbortController();
  vi.spyOn(AbortSignal, "timeout").mockReturnValueOnce(controller.signal);
  return {
    fire: () => {
      controller.abort(new DOMException("The operation timed out.", "TimeoutError"));
    },
  };
}

/** Waits until the connection of an answer is closed, and tells whether the answer was complete. */
async function closed(answer: ServerResponse): Promise<boolean> {
  await once(answer, "close");
  return answer.writableFinished;
}

describe("a stream", () => {
  it("is there with the headers, and each value when it arrives", async () => {
    const { call, answer } = await open<number>(lines);
    const seen: number[] = [];
    // Nothing of the body is written until the data is there, and none of a value before the one before it is read.
    const items = await call;
    answer.write("1\n2");
    for await (const item of items) {
      seen.push(item);
      if (item === 1) answer.write("2\n");
      else answer.end("3");
    }
    expect(seen).toEqual([1, 22, 3]);
  });

  it("of events, in pieces that cut a character and the end of a line", async () => {
    const { call, answer } = await open<ServerSentEvent<string>>(events);
    const bytes = Buffer.from('data: "😀"\r\n\r\nid: 1\r\ndata: 2\r\n\r\ndata: [DONE]\r\n\r\n');
    const pieces = [bytes.subarray(0, 9), bytes.subarray(9, 13), bytes.subarray(13, 20), bytes.subarray(20)];
    const writing = (async () => {
      for (const piece of pieces) {
        answer.write(piece);
        await pause(5);
      }
    })();
    const seen: unknown[] = [];
    for await (const { data, id } of await call) seen.push([data, id]);
    expect(seen).toEqual([
      ["😀", ""],
      [2, "1"],
    ]);
    await writing;
  });

  it("is an outcome too, and the raw response can be had in its place", async () => {
    const { call, answer } = await open<number>(lines);
    answer.end("1\n");
    const outcome = await call.result();
    expect(outcome).toMatchObject({ ok: true, status: 200 });
    const { call: other, answer: raw } = await open<number>(lines);
    raw.end("1\n");
    expect(await (await other.response()).text()).toBe("1\n");
  });

  it("closes the connection where the loop is left early", async () => {
    const { call, answer } = await open<number>(lines);
    answer.write("1\n2\n");
    const closing = closed(answer);
    for await (const item of await call) {
      expect(item).toBe(1);
      break;
    }
    expect(await closing).toBe(false);
  });
});

describe("a stream that ends", () => {
  it("in an abort is an AbortError, and the connection is closed", async () => {
    const controller = new AbortController();
    const { call, answer } = await open<number>(lines, { signal: controller.signal });
    answer.write("1\n");
    const closing = closed(answer);
    const reading = (async () => {
      for await (const item of await call) {
        expect(item).toBe(1);
        controller.abort();
      }
    })();
    await expect(reading).rejects.toThrow(AbortError);
    expect(await closing).toBe(false);
  });

  it("in the middle is a ConnectionError", async () => {
    const { call, answer } = await open<ServerSentEvent<number>>(events);
    answer.write("data: 1\n\n");
    const reading = (async () => {
      for await (const { data } of await call) {
        expect(data).toBe(1);
        answer.destroy();
      }
    })();
    await expect(reading).rejects.toThrow(ConnectionError);
  });

  it("after the timeout does so in its own time: that is for the headers", async () => {
    const timer = stoppedTimer();
    const { call, answer } = await open<number>(lines, { timeout: 1 });
    const items = await call;
    timer.fire();
    answer.end("1\n");
    for await (const item of items) expect(item).toBe(1);
  });

  it("before it begins, by the timeout, is a TimeoutError", async () => {
    const timer = stoppedTimer();
    const arriving = once(server, "request");
    const call = client.send(
      { operation: "watch", method: "GET", path: "/silent", read: readJsonLines },
      { timeout: 1 },
    );
    await arriving;
    timer.fire();
    await expect(call).rejects.toThrow(TimeoutError);
  });
});

describe("an error status", () => {
  it("is read as a whole: JSON as a value, text as text", async () => {
    const { call, answer } = await open({ ...lines, path: "/409/application%2Fjson" });
    answer.end('{"code":1}');
    const error: unknown = await call.catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ status: 409, body: { code: 1 } });
    const { call: other, answer: page } = await open({ ...events, path: "/503/text%2Fplain" });
    page.end("busy");
    expect(await other.result()).toMatchObject({ ok: false, status: 503, error: "busy" });
  });

  it("whose body does not end is under the timeout", async () => {
    const timer = stoppedTimer();
    const { call, answer } = await open({ ...lines, path: "/500/text%2Fplain" }, { timeout: 1 });
    answer.write("b");
    await call.response().catch(() => null);
    timer.fire();
    await expect(call).rejects.toThrow(TimeoutError);
  });
});
