/** The adapter between `node:http` and a mock, over real sockets. */
import { request } from "node:http";
import { afterEach, expect, it } from "vitest";
import { createMock } from "../../generated/zoom-account/src/mock.js";
import { type MockServer, serveMock } from "../../generator/mock/serve-mock.js";

let server: MockServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function serve(answer: (request: Request) => Promise<Response>): Promise<string> {
  server = await serveMock(answer);
  return server.url;
}

it("passes method, target, headers and body on, and status, headers and body back", async () => {
  const url = await serve(async (request) => {
    const headers = new Headers([
      ["set-cookie", "a=1"],
      ["set-cookie", "b=2"],
      ["x-seen", `${request.method} ${new URL(request.url).pathname} ${request.headers.get("x-a") ?? ""}`],
    ]);
    return new Response(`got ${await request.text()}`, { status: 207, headers });
  });
  const answer = await fetch(`${url}/a%20b?c=d`, { method: "PUT", body: "é".repeat(10), headers: { "x-a": "1" } });
  expect([answer.status, answer.headers.get("x-seen")]).toEqual([207, "PUT /a%20b 1"]);
  expect(answer.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
  expect(await answer.text()).toBe(`got ${"é".repeat(10)}`);
});

it.each([10, 100_000, 5_000_000])("carries a body of %i bytes, with and without its length", async (size) => {
  const url = await serve(async (request) => new Response(await request.arrayBuffer()));
  const body = new Uint8Array(size).map((_, index) => index % 251);
  const stream = new Blob([body]).stream();
  for (const sent of [{ body }, { body: stream, duplex: "half" as const }]) {
    const answer = await fetch(url, { method: "POST", ...sent });
    expect(Buffer.compare(Buffer.from(await answer.arrayBuffer()), body)).toBe(0);
  }
});

it("answers while it is still told, and before it has been told all", async () => {
  const url = await serve(() =>
    Promise.resolve(
      new Response(
        new ReadableStream({
          async start(controller) {
            controller.enqueue(new TextEncoder().encode("one "));
            await new Promise((resolve) => setTimeout(resolve, 20));
            controller.enqueue(new TextEncoder().encode("two"));
            controller.close();
          },
        }),
      ),
    ),
  );
  const reader = (await fetch(url)).body?.pipeThrough(new TextDecoderStream()).getReader();
  expect(await reader?.read()).toMatchObject({ value: "one " });
  expect(await reader?.read()).toMatchObject({ value: "two" });
});

it("HEAD and 204 have no body, and the connection goes on", async () => {
  const url = await serve(({ method }) =>
    Promise.resolve(
      method === "HEAD"
        ? new Response(null, { headers: { "content-type": "text/csv" } })
        : new Response(null, { status: 204 }),
    ),
  );
  const head = await fetch(url, { method: "HEAD" });
  expect([head.status, head.headers.get("content-type"), await head.text()]).toEqual([200, "text/csv", ""]);
  expect((await fetch(url, { method: "POST", body: "unread" })).status).toBe(204);
  expect((await fetch(url, { method: "DELETE" })).status).toBe(204);
});

it("what the answer throws is a problem with status 500", async () => {
  const url = await serve(() => Promise.reject(new Error("oh")));
  const answer = await fetch(url);
  expect([answer.status, await answer.json()]).toMatchObject([500, { title: "Internal Server Error", detail: "oh" }]);
});

it("who hangs up aborts the request, which is no error of ours", async () => {
  const errors: unknown[] = [];
  let aborted: (value: unknown) => void = () => undefined;
  const seen = new Promise((resolve) => (aborted = resolve));
  const answer = ({ signal }: Request) =>
    new Promise<Response>((_, reject) => {
      signal.addEventListener("abort", () => {
        aborted("aborted");
        reject(new Error("nobody hears this"));
      });
    });
  server = await serveMock(answer, { onError: (error) => errors.push(error) });
  const { url } = server;
  const calling = request(url).once("error", () => undefined);
  calling.end();
  setTimeout(() => calling.destroy(), 20);
  expect(await seen).toBe("aborted");
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(errors).toEqual([]);
});

it("serves a mock: forms, problems, preflights", async () => {
  const url = await serve(createMock());
  const missing = await fetch(`${url}/v1/ma/account/list`, { method: "POST" });
  expect([missing.status, missing.headers.get("content-type")]).toEqual([401, "application/problem+json"]);
  const body = new URLSearchParams({ api_key: "k", api_secret: "s" });
  expect((await fetch(`${url}/ma/account/list`, { method: "POST", body })).status).toBe(200);
  const headers = { origin: "http://page.test", "access-control-request-method": "POST" };
  const preflight = await fetch(`${url}/ma/account/list`, { method: "OPTIONS", headers });
  expect([preflight.status, preflight.headers.get("access-control-allow-methods")]).toEqual([204, "POST, OPTIONS"]);
});

it("a port that is taken is an error", async () => {
  await serve(() => Promise.resolve(new Response(null)));
  await expect(serveMock(() => Promise.resolve(new Response(null)), { port: server?.port ?? 0 })).rejects.toMatchObject(
    {
      code: "EADDRINUSE",
    },
  );
});
