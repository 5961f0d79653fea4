import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import busboy from "busboy";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { multipartBody } from "../../templates/client/src/runtime/multipart-body.js";
import {
  type FileData,
  filePart,
  jsonPart,
  type Part,
  textPart,
} from "../../templates/client/src/runtime/multipart.js";

/** A part as busboy reports it: `[name, text, type]`, or `[name, file name, type, base64]`. */
type Read = readonly (string | undefined)[];

/** Reads a request as a server with busboy does (multer stands on it). */
async function readParts(request: IncomingMessage): Promise<Read[]> {
  const read: Promise<Read>[] = [];
  const limits = { fieldNameSize: 10_000, fieldSize: 10_000_000 };
  const parser = busboy({ headers: request.headers, defParamCharset: "utf8", preservePath: true, limits });
  parser.on("field", (name, text, { mimeType }) => read.push(Promise.resolve([name, text, mimeType])));
  parser.on("file", (name, stream, { filename, mimeType }) => {
    read.push(buffer(stream).then((bytes) => [name, filename, mimeType, bytes.toString("base64")]));
  });
  await new Promise((resolve, reject) => {
    parser.on("close", resolve).on("error", reject);
    request.pipe(parser);
  });
  return Promise.all(read);
}

let server: Server;
let url: string;
let lengths: (string | undefined)[] = [];
beforeAll(async () => {
  server = createServer((request, response) => {
    lengths.push(request.headers["content-length"]);
    readParts(request).then(
      (parts) => response.end(JSON.stringify(parts)),
      (error: unknown) => response.writeHead(400).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A server that listens on a port has an address of this kind.
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

async function send(...parts: Part[]): Promise<unknown> {
  const { body, contentType } = multipartBody(parts);
  const init = { method: "POST", body, headers: { "content-type": contentType } };
  const response = await fetch(url, body instanceof Blob ? init : { ...init, duplex: "half" });
  const text = await response.text();
  return response.ok ? JSON.parse(text) : text;
}

function streamOf(bytes: Uint8Array, size: number): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) controller.close();
      else controller.enqueue(bytes.subarray(at, (at += size)));
    },
  });
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");
// Every byte, in every order of three that a linear generator gives; no two runs differ.
const megabyte = new Uint8Array(1_000_000);
for (let at = 0, state = 1; at < megabyte.length; at += 1) megabyte[at] = (state = (state * 69069 + 1) >>> 0) >>> 24;

describe("busboy, on a socket, reads", () => {
  it.each<[string, Part[], Read[]]>([
    ["no parts", [], []],
    ["text", [textPart("a", "é👩‍🚀\n\r\n--")], [["a", "é👩‍🚀\n\r\n--", "text/plain"]]],
    ["empty text", [textPart("a", "")], [["a", "", "text/plain"]]],
    ["JSON, as a field", [jsonPart("a", { b: "é" })], [["a", '{"b":"é"}', "application/json"]]],
    [
      "names",
      [textPart("ü[]; __proto__", 1), textPart("__proto__", 2)],
      [
        ["ü[]; __proto__", "1", "text/plain"],
        ["__proto__", "2", "text/plain"],
      ],
    ],
    // It leaves HTML's escapes as they are.
    ["escaped names", [textPart('"\r\n', 1)], [["%22%0D%0A", "1", "text/plain"]]],
    [
      "an empty file",
      [filePart("f", new File([], 'ü "x".txt'))],
      [["f", "ü %22x%22.txt", "application/octet-stream", ""]],
    ],
    [
      "a file after headers that it does not know",
      [filePart("f", { data: "x", headers: { "X-A": "ü" } })],
      [["f", "blob", "application/octet-stream", "eA=="]],
    ],
  ])("%s", async (_, parts, expected) => {
    expect(await send(...parts)).toEqual(expected);
  });

  it.each<[string, FileData, boolean]>([
    ["a Blob, with a length", new Blob([megabyte]), true],
    ["bytes, with a length", megabyte, true],
    ["a stream, without", streamOf(megabyte, 70_001), false],
    ["a stream of small chunks", streamOf(megabyte, 997), false],
  ])("a megabyte from %s", async (_, data, hasLength) => {
    lengths = [];
    const parts = [textPart("a", "1"), filePart("f", { data, filename: "m", type: "image/png" }), textPart("b", "2")];
    expect(await send(...parts)).toEqual([
      ["a", "1", "text/plain"],
      ["f", "m", "image/png", base64(megabyte)],
      ["b", "2", "text/plain"],
    ]);
    expect(lengths).toEqual([hasLength ? expect.stringMatching(/^1000\d{3}$/) : undefined]);
  });

  it("thousands of parts, in order", async () => {
    const items = Array.from({ length: 5000 }, (_, index) => `item ${index}`);
    expect(await send(...items.map((item) => textPart("a", item)))).toEqual(
      items.map((item) => ["a", item, "text/plain"]),
    );
    const files = items.slice(0, 1000);
    expect(await send(...files.map((item) => filePart("f", { data: item, filename: item })))).toEqual(
      files.map((item) => ["f", item, "application/octet-stream", base64(Buffer.from(item))]),
    );
  });

  it("any parts as they were given", async () => {
    const anyText = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.string({ unit: fc.constantFrom("-", "\r", "\n", "a", "\ud83d", "\ude80") }),
    );
    // It refuses control characters in a header, and takes a backslash for an escape, which HTML does not write.
    const unit = fc.constantFrom(
      "a",
      "B",
      " ",
      "'",
      '"',
      "\r",
      "\n",
      "%",
      ";",
      "=",
      "[",
      "]",
      "é",
      "👩‍🚀",
      "\ud83d",
      "-",
    );
    const anyName = fc.string({ unit, minLength: 1 });
    const wellFormed = (text: string) => Buffer.from(text).toString();
    const nameRead = (name: string) => wellFormed(name).replace(/["\r\n]/g, (char) => encodeURIComponent(char));
    const text = fc.tuple(anyName, anyText).map(([name, value]) => ({
      part: () => textPart(name, value),
      expected: [nameRead(name), wellFormed(value), "text/plain"],
    }));
    const file = fc.record({
      name: anyName,
      filename: anyName,
      data: fc.uint8Array(),
      chunk: fc.integer({ min: 0, max: 9 }),
    });
    const files = file.map(({ name, filename, data, chunk }) => ({
      part: () => filePart(name, { data: chunk > 0 ? streamOf(data, chunk) : data, filename, type: "image/png" }),
      expected: [nameRead(name), nameRead(filename), "image/png", base64(data)],
    }));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(text, files), { maxLength: 6 }), async (list) => {
        expect(await send(...list.map(({ part }) => part()))).toEqual(list.map(({ expected }) => expected));
      }),
    );
  });
});
