import { inspect } from "node:util";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { AuthError, createClient } from "../../generated/zoom-account/src/index.js";
import { createMock } from "../../generated/zoom-account/src/mock.js";
import { accountGet, accountList } from "../../generated/zoom-account/src/operations/index.js";
import { request } from "../../generated/zoom-account/src/request.js";
import { type Received, type Server, serveFetch } from "./serve-fetch.js";
import { zoomOperations } from "./zoom-operations.js";

const auth = { api_key: "k3y-of-the-master", api_secret: "s3cret-of-the-master" };
const secrets = Object.values(auth);
const get = { body: { account_id: "7" } };

let server: Server;
beforeAll(async () => {
  server = await serveFetch(createMock());
});
afterAll(() => server.close());
beforeEach(() => {
  server.received.length = 0;
});

function onlyReceived({ received }: Server): Received {
  const [first, ...others] = received;
  if (first === undefined || others.length > 0) throw new Error(`expected one request, got ${received.length}`);
  return first;
}

function countOf(text: string, part: string): number {
  return text.split(part).length - 1;
}

describe.each(zoomOperations)("$name", ({ call, body }) => {
  it("has both credentials in the form, once, and nowhere else", async () => {
    await call(createClient({ baseUrl: server.url, auth }), body);
    const { target, rawHeaders, body: form } = onlyReceived(server);
    const fields = new URLSearchParams(form);
    expect([fields.getAll("api_key"), fields.getAll("api_secret")]).toEqual([[auth.api_key], [auth.api_secret]]);
    for (const secret of secrets) {
      expect(countOf(form, secret)).toBe(1);
      expect(`${target} ${rawHeaders.join(" ")}`).not.toContain(secret);
    }
    expect(rawHeaders.map((text) => text.toLowerCase())).not.toContain("api_key");
  });
});

describe("a credential that the caller puts into the body", () => {
  it("wins, and is sent once", async () => {
    await accountList(createClient({ baseUrl: server.url, auth }), { body: { api_key: "own" } });
    const fields = new URLSearchParams(onlyReceived(server).body);
    expect([...fields].sort()).toEqual([
      ["api_key", "own"],
      ["api_secret", auth.api_secret],
    ]);
  });

  it("needs no credential of the client", async () => {
    await accountList(createClient({ baseUrl: server.url }), { body: { api_key: "own", api_secret: "too" } });
    expect(onlyReceived(server).body).toBe("api_key=own&api_secret=too");
  });
});

it.each([
  ["GET", undefined, ""],
  ["POST", { a: 1 }, '{"a":1}'],
])(
  "of a request that the document does not have stand in headers where there is no form: %s",
  async (method, body, sent) => {
    const client = createClient({ baseUrl: server.url, auth });
    await request(client, method, "/anything", { body }).result();
    const { body: text, rawHeaders } = onlyReceived(server);
    expect(text).toBe(sent);
    for (const secret of secrets) expect(rawHeaders).toContain(secret);
  },
);

it("functions give a credential for each request", async () => {
  let count = 0;
  const client = createClient({
    baseUrl: server.url,
    auth: { api_key: () => `key-${++count}`, api_secret: () => Promise.resolve("later") },
  });
  await accountGet(client, get);
  await accountGet(client, get);
  expect(server.received.map(({ body }) => body)).toEqual([
    "account_id=7&api_key=key-1&api_secret=later",
    "account_id=7&api_key=key-2&api_secret=later",
  ]);
});

it("without credentials nothing is sent", async () => {
  const client = createClient({ baseUrl: server.url, auth: { api_key: auth.api_key } });
  await expect(accountGet(client, get)).rejects.toThrow(AuthError);
  expect(server.received).toEqual([]);
});

describe("are not shown", () => {
  const shown = (value: unknown) => {
    const text = value instanceof Error ? `${value.message} ${value.stack ?? ""}` : String(value);
    return `${text} ${inspect(value, { depth: null, showHidden: true })} ${JSON.stringify(value)}`;
  };
  const expectHidden = (value: unknown) => {
    for (const secret of secrets) expect(shown(value)).not.toContain(secret);
  };

  it("by a client, or a call under way", async () => {
    const client = createClient({ baseUrl: server.url, auth });
    const call = accountGet(client, get);
    expectHidden(client);
    expectHidden(call);
    await call;
    expectHidden(call);
  });

  it.each<[string, string, () => Parameters<typeof accountGet>[2]]>([
    ["an error status", "ApiError", () => ({ headers: { prefer: "code=404" } })],
    ["a closed port", "ConnectionError", () => ({ baseUrl: "http://127.0.0.1:1" })],
    ["a URL that is none", "ConnectionError", () => ({ baseUrl: "nonsense" })],
    ["an abort", "AbortError", () => ({ signal: AbortSignal.abort() })],
    [
      "a credential that no form can carry",
      "AuthError",
      () => ({ auth: { api_key: { secrets } as unknown as string } }),
    ],
  ])("by %s", async (_, kind, options) => {
    const client = createClient({ baseUrl: server.url, auth });
    const result = await accountGet(client, get, options()).result();
    const thrown: unknown = await accountGet(client, get, options()).catch((error: unknown) => error);
    expect(thrown).toHaveProperty("name", kind);
    expectHidden(thrown);
    expectHidden(result);
  });
});

describe("a redirect", () => {
  it.each([301, 302, 303, 307, 308])("of status %i to another origin does not carry them", async (status) => {
    const elsewhere = await serveFetch(() => Promise.resolve(new Response("{}")));
    const redirecting = await serveFetch(() =>
      Promise.resolve(new Response(null, { status, headers: { location: `${elsewhere.url}/taken` } })),
    );
    try {
      const result = await accountGet(createClient({ baseUrl: redirecting.url, auth }), get).result();
      expect(result).toMatchObject({ ok: false, status });
      expect(result.status !== null && result.headers.get("location")).toBe(`${elsewhere.url}/taken`);
      expect(elsewhere.received).toEqual([]);
      expect(redirecting.received).toHaveLength(1);
    } finally {
      await Promise.all([elsewhere.close(), redirecting.close()]);
    }
  });
});
