import { execFile, execFileSync } from "node:child_process";
import { parse as parseQueryString } from "node:querystring";
import { promisify } from "node:util";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ApiError, type Client, createClient } from "../../generated/zoom-account/src/index.js";
import { createMock } from "../../generated/zoom-account/src/mock.js";
import { type Server, serveFetch } from "./serve-fetch.js";
import { credentials, type Fields, zoomOperations } from "./zoom-operations.js";

let server: Server;
let client: Client;
beforeAll(async () => {
  server = await serveFetch(createMock());
  // The path of the document's server, as a mounted mock has it.
  client = createClient({ baseUrl: `${server.url}/v1`, auth: credentials });
});
afterAll(() => server.close());
beforeEach(() => {
  server.received.length = 0;
});

/** The body of the one request that was received. */
function receivedForm(): string {
  const [received, ...others] = server.received;
  if (received === undefined || others.length > 0)
    throw new Error(`expected one request, got ${server.received.length}`);
  const types = received.rawHeaders.filter((_, index, all) => all[index - 1]?.toLowerCase() === "content-type");
  expect(types).toEqual(["application/x-www-form-urlencoded"]);
  return received.body;
}

const texts = (fields: Fields): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)]));

describe.each(zoomOperations)("$name", (operation) => {
  const { name, path, call, decode, body, response, document } = operation;

  it("called by the generated client", async () => {
    expect(await call(client, body)).toStrictEqual(response);
    expect(response).toStrictEqual(document.example);
    expect(server.received).toMatchObject([{ method: "POST", target: `/v1${path}` }]);
    expect(Object.fromEntries(new URLSearchParams(receivedForm()))).toEqual(texts({ ...body, ...credentials }));
  });

  it("called by plain fetch", async () => {
    const form = new URLSearchParams(texts({ ...body, ...credentials }));
    const answer = await fetch(`${server.url}${path}`, { method: "POST", body: form });
    expect([answer.status, await answer.json()]).toEqual([200, response]);
  });

  it("without credentials: 401", async () => {
    for (const given of [{}, { api_key: credentials.api_key }]) {
      const form = new URLSearchParams(texts({ ...body, ...given }));
      const answer = await fetch(`${server.url}${path}`, { method: "POST", body: form });
      expect([answer.status, answer.headers.get("content-type")]).toEqual([401, "application/problem+json"]);
      expect(await answer.json()).toMatchObject({ status: 401, title: "Unauthorized" });
    }
  });

  it("without what is required: 422, with a problem for each field", async () => {
    const missing = document.required.filter((field) => !Object.hasOwn(credentials, field));
    const failing = call(client, {});
    if (missing.length === 0) {
      expect(await failing).toStrictEqual(response);
      return;
    }
    // The document lists what is required in an order of its own.
    const errors = expect.arrayContaining(
      missing.map((name) => ({ field: `body.${name}`, message: "is required" })),
    ) as unknown;
    const error: unknown = await failing.catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ status: 422, operation: name, body: { errors } });
    expect(error).toHaveProperty("body.errors.length", missing.length);
  });

  // accountList has no other fields than credentials: these come from the caller there.
  it.each([
    ["an address", "a+b@x.com"],
    ["letters and an ampersand", "Zoë & Co"],
    ["what looks like fields", "p=w&d%"],
    ["emoji", "👩‍🚀🏳️‍🌈"],
    ["line breaks", "a\r\nb\nc\r"],
    ["a plus", "+"],
    ["spaces", "  "],
    ["nothing", ""],
    ["what is encoded already", "%20%zz%2B+"],
    ["other special characters", "!'()*~-._/?#[]@:;,$<>\"\\`{|}^"],
    ["control characters", "\0\t\u001f\u007f\u2028\ufeff"],
    ["a megabyte", `é+ &${"x".repeat(2 ** 20)}👩`],
  ])("every text field carries %s unchanged", async (_, value) => {
    const fields = { ...body, ...Object.fromEntries(document.strings.map((field) => [field, value])) };
    expect(await call(client, fields)).toStrictEqual(response);
    const form = receivedForm();
    const sent = { ...credentials, ...fields };
    const read = {
      URLSearchParams: Object.fromEntries(new URLSearchParams(form)),
      "node:querystring": { ...parseQueryString(form) },
    };
    for (const [decoder, found] of Object.entries(read)) expectSame(found, texts(sent), decoder);
    const decoded = decode(form);
    expect(decoded.ok).toBe(true);
    expectSame(decoded.value as Fields, fields, "our decoder");
  });

  it.skipIf(!hasCurl())("called by curl (skipped where there is none)", async () => {
    const fields = Object.entries(texts({ ...body, ...credentials })).flatMap(([field, value]) => [
      "--data-urlencode",
      `${field}=${value}`,
    ]);
    const { stdout } = await promisify(execFile)("curl", [
      "--silent",
      "--show-error",
      ...fields,
      `${server.url}${path}`,
    ]);
    expect(JSON.parse(stdout)).toStrictEqual(response);
    const decoded = decode(receivedForm());
    expect(decoded).toMatchObject({ ok: true, value: body });
  });
});

/** Like `toEqual`, without printing megabytes. */
function expectSame(found: Fields, expected: Fields, decoder: string): void {
  expect(Object.keys(found).sort(), decoder).toEqual(Object.keys(expected).sort());
  const different = Object.keys(expected).filter((field) => found[field] !== expected[field]);
  expect(different, decoder).toEqual([]);
}

function hasCurl(): boolean {
  try {
    execFileSync("curl", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
