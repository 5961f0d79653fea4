import type { Client, RequestOptions } from "../../client.js";
import { anyPairs } from "../../runtime/any-pairs.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import { jsonText } from "../../runtime/json-text.js";
import { noBody } from "../../runtime/no-body.js";
import { uriText } from "../../runtime/uri-text.js";

/** Query parameters of `search`. */
export interface SearchQuery {
  both?: {
    a?: number;
  };
  neither?: unknown;
  several?: string;
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
export type SearchResponse = undefined;

/** The document describes no errors. */
export type SearchError = unknown;

/** The outcome of `search` as a value, by `ok` and `status`. */
export type SearchResult = Success<200, SearchResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * `GET /search`
 *
 * Input: `{ query?: { both?: { … }; neither?: unknown; several?: string } }`
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
      read: noBody,
      encode: () => {
        const query: SearchQuery = input.query ?? {};
        let search = "";
        if (query.both != null) search = search + "&both=" + uriText(jsonText(query.both, "both"), "both");
        if (query.neither != null)
          search =
            search + anyPairs("&neither", query.neither, "neither", { lists: "same", objects: "flat", text: uriText });
        if (query.several != null) search = search + "&several=" + uriText(query.several, "several");
        return {
          query: search.slice(1),
        };
      },
    },
    options,
  );
}
