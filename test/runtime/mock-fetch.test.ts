import { describe, expect, it } from "vitest";
import { readForm, required } from "../../templates/client/src/runtime/form-reader.js";
import { readText } from "../../templates/client/src/runtime/scalar-reader.js";
import { readJsonBody, readRequest, styled } from "../../templates/mock/src/runtime/request-reader.js";
import { makeMock, type MockOperation, type MockSetup } from "../../templates/mock/src/runtime/mock-fetch.js";
import { operationsByName } from "./operations-by-name.js";

const ok = [{ status: "200", contentType: "application/json", examples: { default: { from: "default" } } }];

function get(operation: string, path: string, more: Partial<MockOperation> = {}): MockOperation {
  return {
    operation,
    method: "GET",
    path,
    responses: [{ ...ok[0], status: "200", examples: { default: operation } }],
    ...more,
  };
}

const addPet: MockOperation = {
  operation: "addPet",
  method: "POST",
  path: "/pets",
  contentType: "application/x-www-form-urlencoded",
  decode: async (request) => readForm(await request.text(), { name: required(readText) }),
  responses: ok,
};

const setup: MockSetup = {
  basePaths: ["/v1", "/api/v2"],
  schemes: {
    key: [
      { in: "form", name: "api_key" },
      { in: "header", name: "x-key" },
    ],
    token: [{ in: "header", name: "authorization" }],
    session: [{ in: "cookie", name: "sid" }],
    query: [{ in: "query", name: "token" }],
    certificate: [],
  },
  operations: operationsByName([
    get("byId", "/pets/{id}"),
    get("mine", "/pets/mine"),
    get("asJson", "/pets/{id}.json"),
    get("owner", "/{kind}/{id}/owner"),
    addPet,
    {
      ...addPet,
      operation: "replacePet",
      method: "PUT",
      path: "/pets/{id}",
      contentType: "application/json",
      decode: (request) => readRequest(request, { body: { required: true, read: readJsonBody }, required: [] }),
    },
    get("search", "/search", {
      decode: (request) =>
        readRequest(request, {
          query: { q: required(readText) },
          headers: { "X-A": styled("simple", false, "scalar", required(readText)) },
          cookies: { c: required(readText) },
          required: ["query", "headers", "cookies"],
        }),
    }),
    get("byForm", "/secure/key", { method: "POST", security: [["key"]] }),
    get("byBoth", "/secure/both", { security: [["token", "session"], ["query"]] }),
    get("byCertificate", "/secure/certificate", { security: [["certificate"]] }),
    get("optional", "/secure/optional", { security: [["token"], []] }),
    get("statuses", "/statuses", {
      responses: [
        { status: "404", contentType: "application/problem+json", examples: { default: { title: "Gone" } } },
        { status: "201", contentType: "application/json", examples: { small: 1, "big one": 2 } },
        { status: "204" },
        { status: "5XX", contentType: "text/plain", examples: { default: "down" } },
        { status: "default", contentType: "application/json", examples: { default: "any" } },
      ],
    }),
    get("onlyError", "/only-error", {
      responses: [{ status: "4XX", contentType: "text/plain", examples: { default: "no" } }],
    }),
    get("impossible", "/impossible", { responses: [{ status: "200", contentType: "application/json" }] }),
    get("onlyInformation", "/only-information", { responses: [{ status: "101" }] }),
    get("silent", "/silent", { responses: [] }),
  ]),
};

const mock = makeMock(setup, {});

async function ask(path: string, init?: RequestInit) {
  const response = await mock(path.startsWith("http") ? path : `http://mock.test${path}`, init);
  const text = await response.text();
  const body: unknown =
    /json/.test(response.headers.get("content-type") ?? "") && text !== "" ? JSON.parse(text) : text;
  return { status: response.status, body, type: response.headers.get("content-type"), headers: response.headers };
}

const form = (text: string, headers: Record<string, string> = {}): RequestInit => ({
  method: "POST",
  body: text,
  headers: { "content-type": "application/x-www-form-urlencoded; charset=utf-8", ...headers },
});

describe("routing", () => {
  it.each([
    ["/pets/1", "byId"],
    ["/pets/mine", "mine"],
    ["/pets/1.json", "asJson"],
    ["/pets/1/owner", "owner"],
    ["/v1/pets/mine", "mine"],
    ["/api/v2/pets/mine?x=1#y", "mine"],
  ])("%s goes to %s", async (path, operation) => {
    expect(await ask(path)).toMatchObject({ status: 200, body: operation });
  });

  it.each(["/nope", "/v1", "/v1pets/mine", "/v3/pets/mine", "/pets/mine/", "/pets/__proto__/x", "/"])(
    "%s goes nowhere: 404",
    async (path) => {
      expect(await ask(path)).toMatchObject({
        status: 404,
        type: "application/problem+json",
        body: { status: 404, title: "Not Found" },
      });
    },
  );

  it("another method is 405, and the answer says which there are", async () => {
    const answer = await ask("/pets/mine", { method: "DELETE" });
    expect(answer).toMatchObject({
      status: 405,
      type: "application/problem+json",
      body: { title: "Method Not Allowed" },
    });
    expect(answer.headers.get("allow")).toBe("GET, PUT, HEAD, OPTIONS");
  });

  it("takes what fetch takes", async () => {
    for (const input of [
      new URL("http://mock.test/pets/mine"),
      new Request("http://mock.test/pets/mine"),
      "/pets/mine",
    ]) {
      expect((await mock(input)).status).toBe(200);
    }
    await expect(mock("/pets/mine", { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: "AbortError" });
  });
});

describe("credentials", () => {
  it.each<[string, string, RequestInit]>([
    ["in the form", "/secure/key", form("api_key=1")],
    ["in the header", "/secure/key", { method: "POST", headers: { "X-Key": "1" } }],
    ["the first alternative, whole", "/secure/both", { headers: { authorization: "a", cookie: "x=1; sid=2" } }],
    ["the second alternative", "/secure/both?token=1", {}],
    ["a certificate, which nobody can see here", "/secure/certificate", {}],
    ["optional ones", "/secure/optional", {}],
  ])("%s", async (_, path, init) => {
    expect((await ask(path, init)).status).toBe(200);
  });

  it.each<[string, string, RequestInit]>([
    ["none", "/secure/key", { method: "POST" }],
    [
      "in a body that is no form",
      "/secure/key",
      { method: "POST", body: "api_key=1", headers: { "content-type": "text/plain" } },
    ],
    ["half of them", "/secure/both", { headers: { authorization: "a" } }],
    ["a cookie of another name", "/secure/both", { headers: { authorization: "a", cookie: "xsid=2" } }],
  ])("missing is 401: %s", async (_, path, init) => {
    const answer = await ask(path, init);
    expect(answer).toMatchObject({ status: 401, type: "application/problem+json", body: { title: "Unauthorized" } });
  });

  it("are named in the answer by their schemes", async () => {
    expect(await ask("/secure/both")).toMatchObject({
      body: { detail: "byBoth needs credentials for token and session, or query." },
    });
  });
});

describe("requests", () => {
  it("that fit are answered", async () => {
    expect(await ask("/pets", form("name=Ada"))).toMatchObject({ status: 200, body: { from: "default" } });
    expect(await ask("/search?q=1", { headers: { "x-a": "1", cookie: "c=1" } })).toMatchObject({ status: 200 });
  });

  it.each<[string, string, RequestInit, { field: string; message: string }[]]>([
    ["a missing field", "/pets", form("x=1"), [{ field: "name", message: "is required" }]],
    ["an empty body", "/pets", form(""), [{ field: "name", message: "is required" }]],
    ["no body", "/pets", { method: "POST" }, [{ field: "name", message: "is required" }]],
    ["a repeated field", "/pets", form("name=1&name=2"), [{ field: "name", message: "is given more than once" }]],
    [
      "missing parameters",
      "/search",
      {},
      [
        { field: "query.q", message: "is required" },
        { field: "headers.X-A", message: "is required" },
        { field: "cookies.c", message: "is required" },
      ],
    ],
  ])("with %s are 422, with a list of problems", async (_, path, init, errors) => {
    const answer = await ask(path, init);
    expect(answer).toMatchObject({ status: 422, type: "application/problem+json", body: { status: 422, errors } });
  });

  it("with JSON that is none are 400: nothing can be said of what is in it", async () => {
    const init = { method: "PUT", body: "{", headers: { "content-type": "application/json" } };
    expect(await ask("/pets/1", init)).toMatchObject({
      status: 400,
      type: "application/problem+json",
      body: { title: "Bad Request", errors: [{ field: "body", message: "must be JSON" }] },
    });
  });

  it.each(["application/json", "text/plain", ""])("of type %j in place of a form are 415", async (type) => {
    const answer = await ask("/pets", {
      method: "POST",
      body: new Blob(["name=1"]),
      headers: type === "" ? {} : { "content-type": type },
    });
    expect(answer).toMatchObject({
      status: 415,
      type: "application/problem+json",
      body: { title: "Unsupported Media Type" },
    });
  });
});

describe("responses", () => {
  it.each<[string | undefined, number, unknown]>([
    [undefined, 201, 1],
    ["code=404", 404, { title: "Gone" }],
    ["code=201, example=big one", 201, 2],
    ['code=201; example="big one"', 201, 2],
    ["example=small", 201, 1],
    ["code=204", 204, ""],
    ["code=503", 503, "down"],
    ["code=418", 418, "any"],
    ["code=5XX", 500, "down"],
    ["code=5xx", 500, "down"],
    ["code=3XX", 300, "any"],
    ["Code=404", 404, { title: "Gone" }],
    ["return=minimal", 201, 1],
  ])("with Prefer: %s", async (prefer, status, body) => {
    expect(await ask("/statuses", { headers: prefer === undefined ? {} : { prefer } })).toMatchObject({ status, body });
  });

  it.each([
    ["code=99", 404, "statuses has no response 99."],
    ["code=1XX", 404, "statuses has no response 1XX."],
    ["code=constructor", 404, "statuses has no response constructor."],
    ["example=nope", 404, "statuses has no example nope for 201."],
    ["example=__proto__", 404, "statuses has no example __proto__ for 201."],
  ])("that the document does not have: %s", async (prefer, status, detail) => {
    expect(await ask("/statuses", { headers: { prefer } })).toMatchObject({
      status,
      type: "application/problem+json",
      body: { detail },
    });
  });

  it.each([
    ["/only-error", 400],
    ["/only-information", 501],
    ["/impossible", 501],
    ["/silent", 501],
  ])("of %s, whose document has no success or no example: %i", async (path, status) => {
    expect((await ask(path)).status).toBe(status);
  });
});

it("tells of each request and its answer", async () => {
  const seen: string[] = [];
  const noting = makeMock(setup, {
    onRequest: (request, response) =>
      seen.push(`${request.method} ${new URL(request.url).pathname} ${response.status}`),
  });
  await noting("/pets/mine");
  await noting("/pets", form("name=Ada"));
  await noting("/nope");
  expect(seen).toEqual(["GET /pets/mine 200", "POST /pets 200", "GET /nope 404"]);
});

describe("operations of one path and method", () => {
  const post = (operation: string, path: string, contentType: string) =>
    get(operation, path, { method: "POST", contentType });
  const mock = makeMock(
    {
      basePaths: [],
      schemes: {},
      operations: operationsByName([
        get("all", "/rest"),
        get("list", "/rest?method=list"),
        get("one", "/rest?method=get&id={id}"),
        post("stream", "/upload", "text/plain"),
        post("url", "/upload", "application/json"),
      ]),
    },
    {},
  );
  const answered = async (path: string, init?: RequestInit) => (await mock(path, init)).json();

  it.each([
    ["/rest?method=list&page=1", "list"],
    ["/rest?id=5&method=get", "one"],
    ["/rest?method=get", "all"],
    ["/rest", "all"],
  ])("%s is told by its query: %s", async (path, operation) => {
    expect(await answered(path)).toBe(operation);
  });

  it.each([
    ["text/plain", "stream"],
    ["application/json", "url"],
  ])("are told by what fits: a body of type %s is for %s", async (type, operation) => {
    expect(await answered("/upload", { method: "POST", body: "1", headers: { "content-type": type } })).toBe(operation);
  });

  it("answer as the first where nothing fits", async () => {
    const { status } = await mock("/upload", { method: "POST", body: "1", headers: { "content-type": "a/b" } });
    expect(status).toBe(415);
  });
});

describe("several media types", () => {
  const png = new Blob([new Uint8Array([0, 255])], { type: "image/png" });
  const json = { contentType: "application/json", examples: { default: { a: 1 } } };
  const mock = makeMock(
    {
      basePaths: [],
      schemes: {},
      operations: operationsByName([
        get("report", "/report", {
          responses: [
            {
              ...json,
              status: "200",
              others: [
                { contentType: "text/csv", examples: { default: "a", other: "b" } },
                { contentType: "image/png", examples: { default: png } },
              ],
            },
            { ...json, status: "404" },
          ],
        }),
        get("head", "/report", { method: "HEAD", responses: [{ ...json, status: "200" }] }),
        get("upload", "/upload", { method: "POST", contentType: ["application/json", "image/*"] }),
      ]),
    },
    {},
  );
  const answer = (headers: Record<string, string>) => mock("/report", { headers });

  it("are answered as Accept asks", async () => {
    expect(await (await answer({})).json()).toEqual({ a: 1 });
    const csv = await answer({ accept: "text/*, application/json;q=0.5" });
    expect([csv.headers.get("content-type"), await csv.text()]).toEqual(["text/csv", "a"]);
    expect(await (await answer({ accept: "text/csv", prefer: "example=other" })).text()).toBe("b");
    const picture = await answer({ accept: "image/*" });
    expect(picture.headers.get("content-type")).toBe("image/png");
    expect([...new Uint8Array(await picture.arrayBuffer())]).toEqual([0, 255]);
  });

  it("none of which is acceptable: 406, but an error is said all the same", async () => {
    const refused = await answer({ accept: "application/pdf" });
    expect(refused.status).toBe(406);
    expect(await refused.json()).toMatchObject({
      detail: "report answers 200 with application/json or text/csv or image/png.",
    });
    const missing = await answer({ accept: "application/pdf", prefer: "code=404" });
    expect([missing.status, await missing.json()]).toEqual([404, { a: 1 }]);
  });

  it("HEAD has no body, whatever the answer", async () => {
    for (const path of ["/report", "/nope"]) {
      const response = await mock(path, { method: "HEAD" });
      expect(response.body).toBeNull();
      expect(response.headers.get("content-type")).toMatch(/json/);
    }
  });

  it.each([
    ["application/json; charset=utf-8", 200],
    ["image/webp", 200],
    ["text/plain", 415],
    ["application/octet-stream", 415],
  ])("a body of type %s: %i", async (type, status) => {
    const response = await mock("/upload", { method: "POST", body: "1", headers: { "content-type": type } });
    expect(response.status).toBe(status);
  });
});
