import type { Client, RequestOptions } from "../../client.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import { uriText } from "../../runtime/uri-text.js";

/** Query parameters of `bookPages`. */
export interface BookPagesQuery {
  page?: number;
}

/** What `bookPages` is called with. */
export interface BookPagesInput {
  readonly query?: BookPagesQuery;
}

/**
 * The 200 response of `bookPages`.
 *
 * The text of a page.
 */
export type BookPagesResponse = string[];

/** The document describes no errors. */
export type BookPagesError = unknown;

/** The outcome of `bookPages` as a value, by `ok` and `status`. */
export type BookPagesResult = Success<200, BookPagesResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * `GET /book/pages`
 *
 * Input: `{ query?: { page?: number } }`
 *
 * Data: `string[]`
 */
export function bookPages(
  client: Client,
  input: BookPagesInput = {},
  options?: RequestOptions,
): ApiPromise<BookPagesResponse, BookPagesResult> {
  return client.send(
    {
      operation: "bookPages",
      method: "GET",
      path: "/book/pages",
      encode: () => {
        const query: BookPagesQuery = input.query ?? {};
        let search = "";
        if (query.page != null) search = search + "&page=" + uriText(query.page, "page");
        return {
          query: search.slice(1),
        };
      },
    },
    options,
  );
}
