import type { Client, RequestOptions } from "../../client.js";
import type { ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import type { PagedPromise } from "../../runtime/pages.js";
import { uriText } from "../../runtime/uri-text.js";

/** Query parameters of `listReaders`. */
export interface ListReadersQuery {
  page?: number;
  per_page?: number;
}

/** What `listReaders` is called with. */
export interface ListReadersInput {
  readonly query?: ListReadersQuery;
}

/**
 * The 200 response of `listReaders`.
 *
 * Readers.
 *
 * Headers:
 * - `Link`
 */
export type ListReadersResponse = string[];

/** The document describes no errors. */
export type ListReadersError = unknown;

/** The outcome of `listReaders` as a value, by `ok` and `status`. */
export type ListReadersResult =
  | Success<200, ListReadersResponse, { Link: string | null; link: string | null }>
  | Failure<ErrorStatus, unknown>
  | NotSent;

/**
 * Pages: `paginate(listReaders, client, input)` gives the items of the list, `per_page` a page, by the header `Link`.
 *
 * `GET /readers`
 *
 * Input: `{ query?: { page?: number; per_page?: number } }`
 *
 * Data: `string[]`
 */
export function listReaders(
  client: Client,
  input: ListReadersInput = {},
  options?: RequestOptions,
): PagedPromise<ListReadersResponse, ListReadersResult, []> {
  return client.send(
    {
      operation: "listReaders",
      method: "GET",
      path: "/readers",
      security: [["key"]],
      pages: { items: "", keep: ["api_key"] },
      encode: () => {
        const query: ListReadersQuery = input.query ?? {};
        let search = "";
        if (query.page != null) search = search + "&page=" + uriText(query.page, "page");
        if (query.per_page != null) search = search + "&per_page=" + uriText(query.per_page, "per_page");
        return {
          query: search.slice(1),
        };
      },
    },
    options,
  );
}
