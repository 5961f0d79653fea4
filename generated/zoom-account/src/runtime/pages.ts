/** What an operation says of its pages: to `paginate` at run time, and to the compiler. Types only. */
import type { ApiPromise } from "./api-promise.js";
import type { Client } from "./client.js";

/**
 * How an operation is paginated, in JSON pointers. `page`, `offset` or `cursor` is a place in the input, the section
 * first; without all three, a link leads on. All else are places in the data.
 */
export interface Pages {
  readonly page?: string;
  readonly offset?: string;
  readonly cursor?: string;
  /** The number of the first page, if it is not 1, or the offset of the first item, if it is not 0. */
  readonly first?: number;
  readonly items: string;
  /** The next cursor, or the URL of the next page; without it, that is the link `next` of the header `Link`. */
  readonly next?: string;
  /** The cursor in the last item. */
  readonly last?: string;
  /** Whether there are more. */
  readonly more?: string;
  /** How many items there are. */
  readonly total?: string;
  /** How many pages there are. */
  readonly totalPages?: string;
  /** Query parameters that are credentials: a link does not change them. */
  readonly keep?: readonly string[];
}

declare const paged: unique symbol;

/** What the promise of an operation with pages has beside its data: where in it the items are. Not there at run time. */
export interface Paged<Data, Items> {
  readonly [paged]?: { readonly data: Data; readonly items: Items };
}

/** The promise of an operation with pages, which `paginate` takes. */
export type PagedPromise<Data, Result, Items> = ApiPromise<Data, Result> & Paged<Data, Items>;

/** Whether the promise of an operation is one of pages. */
export type IsPaged<Promised> = typeof paged extends keyof Promised ? true : false;

/** What `paginate` takes; of anything else the compiler says that it is no such thing. */
export type Paging<Args extends readonly unknown[], Promised> =
  IsPaged<Promised> extends true ? (...args: Args) => Promised : "has pages";

/** The data of a page. */
export type DataOf<Promised> = Promised extends Paged<infer Data, unknown> ? Data : never;

/** An item of an operation's pages. */
export type ItemOf<Promised> = Promised extends Paged<infer Data, infer Items> ? At<Data, Items> : never;

/** One page. */
export interface Page<Item, Data> {
  readonly items: readonly Item[];
  /** What the operation answered. */
  readonly data: Data;
  readonly response: Response;
}

/** To be iterated, item by item: each time from the first page on. Whoever leaves the loop early asks for no more. */
export interface Paginated<Item, Data> extends AsyncIterable<Item> {
  /** The same, page by page. */
  readonly pages: () => AsyncIterable<Page<Item, Data>>;
}

/** The type of what stands in the list that is there in the data. */
type At<Data, Items> = Items extends readonly [infer Name, ...infer Rest]
  ? Data extends unknown
    ? Name extends keyof Data
      ? At<NonNullable<Data[Name]>, Rest>
      : never
    : never
  : Data extends readonly (infer Item)[]
    ? Item
    : never;

/** Calls that go where links lead. */
export interface LinkFollower {
  /** As that of a client: the first call goes as it is, each after it to where it was led. */
  readonly send: Client["send"];
  /**
   * Leads the next call to a URL.
   * @param link the URL; undefined for the one that the header `Link` of the response has
   * @returns false where there is none, or one that was asked for before
   * @throws ResponseError for a URL of another origin, and for what is none
   */
  readonly lead: (link: unknown, response: Response) => boolean;
}
