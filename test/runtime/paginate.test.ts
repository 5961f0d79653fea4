import { describe, expect, it } from "vitest";
import { type CallOptions, type Client, makeClient } from "../../templates/client/src/runtime/client.js";
import { AbortError, ApiError, ResponseError } from "../../templates/client/src/runtime/errors.js";
import type { PagedPromise, Pages, Paginated } from "../../templates/client/src/runtime/pages.js";
import { paginate as paginateLinks } from "../../templates/client/src/runtime/paginate-links.js";
import { paginate } from "../../templates/client/src/runtime/paginate.js";
import { json } from "./recording-fetch.js";

interface Input {
  readonly query?: Readonly<Record<string, string | number>>;
  readonly body?: { readonly at?: Readonly<Record<string, string | number>>; readonly all?: boolean };
}
type Answer = Readonly<Record<string, unknown>> & { readonly items: readonly number[] };

/** An operation with these pages. */
function operationOf(pages: Pages, path = "/list") {
  return (client: Client, input: Input = {}, options?: CallOptions): PagedPromise<Answer, unknown, ["items"]> =>
    client.send(
      {
        operation: "list",
        method: "GET",
        path,
        pages: { ...pages },
        encode: () => ({
          query: new URLSearchParams(
            Object.entries(input.query ?? {}).map(([name, value]) => [name, String(value)] as [string, string]),
          ).toString(),
          ...(input.body && { body: JSON.stringify(input.body) }),
        }),
      },
      options,
    );
}

type AnswerTo = (query: URLSearchParams, body: Input["body"], index: number) => Response | object;

/** A client of a server that answers so, and what was asked: the URLs without host, and the bodies. */
function clientOf(answer: AnswerTo, defaults: CallOptions = {}) {
  const asked: string[] = [];
  const fetch = (url: string, { body }: RequestInit): Promise<Response> => {
    const text = typeof body === "string" ? body : undefined;
    asked.push(url.replace("https://api.test", "") + (text ?? ""));
    // It was written as that.
    const input = text === undefined ? undefined : (JSON.parse(text) as Input["body"]);
    const value = answer(new URL(url, "http://page.test").searchParams, input, asked.length - 1);
    return Promise.resolve(value instanceof Response ? value : json(value));
  };
  return {
    asked,
    client: makeClient({ baseUrl: "https://api.test", userAgent: "test" }, { fetch, ...defaults }),
  };
}

async function all<Item>(items: AsyncIterable<Item>): Promise<readonly Item[]> {
  const list: Item[] = [];
  for await (const item of items) list.push(item);
  return list;
}

/** The items of a list of `total` numbers from 1 on. */
function slice(total: number, from: number, size: number): readonly number[] {
  return Array.from({ length: total }, (_, index) => index + 1).slice(from, from + size);
}

const numbered = (total: number, size: number, more: (page: number) => object = () => ({})): AnswerTo => {
  return (query) => {
    const page = Number(query.get("page") ?? 1);
    return { items: slice(total, (page - 1) * size, size), ...more(page) };
  };
};

describe("pages by their number", () => {
  const page = { page: "/query/page", items: "/items" };

  it("end on an empty page", async () => {
    const { client, asked } = clientOf(numbered(5, 2));
    expect(await all(paginate(operationOf(page), client))).toEqual([1, 2, 3, 4, 5]);
    expect(asked).toEqual(["/list", "/list?page=2", "/list?page=3", "/list?page=4"]);
  });

  it.each<[string, Partial<Pages>, (page: number) => object, number]>([
    ["at the total", { total: "/total" }, () => ({ total: 4 }), 2],
    ["at a total that is text", { total: "/meta/total" }, () => ({ meta: { total: "4" } }), 2],
    ["not at a total of 0 or nothing", { total: "/total" }, (number) => ({ total: number === 1 ? 0 : null }), 3],
    ["at the last page", { totalPages: "/pages" }, () => ({ pages: 2 }), 2],
    ["where there are no more", { more: "/more" }, (number) => ({ more: number < 2 }), 2],
    ["where there is no next", { more: "/next" }, (number) => ({ next: number < 2 ? 2 : null }), 2],
    ["where the next is empty", { more: "/next" }, (number) => ({ next: number < 2 ? "x" : "" }), 2],
    ["not where nothing is said of more", { more: "/more" }, () => ({}), 3],
  ])("end %s", async (_, rule, more, count) => {
    const { client, asked } = clientOf(numbered(4, 2, more));
    expect(await all(paginate(operationOf({ ...page, ...rule }), client))).toEqual([1, 2, 3, 4]);
    expect(asked).toHaveLength(count);
  });

  it("begin where the input says, and count what came before", async () => {
    const { client, asked } = clientOf(numbered(7, 2, () => ({ total: 7 })));
    const items = paginate(operationOf({ ...page, total: "/total" }), client, { query: { page: 3, q: "a" } });
    expect(await all(items)).toEqual([5, 6, 7]);
    expect(asked).toEqual(["/list?page=3&q=a", "/list?page=4&q=a"]);
  });

  it("are not taken for all where the first that was asked for is the last", async () => {
    const { client, asked } = clientOf(numbered(7, 3, () => ({ total: 7 })));
    const items = paginate(operationOf({ ...page, total: "/total" }), client, { query: { page: 3 } });
    expect(await all(items)).toEqual([7]);
    expect(asked).toEqual(["/list?page=3", "/list?page=4"]);
  });

  it("may be counted from 0", async () => {
    const { client, asked } = clientOf((query) => {
      const number = Number(query.get("page") ?? 0);
      return { items: slice(5, number * 2, 2), pages: 3, total: 5 };
    });
    for (const end of [{ totalPages: "/pages" }, { total: "/total" }]) {
      expect(await all(paginate(operationOf({ ...page, first: 0, ...end }), client))).toEqual([1, 2, 3, 4, 5]);
      expect(asked.splice(0)).toEqual(["/list", "/list?page=1", "/list?page=2"]);
    }
  });

  it("are sent deep in a body, which keeps all else", async () => {
    const { client, asked } = clientOf((_, body) => ({ items: body?.at?.["page/no"] === 2 ? [] : [1] }));
    const items = paginate(operationOf({ page: "/body/at/page~1no", items: "/items" }), client, {
      body: { at: { size: 1 }, all: true },
    });
    expect(await all(items)).toEqual([1]);
    expect(asked).toEqual(['/list{"at":{"size":1},"all":true}', '/list{"at":{"size":1,"page/no":2},"all":true}']);
  });

  it("end where a server gives the same page again", async () => {
    const { client, asked } = clientOf(() => ({ items: [1, 2] }));
    expect(await all(paginate(operationOf(page), client))).toEqual([1, 2]);
    expect(asked).toHaveLength(2);
  });

  it.each([{}, { items: null }, { items: "none" }])("have no items in %j", async (answer) => {
    const { client, asked } = clientOf(() => answer);
    expect(await all(paginate(operationOf(page), client))).toEqual([]);
    expect(asked).toHaveLength(1);
  });
});

describe("pages by an offset", () => {
  it.each<[Partial<Pages>, Input, readonly number[], readonly string[]]>([
    [{}, {}, [1, 2, 3, 4, 5], ["/list", "/list?offset=2", "/list?offset=4", "/list?offset=5"]],
    [{ total: "/total" }, {}, [1, 2, 3, 4, 5], ["/list", "/list?offset=2", "/list?offset=4"]],
    [{ total: "/total" }, { query: { offset: 3 } }, [4, 5], ["/list?offset=3"]],
  ])("with %j from %j", async (rule, input, items, urls) => {
    const { client, asked } = clientOf((query) => ({ items: slice(5, Number(query.get("offset") ?? 0), 2), total: 5 }));
    const operation = operationOf({ offset: "/query/offset", items: "/items", ...rule });
    expect(await all(paginate(operation, client, input))).toEqual(items);
    expect(asked).toEqual(urls);
  });

  it("may be counted from 1", async () => {
    const { client, asked } = clientOf((query) => ({ items: slice(4, Number(query.get("at") ?? 1) - 1, 2), total: 4 }));
    const operation = operationOf({ offset: "/query/at", first: 1, items: "/items", total: "/total" });
    expect(await all(paginate(operation, client))).toEqual([1, 2, 3, 4]);
    expect(asked).toEqual(["/list", "/list?at=3"]);
  });
});

describe("pages by a cursor", () => {
  const cursor = { cursor: "/query/after", items: "/items", next: "/meta/next" };
  const pagesOf = (nexts: Readonly<Record<string, unknown>>): AnswerTo => {
    return (query, _, index) => ({ items: [index], meta: { next: nexts[query.get("after") ?? ""] } });
  };

  it.each<[string, Readonly<Record<string, unknown>>, readonly string[]]>([
    ["where there is none", { "": "a", a: "b" }, ["/list", "/list?after=a", "/list?after=b"]],
    ["where it is null", { "": "a", a: null }, ["/list", "/list?after=a"]],
    ["where it is empty", { "": "a", a: "" }, ["/list", "/list?after=a"]],
    ["where it is 0", { "": 7, 7: 0 }, ["/list", "/list?after=7"]],
    ["where it comes again", { "": "a", a: "a" }, ["/list", "/list?after=a"]],
    ["where one before comes again", { "": "a", a: "b", b: "a" }, ["/list", "/list?after=a", "/list?after=b"]],
  ])("end %s", async (_, nexts, urls) => {
    const { client, asked } = clientOf(pagesOf(nexts));
    expect(await all(paginate(operationOf(cursor), client))).toEqual(urls.map((_, index) => index));
    expect(asked).toEqual(urls);
  });

  it("end where the cursor of the input comes again", async () => {
    const { client, asked } = clientOf(pagesOf({ x: "y", y: "x" }));
    await all(paginate(operationOf(cursor), client, { query: { after: "x" } }));
    expect(asked).toEqual(["/list?after=x", "/list?after=y"]);
  });

  it("end on an empty page", async () => {
    const { client, asked } = clientOf((_, __, index) => ({ items: index < 1 ? [1] : [], meta: { next: `${index}` } }));
    expect(await all(paginate(operationOf(cursor), client))).toEqual([1]);
    expect(asked).toHaveLength(2);
  });

  it("may take it from the last item, as long as there are more", async () => {
    const { client, asked } = clientOf((query) => {
      const from = Number(query.get("after") ?? 0);
      return { items: [{ id: from + 1 }, { id: from + 2 }], has_more: from < 2 };
    });
    const operation = operationOf({ cursor: "/query/after", items: "/items", last: "/id", more: "/has_more" });
    expect(await all(paginate(operation, client))).toEqual([{ id: 1 }, { id: 2 }, { id: 3 }, { id: 4 }]);
    expect(asked).toEqual(["/list", "/list?after=2"]);
  });
});

describe("pages that are linked", () => {
  const header = { items: "/items" };
  const inData = { items: "/items", next: "/next" };
  const linked = (link: string | undefined, index: number) =>
    new Response(JSON.stringify({ items: [index], next: link }), {
      headers: { "content-type": "application/json", ...(link !== undefined && { link: `<${link}>; rel="next"` }) },
    });

  describe.each<[string, Pages]>([
    ["in the header", header],
    ["in the data", inData],
  ])("%s", (_, pages) => {
    it.each<[string, string, string, string]>([
      ["https://api.test", "/list", "https://api.test/list?a=1&a=2&b=%2Fx+y", "https://api.test/list?a=1&a=2&b=%2Fx+y"],
      ["https://api.test", "/list", "?page=2", "https://api.test/list?page=2"],
      ["https://api.test", "/list", "/other/7", "https://api.test/other/7"],
      ["https://api.test/v1/", "/list", "/v1/list?page=2#x", "https://api.test/v1/list?page=2"],
      ["https://api.test/v1", "/list", "https://API.test:443/lists/9?page=2", "https://api.test/lists/9?page=2"],
      ["https://api.test/v1", "/list", "/v10/list", "https://api.test/v10/list"],
      ["https://me:pw@api.test/v1", "/list", "https://api.test/v2", "https://me:pw@api.test/v2"],
      ["/api", "/list", "/api/list?page=2", "/api/list?page=2"],
      ["/api", "/list", "/list?page=2", "/list?page=2"],
      ["", "/list", "?page=2", "/list?page=2"],
      ["https://api.test", "/rest?method=list", "/rest?method=list&page=2", "https://api.test/rest?method=list&page=2"],
    ])("from %s%s to %s", async (baseUrl, path, link, url) => {
      const asked: string[] = [];
      const fetch = (sent: string) => Promise.resolve(linked([link][asked.push(sent) - 1], asked.length));
      const client = makeClient({ baseUrl, userAgent: "test" }, { fetch });
      expect(await all(paginateLinks(operationOf(pages, path), client))).toEqual([1, 2]);
      expect(asked[1]).toBe(url);
    });

    it.each([
      ["https://evil.test/list?page=2"],
      ["http://api.test/list?page=2"],
      ["https://api.test:444/list"],
      ["//evil.test/list"],
      ["https://api.test@evil.test/"],
      ["data:application/json,{}"],
      ["https://"],
    ])("to %s is refused", async (link) => {
      const { client, asked } = clientOf((_, __, index) => linked(link, index));
      const items: unknown[] = [];
      const error: unknown = await (async () => {
        for await (const item of paginateLinks(operationOf(pages), client, { query: { key: "secret" } }))
          items.push(item);
      })().catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(ResponseError);
      expect(error).toMatchObject({ operation: "list", method: "GET", url: "https://api.test/list" });
      expect(String(error)).not.toMatch(/secret|page=2/);
      expect([items, asked.length]).toEqual([[0], 1]);
    });

    it("end where a link comes again, and where it leads back to the first", async () => {
      for (const links of [
        ["?page=2", "?page=2"],
        ["?page=2", "/list?page=1"],
      ]) {
        const { client, asked } = clientOf((_, __, index) => linked(links[index] ?? "?page=9", index));
        await all(paginateLinks(operationOf(pages), client, { query: { page: 1 } }));
        expect(asked).toEqual(["/list?page=1", "/list?page=2"]);
      }
    });

    it("end on an empty page", async () => {
      const { client, asked } = clientOf(
        () =>
          new Response('{"items":[],"next":"?page=2"}', {
            headers: { "content-type": "application/json", link: "<?page=2>; rel=next" },
          }),
      );
      expect(await all(paginateLinks(operationOf(pages), client))).toEqual([]);
      expect(asked).toHaveLength(1);
    });
  });

  it("keep credentials of the input, and take none from a link", async () => {
    const { client, asked } = clientOf((_, __, index) =>
      linked(index === 0 ? "?page=2&key=theirs&k%65y=too" : undefined, index),
    );
    await all(paginateLinks(operationOf({ ...header, keep: ["key"] }), client, { query: { key: "own", page: 1 } }));
    expect(asked[1]).toBe("/list?page=2&key=own");
  });
});

describe("iterating", () => {
  const page = { page: "/query/page", items: "/items" };

  it("asks for nothing before it begins, and never ahead", async () => {
    const { client, asked } = clientOf(numbered(4, 2));
    const iterator = paginate(operationOf(page), client)[Symbol.asyncIterator]();
    const steps: [number | undefined, number][] = [[0, asked.length]];
    for (let count = 0; count < 3; count++) steps.push([(await iterator.next()).value as number, asked.length]);
    // After the second item, the next page is not asked for until somebody wants the third.
    expect(steps).toEqual([
      [0, 0],
      [1, 1],
      [2, 1],
      [3, 2],
    ]);
  });

  it("begins anew each time", async () => {
    const { client, asked } = clientOf(numbered(2, 2, () => ({ total: 2 })));
    const items = paginate(operationOf({ ...page, total: "/total" }), client);
    expect([await all(items), await all(items)]).toEqual([
      [1, 2],
      [1, 2],
    ]);
    expect(asked).toEqual(["/list", "/list"]);
  });

  it("gives pages with their data and answers", async () => {
    const { client } = clientOf(numbered(3, 2, (number) => ({ number })));
    const pages = await all(paginate(operationOf(page), client).pages());
    expect(pages.map(({ items, data, response }) => [items, data["number"], response.status])).toEqual([
      [[1, 2], 1, 200],
      [[3], 2, 200],
    ]);
  });

  it("gives an empty first page, as its data may say why", async () => {
    const { client } = clientOf(() => ({ items: [], why: "none" }));
    const [only, ...others] = await all(paginate(operationOf(page), client).pages());
    expect([only?.data["why"], others]).toEqual(["none", []]);
  });

  it("asks for no more when it is left", async () => {
    const { client, asked } = clientOf(numbered(9, 2));
    for await (const item of paginate(operationOf(page), client)) if (item === 3) break;
    expect(asked).toHaveLength(2);
  });

  it("throws what a call throws, at the loop", async () => {
    const { client } = clientOf((_, __, index) => (index === 0 ? { items: [1] } : json({ why: "broken" }, 500)));
    const items: number[] = [];
    const loop = async (list: Paginated<number, Answer>) => {
      for await (const item of list) items.push(item);
    };
    await expect(loop(paginate(operationOf(page), client))).rejects.toThrow(ApiError);
    expect(items).toEqual([1]);
  });

  it("ends with the caller's signal", async () => {
    const controller = new AbortController();
    const { client, asked } = clientOf(numbered(9, 1), {
      fetch: (_, { signal }) =>
        signal?.aborted ? Promise.reject(signal.reason as Error) : Promise.resolve(json({ items: [asked.push("")] })),
    });
    const loop = async () => {
      for await (const item of paginate(operationOf(page), client, {}, { signal: controller.signal }))
        if (item === 2) controller.abort();
    };
    await expect(loop()).rejects.toThrow(AbortError);
    expect(asked).toHaveLength(2);
  });

  it("of an operation without pages fails, before anything is sent", async () => {
    const { client, asked } = clientOf(() => ({}));
    const plain = (own: Client): PagedPromise<Answer, unknown, ["items"]> =>
      own.send({ operation: "plain", method: "GET", path: "/" });
    await expect(all(paginate(plain, client))).rejects.toThrow("plain has no pages");
    expect(asked).toEqual([]);
  });
});
