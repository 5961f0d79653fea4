import { http, HttpResponse } from "msw";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { GeneratedPackage } from "../../conformance/generated-package.js";
import { problemsOfUses, readmeBlocks } from "../check-uses.js";
import { generateSet, textOf } from "../generate-set.js";
import type { Library } from "../library-types.js";

let generated: GeneratedPackage;
let library: Library;

beforeAll(async () => {
  generated = await generateSet("library.yml", ["msw"]);
  const [client, operations, msw] = await Promise.all(["client", "operations/index", "msw"].map(generated.load));
  // What the document makes of it: library-types.ts says so.
  library = { ...client, ...operations, ...msw } as unknown as Library;
});

afterAll(() => generated.remove());

describe("the generated module", () => {
  it("has the names of the operations and the servers, and nothing else of the document", () => {
    const [body] = /return makeHandlers[^]*/.exec(textOf(generated, "src/msw.ts")) ?? [];
    expect(body).toMatchInlineSnapshot(`
      "return makeHandlers<MockOperations>(
          createMock,
          ["listBooks", "addBook", "getBook", "removeBook", "myBooks", "searchBooks"],
          ["https://{region}.library.example/v1", "https://eu.library.example/v1", "http://localhost:8080"],
          options,
        );
      }
      "
    `);
  });

  it("is typed, and a subpath of the package, which asks for MSW", async () => {
    expect(await generated.typeProblems()).toEqual([]);
    const manifest = JSON.parse(textOf(generated, "package.json")) as Record<string, Record<string, unknown>>;
    expect(manifest["peerDependencies"]).toEqual({ msw: "^2.15.0" });
    expect(manifest["exports"]).toHaveProperty("./msw");
  });
});

describe("its types", () => {
  it("allow what the README shows", async () => {
    const blocks = await readmeBlocks("msw");
    expect(Object.keys(blocks)).toHaveLength(1);
    expect(problemsOfUses(generated, blocks)).toEqual([]);
  });

  it("are those of the operation", () => {
    const text = `
      import { setupServer } from "msw/node";
      import { HttpResponse } from "msw";
      import { createHandlers } from "library/msw";
      const handlers = createHandlers({ baseUrl: "http://localhost", delay: 5 });
      setupServer(...handlers, handlers.getBook(() => HttpResponse.error()), handlers.removeBook(() => undefined));
      handlers.addBook(({ body, request }) => ({ ...body, title: request.url }));
      handlers.getBook(async ({ path }, reply) => reply(200, { id: path.id, title: "Emma" }), { once: true });
      // @ts-expect-error a book has a title
      handlers.getBook(() => ({ id: "1" }));
      // @ts-expect-error a problem has a reason
      handlers.getBook((_, reply) => reply(404, { id: "1", title: "Emma" }));
      // @ts-expect-error there is no such operation
      handlers.getBok(() => undefined);
      // @ts-expect-error the mock has no such option
      createHandlers({ latency: 5 });
    `;
    expect(problemsOfUses(generated, { "use.ts": text })).toEqual([]);
  });
});

describe("with setupServer", () => {
  const server = setupServer();
  /** What nobody has answered, as MSW says it. */
  const unhandled: string[] = [];
  let handlers: ReturnType<Library["createHandlers"]>;
  let client: unknown;

  beforeAll(() => {
    vi.spyOn(console, "error").mockReturnValue();
    server.listen({
      onUnhandledRequest: ({ method, url }, print) => {
        unhandled.push(`${method} ${url}`);
        print.error();
      },
    });
  });
  beforeEach(() => {
    handlers = library.createHandlers();
    server.resetHandlers(...handlers);
    unhandled.length = 0;
    client = library.createClient({ auth: { key: "k" } });
  });
  afterEach(() => {
    server.resetHandlers();
  });
  afterAll(() => {
    server.close();
  });

  it("answers the client, which has the real fetch, with the document's examples", async () => {
    expect(await library.getBook(client, { path: { id: "7" } })).toEqual({ id: "1", title: "Emma" });
    expect(await library.searchBooks(client, { body: { text: "emma" } })).toEqual({ count: 1, titles: ["Emma"] });
    expect(await library.removeBook(client, { path: { id: "7" } }).result()).toMatchObject({ status: 204 });
  });

  it("answers at every server, whatever its variables are", async () => {
    for (const baseUrl of ["https://us.library.example/v1", "http://localhost:8080", "http://localhost:8080/"])
      expect(await library.getBook(client, { path: { id: "7" } }, { baseUrl })).toEqual({ id: "1", title: "Emma" });
  });

  it("checks requests", async () => {
    const withoutKey = library.createClient({ auth: { key: "k" } });
    const anonymous = await fetch("https://eu.library.example/v1/books/7");
    expect(anonymous.status).toBe(401);
    const wrong = await library.addBook(withoutKey, { body: { id: "1" } }).result();
    expect(wrong).toMatchObject({ ok: false, status: 422 });
  });

  it("answers as a test says, with data", async () => {
    server.use(handlers.getBook(({ path }) => ({ id: path.id, title: "Persuasion" })));
    expect(await library.getBook(client, { path: { id: "7" } })).toEqual({ id: "7", title: "Persuasion" });
    server.resetHandlers(...handlers);
    expect(await library.getBook(client, { path: { id: "7" } })).toEqual({ id: "1", title: "Emma" });
  });

  it("answers as a test says, with an error of the document", async () => {
    server.use(handlers.getBook((_, reply) => reply(404, { reason: "burnt" })));
    const result = await library.getBook(client, { path: { id: "7" } }).result();
    expect(result).toMatchObject({ ok: false, status: 404, error: { reason: "burnt" } });
  });

  it("answers as a test says, once", async () => {
    server.use(handlers.getBook(() => ({ id: "9", title: "Once" }), { once: true }));
    const titles = [];
    for (const id of ["7", "8"]) titles.push((await library.getBook(client, { path: { id } })).title);
    expect(titles).toEqual(["Once", "Emma"]);
  });

  it("still checks what a test answers, and leaves to the mock what the test does not answer", async () => {
    server.use(handlers.addBook(({ body }) => (body.title === "Emma" ? undefined : body)));
    expect(await library.addBook(client, { body: { id: "1" } }).result()).toMatchObject({ status: 422 });
    expect(await library.addBook(client, { body: { id: "2", title: "Ivanhoe" } })).toEqual({
      id: "2",
      title: "Ivanhoe",
    });
    expect(await library.addBook(client, { body: { id: "2", title: "Emma" } })).toHaveProperty("id");
  });

  it("tells a fixed path from one with parameters", async () => {
    server.use(handlers.getBook(() => ({ id: "0", title: "any" })));
    expect(await library.myBooks(client)).toBeUndefined();
  });

  it("fails as the network does", async () => {
    server.use(handlers.getBook(() => HttpResponse.error()));
    const result = await library.getBook(client, { path: { id: "7" } }).result();
    expect(result).toMatchObject({ ok: false, status: null, error: { name: "ConnectionError" } });
  });

  it("stands beside handlers of MSW's own", async () => {
    server.use(http.get("https://eu.library.example/v1/books/:id", () => HttpResponse.json({ id: "5", title: "own" })));
    expect(await library.getBook(client, { path: { id: "7" } })).toEqual({ id: "5", title: "own" });
  });

  it("leaves alone what is not the API's", async () => {
    const outside = ["https://library.example.org/v1/books/7", "https://eu.library.example/v1/shelves"];
    for (const url of outside) await expect(fetch(url)).rejects.toThrow();
    expect(unhandled).toEqual(outside.map((url) => `GET ${url}`));
  });

  it("answers at another URL, and there alone", async () => {
    const baseUrl = "http://gateway.test/library/v2";
    server.resetHandlers(...library.createHandlers({ baseUrl }));
    expect(await library.getBook(client, { path: { id: "7" } }, { baseUrl })).toEqual({ id: "1", title: "Emma" });
    await expect(fetch("https://eu.library.example/v1/books/7")).rejects.toThrow();
    expect(unhandled).toHaveLength(1);
  });

  it("takes the options of the mock", async () => {
    const seen: string[] = [];
    server.resetHandlers(...library.createHandlers({ onRequest: ({ method }: Request) => seen.push(method) }));
    await library.listBooks(client);
    expect(seen).toEqual(["GET"]);
  });

  it("lists its handlers by the names of the operations", () => {
    expect(server.listHandlers().map((handler) => ("info" in handler ? handler.info.header : ""))).toEqual([
      "listBooks",
      "addBook",
      "getBook",
      "removeBook",
      "myBooks",
      "searchBooks",
    ]);
  });
});
