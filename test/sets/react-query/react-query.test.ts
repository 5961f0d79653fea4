import { QueryClient, QueryClientProvider, useInfiniteQuery, useMutation, useQuery } from "@tanstack/react-query";
import { createElement, type FunctionComponent } from "react";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { GeneratedPackage } from "../../conformance/generated-package.js";
import { problemsOfUses, readmeBlocks } from "../check-uses.js";
import { generateSet, textOf } from "../generate-set.js";
import type { Library } from "../library-types.js";
import { render } from "../rendered.js";

let generated: GeneratedPackage;
let library: Library;

const modules = ["client", "mock", "react-query/index"];

beforeAll(async () => {
  generated = await generateSet("library.yml", [{ set: "react-query", options: { queries: ["searchBooks"] } }]);
  const [client, mock, queries] = await Promise.all(modules.map(generated.load));
  // What the document makes of it: library-types.ts says so.
  library = { ...client, ...mock, ...queries } as unknown as Library;
});

afterAll(() => generated.remove());

describe("the generated modules", () => {
  it("are a query, or a mutation, and pages", () => {
    expect(
      [...textOf(generated, "src/react-query/index.ts").matchAll(/"\.\/(.*)\.js"/g)].map(([, name = ""]) => {
        const text = textOf(generated, `src/react-query/${name}.ts`);
        return [...text.matchAll(/^export function (\w+)/gm)].map(([, each]) => each);
      }),
    ).toEqual([
      ["listBooksKey", "listBooksQuery", "listBooksPages"],
      ["addBookMutation"],
      ["getBookKey", "getBookQuery"],
      ["removeBookMutation"],
      ["myBooksKey", "myBooksQuery"],
      ["searchBooksKey", "searchBooksQuery"],
    ]);
  });

  it("of a query", () => {
    expect(textOf(generated, "src/react-query/get-book.ts")).toMatchInlineSnapshot(`
      "import type { Client, RequestOptions } from "../client.js";
      import {
        getBook as operation,
        type GetBookInput,
        type GetBookResponse,
        type GetBookResult,
      } from "../operations/books/get-book.js";
      import { makeKey, makeQuery, type OperationKey, type OperationQuery } from "../runtime/react-query.js";

      /** The key of the query of \`getBook\`; without an input, what the keys of all its queries begin with. */
      export function getBookKey(input?: GetBookInput): OperationKey<"getBook", GetBookInput> {
        return makeKey("getBook", input);
      }

      /** A query of \`getBook\`: \`useQuery(getBookQuery(client, …))\`. */
      export function getBookQuery(
        client: Client,
        input: GetBookInput,
        options?: RequestOptions,
      ): OperationQuery<"getBook", GetBookInput, GetBookResponse, GetBookResult> {
        return makeQuery("getBook", input, (signal) => operation(client, input, { ...options, signal }));
      }
      "
    `);
  });

  it("of a mutation", () => {
    expect(textOf(generated, "src/react-query/add-book.ts")).toMatchInlineSnapshot(`
      "import type { Client, RequestOptions } from "../client.js";
      import {
        addBook as operation,
        type AddBookInput,
        type AddBookResponse,
        type AddBookResult,
      } from "../operations/books/add-book.js";
      import { makeMutation, type OperationMutation } from "../runtime/react-query.js";

      /** A mutation by \`addBook\`: \`useMutation(addBookMutation(client))\`. */
      export function addBookMutation(
        client: Client,
        options?: RequestOptions,
      ): OperationMutation<"addBook", AddBookInput, AddBookResponse, AddBookResult> {
        return makeMutation("addBook", (input) => operation(client, input, options));
      }
      "
    `);
  });

  it("are typed, and subpaths of the package, which asks for TanStack Query", async () => {
    expect(await generated.typeProblems()).toEqual([]);
    const manifest = JSON.parse(textOf(generated, "package.json")) as Record<string, Record<string, unknown>>;
    expect(manifest["peerDependencies"]).toEqual({ "@tanstack/react-query": "^5.90.0" });
    expect(Object.keys(manifest["exports"] ?? {})).toEqual(
      expect.arrayContaining(["./react-query", "./react-query/*"]),
    );
  });

  it("are not made where the option names what is no operation", async () => {
    const made = generateSet("library.yml", [{ set: "react-query", options: { queries: ["serchBooks"] } }]);
    await expect(made).rejects.toThrow(
      'the option queries names "serchBooks", which is no operation; did you mean "searchBooks"?',
    );
  });
});

describe("their types", () => {
  it("allow what the README shows", async () => {
    const blocks = await readmeBlocks("react-query");
    expect(Object.keys(blocks)).toHaveLength(1);
    expect(problemsOfUses(generated, blocks)).toEqual([]);
  });

  it("are those of the operation", () => {
    const text = `
      import { QueryClient, useInfiniteQuery, useMutation, useQuery, useSuspenseQuery } from "@tanstack/react-query";
      import { type AddBookInput, type Book, createClient, type GetBookInput } from "library";
      import { addBookMutation, listBooksPages, listBooksQuery, myBooksQuery, searchBooksQuery } from "library/react-query";
      import { getBookKey, getBookQuery } from "library/react-query/get-book";
      type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
      const same = <A, B>(_: Same<A, B>) => undefined;
      const client = createClient({ auth: { key: "k" } });
      const queryClient = new QueryClient();
      const input = { path: { id: "1" } };

      const { data, error } = useQuery(getBookQuery(client, input, { timeout: 5 }));
      same<typeof data, Book | undefined>(true);
      if (error?.name === "ApiError" && error.status === 404) same<typeof error.body, { reason: string }>(true);
      const selected = useQuery({ ...getBookQuery(client, input), select: ({ title }) => title });
      same<typeof selected.data, string | undefined>(true);
      same<ReturnType<typeof useSuspenseQuery<Book>>["data"], Book>(true);
      const { queryKey } = getBookQuery(client, input);
      const cached = queryClient.getQueryData(queryKey);
      same<typeof cached, Book | undefined>(true);
      same<(typeof queryKey)[0], "getBook">(true);
      same<(typeof queryKey)[1], GetBookInput | undefined>(true);
      same<typeof nothing.data, null | undefined>(true);
      const nothing = useQuery(myBooksQuery(client));
      useQuery(listBooksQuery(client));
      useQuery(listBooksQuery(client, { query: { author: "Austen" } }));
      void queryClient.invalidateQueries({ queryKey: getBookKey() });

      const { mutate, ...mutation } = useMutation(addBookMutation(client));
      same<Parameters<typeof mutate>[0], AddBookInput>(true);
      same<typeof mutation.data, Book | undefined>(true);

      const pages = useInfiniteQuery(listBooksPages(client));
      const items = pages.data?.pages[0]?.items;
      same<typeof items, readonly Book[] | undefined>(true);

      // @ts-expect-error it needs an input
      getBookQuery(client);
      // @ts-expect-error the path has an id
      getBookKey({ path: {} });
      // @ts-expect-error a book has a title
      mutate({ body: { id: "1" } });
      // @ts-expect-error 404 alone is documented
      if (error?.name === "ApiError" && error.status === 404) error.body.title;
      // @ts-expect-error text is required
      searchBooksQuery(client, { body: {} });
    `;
    expect(problemsOfUses(generated, { "use.ts": text })).toEqual([]);
  });
});

describe("in a component", () => {
  let mock: ReturnType<Library["createMock"]>;
  let client: unknown;
  let queryClient: QueryClient;

  beforeEach(() => {
    mock = library.createMock();
    client = library.createClient({ auth: { key: "k" }, fetch: mock });
    queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  });

  /** Renders what a hook gives. */
  const show = (useText: () => string) => {
    const Shown: FunctionComponent = () => createElement("p", null, useText());
    return render(() => createElement(QueryClientProvider, { client: queryClient }, createElement(Shown)));
  };
  const showBook = () =>
    show(() => {
      const { data, error, isPending } = useQuery(library.getBookQuery(client, { path: { id: "1" } }));
      if (isPending) return "loading";
      if (error === null) return data.title;
      return error.name === "ApiError" ? `none: ${error.body.reason}` : error.name;
    });

  it("a query loads, and gives the data", async () => {
    const { text, waitFor } = await showBook();
    expect(text()).toBe("loading");
    await waitFor("Emma");
    expect(mock.requests.map(({ operation }) => operation)).toEqual(["getBook"]);
    const { queryKey } = library.getBookQuery(client, { path: { id: "1" } });
    expect(queryKey).toEqual(["getBook", { path: { id: "1" } }]);
    expect(queryKey).toEqual(library.getBookKey({ path: { id: "1" } }));
    expect(queryClient.getQueryData(queryKey)).toEqual({ id: "1", title: "Emma" });
  });

  it("a query gives the error, by its status", async () => {
    mock.on("getBook", (_, reply) => reply(404, { reason: "burnt" }));
    const { waitFor } = await showBook();
    await waitFor("none: burnt");
  });

  it("a query gives the error of a call without an answer", async () => {
    mock.on("getBook", () => new Response("{", { headers: { "content-type": "application/json" } }));
    const { waitFor } = await showBook();
    await waitFor("ResponseError");
  });

  it("a query is cancelled when the component goes", async () => {
    const signals: (AbortSignal | undefined)[] = [];
    client = library.createClient({
      auth: { key: "k" },
      fetch: (_: string, { signal }: RequestInit) => {
        signals.push(signal ?? undefined);
        return new Promise((_, reject) => {
          signal?.addEventListener("abort", () => {
            reject(signal.reason as Error);
          });
        });
      },
    });
    const { text, unmount } = await showBook();
    expect(text()).toBe("loading");
    expect(signals.map((signal) => signal?.aborted)).toEqual([false]);
    await unmount();
    expect(signals.map((signal) => signal?.aborted)).toEqual([true]);
  });

  it("an answer without content is null, as the cache knows no undefined", async () => {
    const { waitFor } = await show(() => JSON.stringify(useQuery(library.myBooksQuery(client)).status));
    await waitFor('"success"');
    expect(queryClient.getQueryState(library.myBooksKey({}))).toMatchObject({ status: "success", data: null });
  });

  it("a POST is a query where the option says so", async () => {
    const { waitFor } = await show(() =>
      String(useQuery(library.searchBooksQuery(client, { body: { text: "emma" } })).data?.count),
    );
    await waitFor("1");
  });

  it("a mutation changes, and invalidates what was read", async () => {
    let title = "Emma";
    mock.on("getBook", () => ({ id: "1", title }));
    mock.on("addBook", ({ body }) => {
      title = body.title ?? "";
      return body;
    });
    const controls: { rename?: (title: string) => void } = {};
    const { waitFor } = await show(() => {
      const query = useQuery(library.getBookQuery(client, { path: { id: "1" } }));
      const mutation = useMutation({
        ...library.addBookMutation(client),
        onSuccess: () => queryClient.invalidateQueries({ queryKey: library.getBookKey() }),
      });
      controls.rename = (next) => {
        mutation.mutate({ body: { id: "1", title: next } });
      };
      return `${query.data?.title ?? ""} ${mutation.status}`;
    });
    await waitFor("Emma idle");
    controls.rename?.("Persuasion");
    await waitFor("Persuasion success");
  });

  it("a mutation that fails has an error with its type", async () => {
    const controls: { add?: () => void } = {};
    const { waitFor } = await show(() => {
      const { mutate, error } = useMutation(library.addBookMutation(client));
      controls.add = () => {
        mutate({ body: { id: "1" } });
      };
      return error === null ? "fine" : error.name;
    });
    await waitFor("fine");
    controls.add?.();
    await waitFor("ApiError");
  });

  it("pages are asked for one by one, as long as there are more", async () => {
    mock.on("listBooks", ({ query }) =>
      query?.cursor === undefined
        ? { items: [{ id: "1", title: "Emma" }], next_cursor: "second" }
        : { items: [{ id: "2", title: query.cursor }], next_cursor: null },
    );
    const controls: { more?: () => unknown } = {};
    const { waitFor } = await show(() => {
      const { data, hasNextPage, fetchNextPage } = useInfiniteQuery(library.listBooksPages(client));
      controls.more = fetchNextPage;
      const titles = data?.pages.flatMap(({ items }) => items.map(({ title }) => title)) ?? [];
      return `${titles.join(" ")} ${hasNextPage ? "more" : "end"}`;
    });
    await waitFor("Emma more");
    expect(mock.requests).toHaveLength(1);
    controls.more?.();
    await waitFor("Emma second end");
    expect(mock.requests).toHaveLength(2);
  });
});
