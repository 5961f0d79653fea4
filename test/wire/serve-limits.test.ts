/** What callers send that is odd, over real sockets: bytes as they are, not what `fetch` would make of them. */
import { connect } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createMock } from "../../generated/zoom-account/src/mock.js";
import { type MockServer, serveMock } from "../../generator/mock/serve-mock.js";

let server: MockServer;
beforeAll(async () => {
  server = await serveMock(createMock(), { bodyLimit: 1000 });
});
afterAll(() => server.close());

/** Sends a request as it is written; the head of the last answer that comes back. */
function exchange(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let received = "";
    const socket = connect(server.port, "127.0.0.1", () => socket.write(text));
    socket.on("data", (chunk) => (received += chunk.toString()));
    socket.once("error", reject);
    socket.once("close", () => {
      resolve(received);
    });
  });
}

const form = "api_key=k&api_secret=s";
const head = "host: a\r\nconnection: close\r\ncontent-type: application/x-www-form-urlencoded\r\n";
const length = `content-length: ${form.length}\r\n`;
const path = "/v1/ma/account/list";

it.each([
  ["a plain request", `POST ${path} HTTP/1.1\r\n${head}${length}\r\n${form}`, 200],
  ["an escaped path", `POST /v1/ma/%61ccount/list HTTP/1.1\r\n${head}${length}\r\n${form}`, 200],
  ["a path with dots", `POST /v1/x/../ma/account/list HTTP/1.1\r\n${head}${length}\r\n${form}`, 200],
  ["a path with escaped dots", `POST /v1/x/%2e%2E/ma/account/list HTTP/1.1\r\n${head}${length}\r\n${form}`, 200],
  ["a whole URL", `POST http://b${path} HTTP/1.1\r\n${head}${length}\r\n${form}`, 200],
  ["a slash at the end", `POST ${path}/ HTTP/1.1\r\n${head}${length}\r\n${form}`, 404],
  ["two slashes", `POST //v1/ma/account/list HTTP/1.1\r\n${head}${length}\r\n${form}`, 404],
  ["a star", `OPTIONS * HTTP/1.1\r\n${head}\r\n`, 400],
  ["a host that is none", `POST ${path} HTTP/1.1\r\n${head.replace("host: a", "host: a/b")}${length}\r\n${form}`, 400],
  ["pieces", `POST ${path} HTTP/1.1\r\n${head}transfer-encoding: chunked\r\n\r\n16\r\n${form}\r\n0\r\n\r\n`, 200],
  ["no body", `POST ${path} HTTP/1.1\r\n${head}content-length: 0\r\n\r\n`, 401],
  [
    "a charset",
    `POST ${path} HTTP/1.1\r\n${head.replace("urlencoded", "urlencoded; charset=utf-8")}${length}\r\n${form}`,
    200,
  ],
  ["a validator", `POST ${path} HTTP/1.1\r\n${head}if-none-match: *\r\n${length}\r\n${form}`, 200],
  [
    "two preferences",
    `POST ${path} HTTP/1.1\r\n${head}prefer: respond-async\r\nprefer: code=200\r\n${length}\r\n${form}`,
    200,
  ],
  ["a length beyond the limit", `POST ${path} HTTP/1.1\r\n${head}content-length: 1001\r\n\r\n`, 413],
  [
    "pieces beyond the limit",
    `POST ${path} HTTP/1.1\r\n${head}transfer-encoding: chunked\r\n\r\n3e9\r\n${"x".repeat(1001)}\r\n`,
    413,
  ],
])("%s", async (_, sent, status) => {
  expect(await exchange(sent)).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
});

it("tells who asks first to go on", async () => {
  const sent = `POST ${path} HTTP/1.1\r\n${head}expect: 100-continue\r\n${length}\r\n${form}`;
  expect(await exchange(sent)).toMatch(/^HTTP\/1.1 100 Continue\r\n\r\nHTTP\/1.1 200 /);
});
