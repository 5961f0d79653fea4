import { afterAll, beforeAll, expect, it } from "vitest";
import type { JsonObject } from "../../generator/document/json.js";
import { ResponseError } from "../../templates/client/src/runtime/errors.js";
import { generatePackage, type GeneratedPackage } from "../conformance/generated-package.js";

const form = (schema: JsonObject, example: JsonObject) => ({
  "application/x-www-form-urlencoded": { schema, example },
});

const document: JsonObject = {
  openapi: "3.1.0",
  info: { title: "Tokens", version: "1" },
  servers: [{ url: "https://tokens.test" }],
  paths: {
    "/token": {
      post: {
        operationId: "createToken",
        responses: {
          "200": {
            description: "The token.",
            content: form(
              {
                type: "object",
                required: ["access_token", "ends", "owner"],
                properties: {
                  access_token: { type: "string" },
                  ends: { type: "string", format: "date-time" },
                  owner: { type: "integer", format: "int64" },
                  scope: { type: "array", items: { type: "string" } },
                },
              },
              {
                access_token: "a b&c=ü",
                ends: "2024-05-01T10:30:00Z",
                owner: 90071992547409,
                scope: ["read", "a,b"],
              },
            ),
          },
          "400": {
            description: "No token.",
            content: form(
              {
                type: "object",
                required: ["error"],
                properties: { error: { type: "string" }, code: { type: "integer" } },
              },
              { error: "invalid grant", code: 7 },
            ),
          },
        },
      },
    },
  },
};

interface Call extends Promise<unknown> {
  readonly result: () => Promise<object>;
}
type Fetch = (url: string, init: RequestInit) => Promise<Response>;

let package_: GeneratedPackage;
let createToken: (client: unknown, input: object, options: { readonly fetch: Fetch }) => Call;
let client: unknown;
let mock: Fetch;

beforeAll(async () => {
  package_ = await generatePackage(document, { dates: "Date", int64: "bigint" });
  const load = async (module: string, name: string) => (await package_.load(module))[name] as never;
  createToken = await load("operations/index", "createToken");
  client = ((await load("client", "createClient")) as () => unknown)();
  mock = ((await load("mock", "createMock")) as () => Fetch)();
});

afterAll(() => package_.remove());

const token = { access_token: "a b&c=ü", ends: new Date("2024-05-01T10:30:00Z"), owner: 9007199254740993n };

/** Answers with a text, as a form. */
const answer =
  (body: string, status = 200, type = "application/x-www-form-urlencoded; charset=utf-8"): Fetch =>
  async () => {
    await Promise.resolve();
    return new Response(body, { status, headers: { "content-type": type } });
  };

it("is typed under every flag", async () => {
  expect(await package_.typeProblems()).toEqual([]);
});

it("is what the mock sends as a form", async () => {
  const { headers, ...response } = await mock("https://tokens.test/token", { method: "POST" }).then(async (sent) => ({
    headers: sent.headers,
    text: await sent.text(),
  }));
  expect(headers.get("content-type")).toBe("application/x-www-form-urlencoded");
  expect(response.text).toBe(
    "access_token=a+b%26c%3D%C3%BC&ends=2024-05-01T10%3A30%3A00.000Z&owner=90071992547409&scope=read&scope=a%2Cb",
  );
  expect(await createToken(client, {}, { fetch: mock })).toEqual({
    ...token,
    owner: 90071992547409n,
    scope: ["read", "a,b"],
  });
});

it("is an error's body too", async () => {
  const refused: Fetch = (url, init) => {
    const headers = new Headers(init.headers);
    headers.set("prefer", "code=400");
    return mock(url, { ...init, headers });
  };
  expect(await createToken(client, {}, { fetch: refused }).result()).toMatchObject({
    status: 400,
    error: { error: "invalid grant", code: 7 },
  });
});

it("has no field that the document does not know", async () => {
  const text = "owner=9007199254740993&other=1&ends=2024-05-01T10:30:00Z&access_token=a+b%26c%3D%C3%BC";
  expect(await createToken(client, {}, { fetch: answer(text) })).toEqual(token);
});

it.each([
  ["a field that is none of its kind", "access_token=a&ends=2024-05-01T10:30:00Z&owner=me", "owner"],
  ["a field that is missing", "access_token=a&owner=1", "ends"],
])("is a ResponseError for %s", async (_, text, field) => {
  const call = createToken(client, {}, { fetch: answer(text) });
  await expect(call).rejects.toBeInstanceOf(ResponseError);
  await expect(call).rejects.toMatchObject({ field, status: 200, body: text });
});

it("is the text of an error that is not what the document says", async () => {
  const outcome = await createToken(client, {}, { fetch: answer("code=none", 400) }).result();
  expect(outcome).toMatchObject({ status: 400, error: "code=none" });
});

it("is a ResponseError where JSON comes in its place, which nobody documents", async () => {
  const call = createToken(client, {}, { fetch: answer("{}", 200, "application/json") });
  await expect(call).rejects.toThrow("answered with application/json, which the document does not describe");
});
