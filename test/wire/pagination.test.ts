import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { JsonObject } from "../../generator/document/json.js";
import { generatePackage, type GeneratedPackage } from "../conformance/generated-package.js";
import { type Received, type Server, serveFetch } from "./serve-fetch.js";

/** What these tests use of the package. */
interface Generated {
  readonly createClient: (options: object) => unknown;
  readonly paginate: (operation: unknown, client: unknown, input?: object, options?: object) => AsyncIterable<number>;
  readonly [operation: string]: unknown;
}

const integer = { type: "integer" };
const string = { type: "string" };
const numbers = { type: "array", items: integer };
const inQuery = (schemas: JsonObject) =>
  Object.entries(schemas).map(([name, schema]) => ({ name, in: "query", schema }));
const answer = (schema: JsonObject, headers: JsonObject = {}) => ({
  200: { description: "", headers, content: { "application/json": { schema } } },
});
const object = (properties: JsonObject) => ({ type: "object", properties });
const get = (operationId: string, query: JsonObject, schema: JsonObject, headers: JsonObject = {}) => ({
  get: { operationId, parameters: inQuery(query), responses: answer(schema, headers) },
});

/** Each way of having pages, all found by detection. */
const document: JsonObject = {
  openapi: "3.1.0",
  info: { title: "Pages", version: "1" },
  components: {
    securitySchemes: {
      api_key: { type: "apiKey", in: "header", name: "api_key", "x-exemplar-in": "form" },
      key: { type: "apiKey", in: "query", name: "key" },
      token: { type: "http", scheme: "bearer" },
    },
  },
  security: [{ key: [], token: [] }],
  paths: {
    "/account/list": {
      post: {
        operationId: "byForm",
        security: [{ api_key: [] }],
        requestBody: {
          content: {
            "application/x-www-form-urlencoded": {
              schema: object({ page_size: integer, page_number: integer, q: string }),
            },
          },
        },
        responses: answer(object({ page_number: integer, total_records: integer, accounts: numbers })),
      },
    },
    "/by-offset": get("byOffset", { offset: integer, limit: integer }, object({ total: integer, data: numbers })),
    "/by-cursor": get(
      "byCursor",
      { cursor: string },
      object({ items: numbers, meta: object({ next_cursor: string }) }),
    ),
    "/by-last": get(
      "byLast",
      { starting_after: string },
      object({ has_more: { type: "boolean" }, data: { type: "array", items: object({ id: string }) } }),
    ),
    "/by-header": get("byHeader", { page: integer, tag: { type: "array", items: string } }, numbers, {
      Link: { schema: string },
    }),
    "/by-url": get("byUrl", { page_token: string }, object({ items: numbers, next_page_url: string })),
  },
};

const all = Array.from({ length: 7 }, (_, index) => index);
const from = (start: number) => all.slice(start, start + 3);
const json = (value: unknown, headers: Record<string, string> = {}) => Response.json(value, { headers });
let linkTo = (server: string, path: string) => server + path;

/** A server that gives seven items, three a page. */
async function serve(request: Request): Promise<Response> {
  const { pathname, searchParams: query, origin } = new URL(request.url);
  const form = new URLSearchParams(await request.text());
  const start = Number(
    query.get("at") ?? query.get("offset") ?? query.get("cursor") ?? query.get("starting_after") ?? 0,
  );
  const next = start + 3 < all.length ? start + 3 : null;
  switch (pathname.replace("/v1", "")) {
    case "/account/list": {
      const page = Number(form.get("page_number") ?? 1);
      return json({ page_number: page, total_records: all.length, accounts: from((page - 1) * 3) });
    }
    case "/by-offset":
      return json({ total: all.length, data: from(start) });
    case "/by-cursor":
      return json({ items: from(start), meta: { next_cursor: next === null ? "" : String(next) } });
    case "/by-last": {
      const first = query.has("starting_after") ? start + 1 : 0;
      return json({ has_more: first + 3 < all.length, data: from(first).map((id) => ({ id: String(id) })) });
    }
    // It is asked for by another path from the second page on, as GitHub does.
    case "/by-header":
    case "/lists/1": {
      const link = `<${linkTo(origin, `/lists/1?at=${String(next)}&tag=a&tag=b&key=of-the-server`)}>; rel="next", <${origin}/>; rel="first"`;
      return json(from(start), next === null ? {} : { link });
    }
    default:
      return json({
        items: from(start),
        next_page_url: next === null ? null : linkTo(origin, `/v1/by-url?at=${next}`),
      });
  }
}

let package_: GeneratedPackage;
let generated: Generated;
let server: Server;
let other: Server;
beforeAll(async () => {
  package_ = await generatePackage(document);
  const modules = await Promise.all(["client", "paginate", "operations/index"].map((name) => package_.load(name)));
  // What these modules export.
  generated = Object.assign({}, ...modules) as Generated;
  server = await serveFetch(serve);
  other = await serveFetch(serve);
});
afterAll(() => Promise.all([server.close(), other.close(), package_.remove()]));
beforeEach(() => {
  server.received.length = 0;
});

function paginate(operation: string, input: object = {}): AsyncIterable<number> {
  const auth = { api_key: "f0rm", key: "qu3ry", token: "t0ken" };
  const client = generated.createClient({ baseUrl: `${server.url}/v1`, auth });
  return generated.paginate(generated[operation], client, input);
}

async function itemsOf(list: AsyncIterable<unknown>): Promise<readonly unknown[]> {
  const items: unknown[] = [];
  for await (const item of list) items.push(item);
  return items;
}

const targets = (received: readonly Received[]) => received.map(({ target, body }) => target + body);
const headerOf = ({ rawHeaders }: Received, name: string) =>
  rawHeaders[rawHeaders.findIndex((each) => each.toLowerCase() === name) + 1];

it.each<[string, object, readonly string[]]>([
  [
    "byForm",
    { body: { page_size: 3, q: "a b" } },
    [
      "/v1/account/listpage_size=3&q=a+b&api_key=f0rm",
      "/v1/account/listpage_size=3&page_number=2&q=a+b&api_key=f0rm",
      "/v1/account/listpage_size=3&page_number=3&q=a+b&api_key=f0rm",
    ],
  ],
  [
    "byOffset",
    { query: { limit: 3 } },
    [
      "/v1/by-offset?limit=3&key=qu3ry",
      "/v1/by-offset?offset=3&limit=3&key=qu3ry",
      "/v1/by-offset?offset=6&limit=3&key=qu3ry",
    ],
  ],
  ["byCursor", {}, ["/v1/by-cursor?key=qu3ry", "/v1/by-cursor?cursor=3&key=qu3ry", "/v1/by-cursor?cursor=6&key=qu3ry"]],
  [
    "byHeader",
    { query: { tag: ["a", "b"] } },
    [
      "/v1/by-header?tag=a&tag=b&key=qu3ry",
      "/lists/1?at=3&tag=a&tag=b&key=qu3ry",
      "/lists/1?at=6&tag=a&tag=b&key=qu3ry",
    ],
  ],
  ["byUrl", {}, ["/v1/by-url?key=qu3ry", "/v1/by-url?at=3&key=qu3ry", "/v1/by-url?at=6&key=qu3ry"]],
])("%s gives all items, and sends what the first request sent", async (operation, input, sent) => {
  expect(await itemsOf(paginate(operation, input))).toEqual(all);
  expect(targets(server.received)).toEqual(sent);
  const credential = operation === "byForm" ? undefined : "Bearer t0ken";
  for (const request of server.received)
    if (credential !== undefined) expect(headerOf(request, "authorization")).toBe(credential);
});

it("by the last item", async () => {
  expect(await itemsOf(paginate("byLast"))).toEqual(all.map((id) => ({ id: String(id) })));
  expect(targets(server.received).at(-1)).toBe("/v1/by-last?starting_after=5&key=qu3ry");
});

it("a loop that is left makes no further request", async () => {
  for await (const item of paginate("byOffset")) if (item === 3) break;
  expect(server.received).toHaveLength(2);
});

it.each(["byHeader", "byUrl"])("%s never asks another origin", async (operation) => {
  const usual = linkTo;
  linkTo = (_, path) => other.url + path;
  await expect(itemsOf(paginate(operation))).rejects.toThrow(`the next page is at ${other.url}, not at ${server.url}`);
  linkTo = usual;
  expect([server.received.length, other.received.length]).toEqual([1, 0]);
});
