/** S11 to S13 of docs/security.md: what a generated package does with hostile names and values. */
import { writeFile, mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { inspect } from "node:util";
import { beforeAll, describe, expect, it } from "vitest";
import { collectDiagnostics } from "../../generator/diagnostics.js";
import { generate } from "../../generator/generate.js";
import { serveMock } from "../../generator/mock/serve-mock.js";
import { type LoadedPackage, loadPackage } from "../../scripts/corpus/load-package.js";
import { targetOfCase } from "../case-runner.js";
import { builtinSets } from "./canary.js";
import { temporaryFolder } from "./temporary-folder.js";

const names = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "then", "valueOf"];
const properties = names.map((name) => `${name}: { type: string }`).join(", ");
const query = names.map((name) => `{ name: ${name}, in: query, schema: { type: string } }`).join(", ");

const document = `openapi: 3.1.0
info: { title: t, version: "1" }
servers: [{ url: "https://api.example" }]
security: [{ key: [] }]
paths:
  /things/{id}:
    post:
      operationId: send
      parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
        - { name: X-Trace, in: header, schema: { type: string } }
        - { name: crumb, in: cookie, schema: { type: string } }
        - { name: filter, in: query, style: deepObject, schema: { type: object, additionalProperties: { type: string } } }
        - ${query.replaceAll("}, {", "}\n        - {")}
      requestBody:
        content:
          application/x-www-form-urlencoded: { schema: { type: object, properties: { ${properties} }, additionalProperties: { type: string } } }
          multipart/form-data: { schema: { type: object, properties: { "a\\"\\r\\nX-Evil: 1": { type: string } } } }
      responses:
        "200": { description: "", headers: { X-Next: { schema: { type: string }, example: "a\\r\\nX-Injected: 1" } }, content: { application/json: { schema: { type: object, properties: { ${properties} } } } } }
components: { securitySchemes: { key: { type: apiKey, in: header, name: X-Key } } }
`;

let loaded: LoadedPackage;
const prototypes = [Object.prototype, Array.prototype, Function.prototype, String.prototype];
const keysOf = () => prototypes.map((prototype) => Reflect.ownKeys(prototype));
const before = keysOf();

beforeAll(async () => {
  const folder = await temporaryFolder({ "openapi.yml": document });
  const options = { cwd: folder, templates: builtinSets, verify: false, format: false };
  const generated = await generate(targetOfCase("any", folder), options, collectDiagnostics(), () => undefined);
  for (const { path, text } of generated?.files ?? []) {
    await mkdir(dirname(join(folder, "out", path)), { recursive: true });
    await writeFile(join(folder, "out", path), text);
  }
  loaded = await loadPackage(join(folder, "out"));
});

interface Sent {
  readonly url: string;
  readonly init: RequestInit;
}

/** Calls `send` with this beside what it needs; what was sent, and how the call went. */
async function send(input: Readonly<Record<string, unknown>>, options: object = {}) {
  const sent: Sent[] = [];
  const fetch = (url: string, init: RequestInit) => {
    sent.push({ url, init });
    return Promise.resolve(Response.json({}));
  };
  const client = loaded.createClient({ fetch, auth: { key: "s3cr3t-key" }, baseUrl: "https://api.example" });
  const result = await loaded.operations["send"]?.(client, { path: { id: "1" }, ...input }, options).result();
  return { sent, result };
}

const own = (value: string) => Object.fromEntries(names.map((name) => [name, `${value}-${name}`]));

describe("S11: names that objects inherit are ordinary names", () => {
  it("as properties and parameters, sent, received and told apart; no prototype changes", async () => {
    const { sent, result } = await send({
      query: own("q"),
      body: own("b"),
      contentType: "application/x-www-form-urlencoded",
    });
    expect(result).toMatchObject({ ok: true, status: 200 });
    const url = new URL(sent[0]?.url ?? "");
    const form = new URLSearchParams(typeof sent[0]?.init.body === "string" ? sent[0].init.body : "");
    for (const name of names) expect([url.searchParams.get(name), form.get(name)]).toEqual([`q-${name}`, `b-${name}`]);
    expect(keysOf()).toEqual(before);
  });

  it("in what the mock is sent and what it answers", async () => {
    const mock = loaded.createMock({});
    const body = "__proto__=1&constructor=2&__proto__[polluted]=1&constructor[prototype][polluted]=1&a[__proto__][x]=1";
    const headers = { "content-type": "application/x-www-form-urlencoded", "x-key": "k" };
    const target = "https://api.example/things/1?filter[__proto__][x]=1&filter[__proto__]=2&__proto__=3";
    const answer = await mock(new Request(target, { method: "POST", body, headers }));
    expect(answer.status).toBeLessThan(500);
    expect(Object.keys((await answer.json()) as object).length).toBeGreaterThan(0);
    expect(Reflect.get({}, "polluted")).toBeUndefined();
    expect(keysOf()).toEqual(before);
  });

  it("which nobody gave, and are not sent", async () => {
    const { sent } = await send({ query: {}, body: {}, contentType: "application/x-www-form-urlencoded" });
    expect([new URL(sent[0]?.url ?? "").search, sent[0]?.init.body]).toEqual(["", ""]);
  });
});

describe("S12: values that would be more than a value are refused before anything is sent", () => {
  it.each<[string, Readonly<Record<string, unknown>>]>([
    ["a path parameter ..", { path: { id: ".." } }],
    ["a path parameter .", { path: { id: "." } }],
    ["an empty path parameter", { path: { id: "" } }],
    ["a line end in a header", { headers: { "X-Trace": "a\r\nX-Evil: 1" } }],
    ["a NUL in a header", { headers: { "X-Trace": "a\u0000b" } }],
  ])("%s", async (_, input) => {
    const { sent, result } = await send(input);
    expect(result).toMatchObject({ ok: false, status: null });
    expect(sent).toEqual([]);
  });

  it.each(["%2e%2e", "a/b", "?x", "#y", "//host", "\\", "a b", "\ud800"])("or escaped: %j in a path", async (id) => {
    const { sent } = await send({ path: { id } });
    const { origin, pathname, search, hash } = new URL(sent[0]?.url ?? "https://api.example/things/none");
    expect([origin, search, hash]).toEqual(["https://api.example", "", ""]);
    expect(pathname).toMatch(/^\/things\/[^/]+$/);
  });

  it("also in a cookie, of which no second one is made", async () => {
    const { sent } = await send({ cookies: { crumb: "a; admin=1\r\nX: y" } });
    const cookie = new Headers(sent[0]?.init.headers).get("cookie") ?? "";
    expect(cookie).not.toMatch(/[\r\n]|; ?admin=/);
  });

  it("also in the name of a part, by the rule of browsers", async () => {
    const name = 'a"\r\nX-Evil: 1';
    const { sent } = await send({ body: { [name]: "v" }, contentType: "multipart/form-data" });
    const text = await new Response(sent[0]?.init.body ?? null).text();
    expect(text).toContain('name="a%22%0D%0AX-Evil: 1"');
    expect(text).not.toMatch(/^X-Evil/m);
  });

  it("and no error shows a credential", async () => {
    const client = loaded.createClient({
      fetch: () => Promise.reject(new TypeError("fetch failed")),
      auth: { key: "s3cr3t-key" },
      baseUrl: "https://api.example",
    });
    const failed = await loaded.operations["send"]?.(client, { path: { id: "1" } }, {}).result();
    expect(failed).toMatchObject({ ok: false, status: null });
    expect(inspect(failed, { depth: null, showHidden: true })).not.toContain("s3cr3t");
  });
});

describe("S13: the mock is at home on this machine, and nothing breaks it", () => {
  it("listens on 127.0.0.1, splits no answer, and answers what is no request of its own", async () => {
    const server = await serveMock(loaded.createMock({}), { bodyLimit: 1000 });
    try {
      expect(server.url).toBe(`http://127.0.0.1:${server.port}`);
      const headers = { "x-key": "k", "content-type": "application/x-www-form-urlencoded" };
      const answer = await fetch(`${server.url}/things/1`, { method: "POST", headers, body: "" });
      expect([answer.status, answer.headers.get("x-injected")]).toEqual([200, null]);
      const statuses: number[] = [];
      for (const [path, init] of [
        [`/${"a-".repeat(3_000)}`, {}],
        ["/%zz", {}],
        ["/things/%2e%2e%2f", { method: "POST", headers, body: "" }],
        ["/__proto__", {}],
        ["/things/1", { method: "POST", headers, body: "a".repeat(2000) }],
        ["/things/1", { method: "POST", headers, body: "a[]=1&".repeat(100) }],
        ["/things/1", { method: "POST", headers: { ...headers, "content-type": "multipart/form-data" }, body: "x" }],
      ] as const) {
        const refused = await fetch(`${server.url}${path}`, init);
        expect(await refused.text()).not.toMatch(/\n\s+at /);
        statuses.push(refused.status);
      }
      expect(statuses.filter((status) => status >= 500)).toEqual([]);
      expect(statuses[4]).toBe(413);
    } finally {
      await server.close();
    }
  });

  it("finds its way without trying again: a path as long as ten thousand names", async () => {
    const mock = loaded.createMock({});
    const answer = await mock(new Request(`https://api.example/things/${"a-".repeat(500_000)}`, { method: "GET" }));
    expect(answer.status).toBeGreaterThanOrEqual(400);
  });
});
