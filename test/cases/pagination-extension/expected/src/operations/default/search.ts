import type { Client, RequestOptions } from "../../client.js";
import type { ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import type { PagedPromise } from "../../runtime/pages.js";
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
  hits?: string[];
  facets?: unknown[];
  at?: {
    "next.page"?: string;
  };
}

/** The document describes no errors. */
export type SearchError = unknown;

/** The outcome of `search` as a value, by `ok` and `status`. */
export type SearchResult = Success<200, SearchResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * Pages: `paginate(search, client, input)` gives the items of `hits`, by `page`.
 *
 * `GET /search`
 *
 * Input: `{ query?: { page?: number } }`
 *
 * Data: `{ hits?: string[]; facets?: unknown[]; at?: { … } }`
 */
export function search(
  client: Client,
  input: SearchInput = {},
  options?: RequestOptions,
): PagedPromise<SearchResponse, SearchResult, ["hits"]> {
  return client.send(
    {
      operation: "search",
      method: "GET",
      path: "/search",
      pages: { page: "/query/page", items: "/hits" },
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
