import type { Client, RequestOptions } from "../../client.js";
import type { ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import type { PagedPromise } from "../../runtime/pages.js";
import { uriText } from "../../runtime/uri-text.js";

/** Query parameters of `listLoans`. */
export interface ListLoansQuery {
  starting_after?: string;
}

/** What `listLoans` is called with. */
export interface ListLoansInput {
  readonly query?: ListLoansQuery;
}

/**
 * The 200 response of `listLoans`.
 *
 * Loans.
 */
export interface ListLoansResponse {
  has_more?: boolean;
  data?: {
    id?: string;
  }[];
}

/** The document describes no errors. */
export type ListLoansError = unknown;

/** The outcome of `listLoans` as a value, by `ok` and `status`. */
export type ListLoansResult = Success<200, ListLoansResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * Pages: `paginate(listLoans, client, input)` gives the items of `data`, by the cursor `starting_after` from `id` of the last item as long as `has_more`.
 *
 * `GET /loans`
 *
 * Input: `{ query?: { starting_after?: string } }`
 *
 * Data: `{ has_more?: boolean; data?: { … }[] }`
 */
export function listLoans(
  client: Client,
  input: ListLoansInput = {},
  options?: RequestOptions,
): PagedPromise<ListLoansResponse, ListLoansResult, ["data"]> {
  return client.send(
    {
      operation: "listLoans",
      method: "GET",
      path: "/loans",
      pages: { cursor: "/query/starting_after", items: "/data", last: "/id", more: "/has_more" },
      encode: () => {
        const query: ListLoansQuery = input.query ?? {};
        let search = "";
        if (query.starting_after != null)
          search = search + "&starting_after=" + uriText(query.starting_after, "starting_after");
        return {
          query: search.slice(1),
        };
      },
    },
    options,
  );
}
