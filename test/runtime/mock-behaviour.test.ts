/** What a mock does beyond routing and fixtures: preferences, handlers, records, CORS, delays, made-up values. */
import { describe, expect, it } from "vitest";
import { getEventListeners } from "node:events";
import { fitsSchema } from "../../templates/mock/src/runtime/check-schema.js";
import type { JsonSchema } from "../../templates/mock/src/runtime/json-schema.js";
import { makeMock, type MockOf, type MockOptions } from "../../templates/mock/src/runtime/mock-fetch.js";
import type { MockSetup } from "../../templates/mock/src/runtime/mock-setup.js";
import { readJsonBody, readRequest } from "../../templates/mock/src/runtime/request-reader.js";
import { readForm } from "../../templates/client/src/runtime/form-reader.js";
import { readInteger, readText } from "../../templates/client/src/runtime/scalar-reader.js";
import { operationsByName } from "./operations-by-name.js";

const pet: JsonSchema = {
  type: "object",
  properties: {
    id: { type: "string", format: "uuid" },
    name: { type: "string", minLength: 2 },
    age: { type: "integer", minimum: 0, maximum: 30 },
    tags: { type: "array", items: { type: "string" }, uniqueItems: true },
  },
  required: ["id", "name"],
};
const example = { id: "9f1c2d3e-4b5a-4c6d-8e7f-0a1b2c3d4e5f", name: "Rex" };
const json = "application/json";
const setup: MockSetup = {
  basePaths: [],
  schemes: {
    basic: [{ in: "header", name: "authorization", scheme: "Basic" }],
    bearer: [{ in: "header", name: "authorization", scheme: "Bearer" }],
    key: [{ in: "query", name: "key" }],
  },
  operations: operationsByName([
    {
      operation: "create-pet",
      id: "createPet",
      method: "POST",
      path: "/pets",
      contentType: json,
      decode: (request) => readRequest(request, { required: [], body: { required: true, read: readJsonBody } }),
      schemas: { body: pet, responses: { 201: pet } },
      responses: [
        {
          status: "201",
          contentType: json,
          schema: pet,
          examples: { default: example, "the other": { ...example, name: "Tom" } },
        },
        { status: "400", contentType: json, examples: { default: { error: "bad" } } },
        { status: "409" },
      ],
    },
    {
      operation: "listPets",
      method: "GET",
      path: "/pets",
      decode: (request) =>
        readRequest(request, { required: [], query: { limit: readInteger, sort: readText, __example: readText } }),
      schemas: {
        query: {
          properties: {
            limit: { type: "integer", maximum: 10 },
            sort: { enum: ["asc"] },
            __example: { type: "string" },
          },
        },
        responses: {},
      },
      responses: [
        { status: "200", contentType: json, examples: { default: [], some: [example] } },
        { status: "404", contentType: json, examples: { default: "none" } },
      ],
    },
    {
      operation: "form",
      method: "POST",
      path: "/form",
      contentType: "application/x-www-form-urlencoded",
      decode: (request) =>
        readRequest(request, {
          required: [],
          body: {
            required: true,
            read: async (form) => readForm(await form.text(), { count: readInteger, name: readText }),
          },
        }),
      schemas: {
        body: { properties: { count: { maximum: 5 }, name: { minLength: 3 } }, required: ["count"] },
        responses: {},
      },
      responses: [{ status: "204" }],
    },
    {
      operation: "secret",
      method: "GET",
      path: "/secret",
      security: [["basic", "key"], ["bearer"]],
      responses: [{ status: "204" }],
    },
    { operation: "open", method: "GET", path: "/open", security: [["bearer"], []], responses: [{ status: "204" }] },
  ]),
};

interface Operations {
  readonly createPet: {
    input: { readonly body: object };
    response: unknown;
    result: { readonly status: number; readonly ok: true; readonly data: unknown };
  };
  readonly listPets: {
    input: { readonly query?: object };
    response: unknown;
    result: { readonly status: number; readonly ok: true; readonly data: unknown };
  };
}

const make = (options: MockOptions = {}): MockOf<Operations> => makeMock<Operations>(setup, options);
const post = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: "POST",
  body: JSON.stringify(body),
  headers: { "content-type": json, ...headers },
});
const read = async (response: Response) => [response.status, await response.json()] as const;

describe("a request that does not fit", () => {
  it("is answered with the document's error, and the problems in a header", async () => {
    const answer = await make()("/pets", post({ name: "x", age: 99 }));
    expect(await read(answer)).toEqual([400, { error: "bad" }]);
    expect(JSON.parse(answer.headers.get("mock-problems") ?? "")).toEqual([
      { field: "body.id", message: "is required" },
      { field: "body.name", message: "must have at least 2 characters" },
      { field: "body.age", message: "must be at most 30" },
    ]);
  });

  it("is answered with the problems where the caller or the option asks for them", async () => {
    const errors = [{ field: "body.tags.1", message: "must be text" }];
    const wrong = { ...example, tags: ["a", 1] };
    const asked = await make()("/pets", post(wrong, { accept: "application/problem+json" }));
    expect(await read(asked)).toEqual([400, expect.objectContaining({ type: "about:blank", errors })]);
    const always = await make({ errors: "problems" })("/pets", post(wrong));
    expect(await read(always)).toEqual([422, expect.objectContaining({ title: "Unprocessable Content", errors })]);
  });

  it("says what cannot be read and what does not fit together, each once", async () => {
    const init = {
      method: "POST",
      body: "count=x&name=ab",
      headers: { "content-type": "application/x-www-form-urlencoded" },
    };
    expect(await read(await make()("/form", init))).toMatchObject([
      422,
      {
        errors: [
          { field: "body.count", message: "must be an integer" },
          { field: "body.name", message: "must have at least 3 characters" },
        ],
      },
    ]);
    expect(await read(await make()("/pets?limit=11&sort=up&unknown=1"))).toMatchObject([
      422,
      { errors: [{ field: "query.limit" }, { field: "query.sort", message: 'must be one of "asc"' }] },
    ]);
  });
});

describe("preferences", () => {
  it.each<[string, string, unknown, string | null]>([
    ["", "code=404", "none", "code=404"],
    ["", "code = 200; example=some", [example], "code=200, example=some"],
    ["", 'x="a, code=404", example="some"', [example], "example=some"],
    ["", "CODE=404, code=200", "none", "code=404"],
    ["?__code=404", "", "none", "code=404"],
    ["?__code=404", "code=200", [], "code=200"],
    ["?__example=some", "", [], null],
    ["", "return=minimal", [], null],
  ])("%s and Prefer: %s", async (query, prefer, body, applied) => {
    const answer = await make()(`/pets${query}`, prefer === "" ? {} : { headers: { prefer } });
    expect(await answer.json()).toEqual(body);
    expect(answer.headers.get("preference-applied")).toBe(applied);
  });

  it("several headers are one", async () => {
    const headers = new Headers([
      ["prefer", "code=201"],
      ["prefer", 'example="the other"'],
    ]);
    headers.set("content-type", json);
    const answer = await make()("/pets", { method: "POST", body: JSON.stringify(example), headers });
    expect(await answer.json()).toMatchObject({ name: "Tom" });
    expect(answer.headers.get("preference-applied")).toBe('code=201, example="the other"');
  });

  it("dynamic: valid, another each time, the same from the same seed", async () => {
    const draw = async (seed: number) => {
      const mock = make({ seed });
      const answers = [];
      for (let index = 0; index < 20; index++)
        answers.push(await (await mock("/pets", post(example, { prefer: "dynamic=true" }))).text());
      return answers;
    };
    const first = await draw(1);
    expect(first.filter((text) => !fitsSchema(pet, JSON.parse(text)))).toEqual([]);
    expect(new Set(first).size).toBe(20);
    expect(await draw(1)).toEqual(first);
    expect(await draw(2)).not.toEqual(first);
  });

  it("echo puts what was sent where it belongs", async () => {
    const sent = { ...example, name: "Ada", age: 3, more: true };
    expect(await read(await make({ echo: true })("/pets", post(sent)))).toEqual([
      201,
      { ...example, name: "Ada", age: 3 },
    ]);
    expect(await read(await make()("/pets", post(sent, { prefer: "echo=true" })))).toMatchObject([
      201,
      { name: "Ada" },
    ]);
    expect(await read(await make()("/pets", post(sent)))).toEqual([201, example]);
  });
});

describe("handlers", () => {
  it("answer with data, with a reply, with a Response, or leave it to the mock", async () => {
    const mock = make();
    const stop = mock.on("createPet", async ({ body, request }, reply) => {
      const { name } = body as { readonly name: string };
      if (name === "data") return { made: name, read: await request.json() };
      if (name === "reply") return reply(409, { taken: true }, { headers: { "x-a": "1" } });
      if (name === "response") return new Response("own", { status: 418 });
      return undefined;
    });
    const ask = (name: string) => mock("/pets", post({ ...example, name }));
    expect(await read(await ask("data"))).toEqual([201, { made: "data", read: { ...example, name: "data" } }]);
    const replied = await ask("reply");
    expect(replied.headers.get("x-a")).toBe("1");
    expect(await read(replied)).toEqual([409, { taken: true }]);
    expect((await ask("response")).status).toBe(418);
    expect(await read(await ask("Rex"))).toEqual([201, example]);
    stop();
    expect(await read(await ask("data"))).toEqual([201, example]);
  });

  it("the last counts, and is not called for what does not fit; what one throws is seen", async () => {
    const mock = make();
    mock.on("createPet", () => "first");
    const stop = mock.on("createPet", () => {
      throw new Error("oh");
    });
    expect(await read(await mock("/pets", post(example)))).toEqual([
      500,
      expect.objectContaining({ detail: "The handler of create-pet has thrown: oh" }),
    ]);
    expect((await mock("/pets", post({}))).status).toBe(400);
    stop();
    expect(await (await mock("/pets", post(example))).json()).toBe("first");
    mock.reset();
    expect(await (await mock("/pets", post(example))).json()).toEqual(example);
    expect(() => mock.on("nope" as "createPet", () => undefined)).toThrow('There is no operation "nope"');
  });
});

describe("records", () => {
  it("have the newest requests, and are forgotten on demand", async () => {
    const mock = make({ recorded: 2 });
    const { requests } = mock;
    await mock("/nope");
    await mock("/pets", post(example));
    await mock("/pets?limit=11");
    expect(requests).toEqual([
      {
        operation: "createPet",
        method: "POST",
        url: "http://localhost/pets",
        input: { body: example },
        problems: [],
        status: 201,
      },
      {
        operation: "listPets",
        method: "GET",
        url: "http://localhost/pets?limit=11",
        input: undefined,
        problems: [{ field: "query.limit", message: "must be at most 10" }],
        status: 422,
      },
    ]);
    mock.reset();
    expect(requests).toEqual([]);
  });
});

describe("methods", () => {
  it("HEAD is GET without content, OPTIONS says what there is", async () => {
    const head = await make()("/pets?limit=3", { method: "HEAD" });
    expect([head.status, head.body, head.headers.get("content-type")]).toEqual([200, null, json]);
    expect((await make()("/pets?limit=11", { method: "HEAD" })).status).toBe(422);
    const options = await make()("/pets", { method: "OPTIONS" });
    expect([options.status, options.headers.get("allow")]).toEqual([204, "POST, GET, HEAD, OPTIONS"]);
  });

  it("pages of other origins may ask and read, unless the option says no", async () => {
    const preflight = {
      method: "OPTIONS",
      headers: {
        origin: "https://a.test",
        "access-control-request-method": "POST",
        "access-control-request-headers": "content-type",
      },
    };
    const allowed = await make()("/pets", preflight);
    expect(Object.fromEntries(allowed.headers)).toMatchObject({
      "access-control-allow-origin": "https://a.test",
      "access-control-allow-headers": "content-type",
      "access-control-allow-methods": "POST, GET, HEAD, OPTIONS",
      "access-control-allow-credentials": "true",
      vary: "origin",
    });
    const answer = await make()("/nope", { headers: { origin: "https://a.test" } });
    expect([answer.status, answer.headers.get("access-control-allow-origin")]).toEqual([404, "https://a.test"]);
    expect((await make()("/pets")).headers.has("access-control-allow-origin")).toBe(false);
    const silent = await make({ cors: false })("/pets", preflight);
    expect([silent.status, silent.headers.has("access-control-allow-origin")]).toEqual([204, false]);
  });
});

describe("credentials", () => {
  it.each<[string, string | undefined, number]>([
    ["/secret", "bearer abc", 204],
    ["/secret", "Bearer", 401],
    ["/secret", "Basic abc", 401],
    ["/secret?key=1", "basic abc", 204],
    ["/secret?key=1", "Bearer2 abc", 401],
    ["/open", undefined, 204],
  ])("%s with authorization: %s is %i", async (path, authorization, status) => {
    const answer = await make()(path, authorization === undefined ? {} : { headers: { authorization } });
    expect(answer.status).toBe(status);
    const challenge = status === 401 ? 'Basic realm="mock", Bearer realm="mock"' : null;
    expect(answer.headers.get("www-authenticate")).toBe(challenge);
  });
});

describe("a delay", () => {
  it("ends at once where the request is aborted, and leaves nothing behind", async () => {
    const controller = new AbortController();
    const seen: string[] = [];
    const mock = make({
      delay(request) {
        seen.push(request.method);
        return 3_600_000;
      },
    });
    const waiting = mock(new Request("http://localhost/pets", { signal: controller.signal }));
    await new Promise((resolve) => setTimeout(resolve, 5));
    controller.abort(new Error("enough"));
    await expect(waiting).rejects.toThrow("enough");
    expect(seen).toEqual(["GET"]);
    expect(process.getActiveResourcesInfo().filter((name) => name === "Timeout").length).toBeLessThan(3);
    const quick = new AbortController();
    expect((await make({ delay: 1 })("/pets", { signal: quick.signal })).status).toBe(200);
    expect(getEventListeners(quick.signal, "abort").length).toBeLessThan(2);
  });

  it("of a handler that never answers ends with the request, too", async () => {
    const mock = make();
    mock.on("listPets", () => new Promise(() => undefined));
    await expect(mock("/pets", { signal: AbortSignal.timeout(5) })).rejects.toMatchObject({ name: "TimeoutError" });
  });
});
