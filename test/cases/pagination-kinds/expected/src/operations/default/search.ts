import type { Client, RequestOptions } from "../../client.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import { uriText } from "../../runtime/uri-text.js";

/** Query parameters of `search`. */
export interface SearchQuery {
  page?: number;
}

/** What `search` is called with. */
export interface SearchInput {
  readonly query?: SearchQuery;
}

/**
 * The 200 response of `search`.
 *
 * Found.
 */
export interface SearchResponse {
  books?: unknown[];
  readers?: unknown[];
}

/** The document describes no errors. */
export type SearchError = unknown;

/** The outcome of `search` as a value, by `ok` and `status`. */
export type SearchResult = Success<200, SearchResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * `GET /search`
 *
 * Input: `{ query?: { page?: number } }`
 *
 * Data: `{ books?: unknown[]; readers?: unknown[] }`
 */
export function search(
  client: Client,
  input: SearchInput = {},
  options?: RequestOptions,
): ApiPromise<SearchResponse, SearchResult> {
  return client.send(
    {
      operation: "search",
      method: "GET",
      path: "/search",
      encode: () => {
        const query: SearchQuery = input.query ?? {};
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
