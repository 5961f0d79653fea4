import type { Client, RequestOptions } from "../../client.js";
import type { ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import type { PagedPromise } from "../../runtime/pages.js";
import { uriText } from "../../runtime/uri-text.js";
import type { Book } from "../../schemas/book.js";

/** Query parameters of `listBooks`. */
export interface ListBooksQuery {
  offset?: number;
  limit?: number;
}

/** What `listBooks` is called with. */
export interface ListBooksInput {
  readonly query?: ListBooksQuery;
}

/**
 * The 200 response of `listBooks`.
 *
 * Books.
 */
export type ListBooksResponse = Book[];

/** The document describes no errors. */
export type ListBooksError = unknown;

/** The outcome of `listBooks` as a value, by `ok` and `status`. */
export type ListBooksResult = Success<200, ListBooksResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * Pages: `paginate(listBooks, client, input)` gives the items of the list, `limit` a page, by `offset`.
 *
 * `GET /books`
 *
 * Input: `{ query?: { offset?: number; limit?: number } }`
 *
 * Data: `Book[]`
 */
export function listBooks(
  client: Client,
  input: ListBooksInput = {},
  options?: RequestOptions,
): PagedPromise<ListBooksResponse, ListBooksResult, []> {
  return client.send(
    {
      operation: "listBooks",
      method: "GET",
      path: "/books",
      pages: { offset: "/query/offset", items: "" },
      encode: () => {
        const query: ListBooksQuery = input.query ?? {};
        let search = "";
        if (query.offset != null) search = search + "&offset=" + uriText(query.offset, "offset");
        if (query.limit != null) search = search + "&limit=" + uriText(query.limit, "limit");
        return {
          query: search.slice(1),
        };
      },
    },
    options,
  );
}
