import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { type Call, type EncodedCall, makeClient } from "../../templates/client/src/runtime/client.js";
import { EncodingError } from "../../templates/client/src/runtime/errors.js";
import { FieldError } from "../../templates/client/src/runtime/field-error.js";
import { onlyCall, recordingFetch } from "./recording-fetch.js";

const call: Call = { operation: "addPet", method: "POST", path: "/pets", contentType: "text/call" };

async function sent(encoded: EncodedCall, changes: Partial<Call> = {}) {
  const recording = recordingFetch();
  const client = makeClient({ baseUrl: "https://api.test", userAgent: "t/1" }, { fetch: recording.fetch });
  await client.send({ ...call, ...changes, encode: () => encoded });
  return onlyCall(recording);
}

function streamOf(...chunks: readonly string[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(new TextEncoder().encode(chunk));
      controller.close();
    },
  });
}

describe("the content type", () => {
  it.each<[string, EncodedCall, string | null]>([
    ["is the call's", { body: "b" }, "text/call"],
    [
      "is the body's where that has one",
      { body: "b", contentType: "multipart/form-data; boundary=x" },
      "multipart/form-data; boundary=x",
    ],
    ["is the call's where the body's is undefined", { body: "b", contentType: undefined }, "text/call"],
    ["is none without a body", { contentType: "text/body" }, null],
  ])("%s", async (_, encoded, expected) => {
    expect((await sent(encoded)).headers.get("content-type")).toBe(expected);
  });
});

describe("a body that is a stream", () => {
  it("is passed on, and fetch is told that nothing is received while it is sent", async () => {
    const body = streamOf("a");
    expect((await sent({ body })).init).toMatchObject({ body, duplex: "half" });
  });

  it("arrives on a socket", async () => {
    const received = new Promise<string>((resolve, reject) => {
      const server = createServer((incoming, outgoing) => {
        text(incoming).then(resolve, reject);
        incoming.on("end", () => {
          outgoing.end("{}");
          server.close();
        });
      }).listen(0, "127.0.0.1", () => {
        // A server that listens on a port has an address of this kind.
        const { port } = server.address() as AddressInfo;
        const client = makeClient({ baseUrl: `http://127.0.0.1:${port}`, userAgent: "t/1" }, {});
        client.send({ ...call, encode: () => ({ body: streamOf("a", "ä", "b") }) }).catch(reject);
      });
    });
    expect(await received).toBe("aäb");
  });
});

describe("what an encoder throws is an EncodingError, and nothing is sent", () => {
  it.each<[string, unknown, string, string | undefined]>([
    [
      "a field's",
      new FieldError("items[].price", "must be a number"),
      '"items[].price" must be a number',
      "items[].price",
    ],
    ["a TypeError", new TypeError("circular"), "circular", undefined],
    [
      "a RangeError, as of a deep or an invalid value",
      new RangeError("Invalid time value"),
      "Invalid time value",
      undefined,
    ],
    ["a URIError", new URIError("URI malformed"), "URI malformed", undefined],
    ["text, by a getter of the caller", "no", "no", undefined],
    ["null", null, "null", undefined],
    ["undefined", undefined, "undefined", undefined],
    ["an object", { reason: 1 }, "[object Object]", undefined],
  ])("%s", async (_, thrown, message, field) => {
    const recording = recordingFetch();
    const sending = makeClient({ baseUrl: "", userAgent: "t/1" }, { fetch: recording.fetch }).send({
      ...call,
      encode: () => {
        throw thrown;
      },
    });
    const error: unknown = await sending.catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(EncodingError);
    expect(error).toMatchObject({ message: `addPet: ${message}`, operation: "addPet", cause: thrown });
    expect(error instanceof EncodingError && error.field).toBe(field);
    expect(recording.sent).toEqual([]);
  });
});
