import type { Client, RequestOptions } from "../../client.js";
import type { ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import type { PagedPromise } from "../../runtime/pages.js";
import { uriText } from "../../runtime/uri-text.js";

/** Query parameters of `listShelves`. */
export interface ListShelvesQuery {
  page_token?: string;
}

/** What `listShelves` is called with. */
export interface ListShelvesInput {
  readonly query?: ListShelvesQuery;
}

/**
 * The 200 response of `listShelves`.
 *
 * Shelves.
 */
export interface ListShelvesResponse {
  shelves?: unknown[];
  meta?: {
    next_page_url?: string;
  };
}

/** The document describes no errors. */
export type ListShelvesError = unknown;

/** The outcome of `listShelves` as a value, by `ok` and `status`. */
export type ListShelvesResult = Success<200, ListShelvesResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * Pages: `paginate(listShelves, client, input)` gives the items of `shelves`, by the URL in `meta.next_page_url`.
 *
 * `GET /shelves`
 *
 * Input: `{ query?: { page_token?: string } }`
 *
 * Data: `{ shelves?: unknown[]; meta?: { … } }`
 */
export function listShelves(
  client: Client,
  input: ListShelvesInput = {},
  options?: RequestOptions,
): PagedPromise<ListShelvesResponse, ListShelvesResult, ["shelves"]> {
  return client.send(
    {
      operation: "listShelves",
      method: "GET",
      path: "/shelves",
      pages: { items: "/shelves", next: "/meta/next_page_url" },
      encode: () => {
        const query: ListShelvesQuery = input.query ?? {};
        let search = "";
        if (query.page_token != null) search = search + "&page_token=" + uriText(query.page_token, "page_token");
        return {
          query: search.slice(1),
        };
      },
    },
    options,
  );
}
