import type { Client, RequestOptions } from "../../client.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import { headerParameter } from "../../runtime/header-parameter.js";
import { uriText } from "../../runtime/uri-text.js";

/** Query parameters of `search`. */
export interface SearchQuery {
  api_key: string;
  q?: string;
}

/** Headers of `search`. */
export interface SearchHeaders {
  "x-secret"?: string;
}

/** What `search` is called with. */
export interface SearchInput {
  readonly query: SearchQuery;
  readonly headers?: SearchHeaders;
}

/**
 * The 204 response of `search`.
 *
 * Done.
 */
export type SearchResponse = undefined;

/** The document describes no errors. */
export type SearchError = unknown;

/** The outcome of `search` as a value, by `ok` and `status`. */
export type SearchResult = Success<204, SearchResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * `GET /search`
 *
 * Input: `{ query: { api_key: string; q?: string }; headers?: { "x-secret"?: string } }`
 */
export function search(
  client: Client,
  input: SearchInput,
  options?: RequestOptions,
): ApiPromise<SearchResponse, SearchResult> {
  return client.send(
    {
      operation: "search",
      method: "GET",
      path: "/search",
      security: [["key", "secret"]],
      success: [204],
      encode: () => {
        let search = "";
        if (input.query.api_key != null) search = search + "&api_key=" + uriText(input.query.api_key, "api_key");
        if (input.query.q != null) search = search + "&q=" + uriText(input.query.q, "q");
        return {
          query: search.slice(1),
          headers: { "x-secret": headerParameter("x-secret", input.headers?.["x-secret"], false) },
          given: { key: input.query.api_key, secret: input.headers?.["x-secret"] },
        };
      },
    },
    options,
  );
}
