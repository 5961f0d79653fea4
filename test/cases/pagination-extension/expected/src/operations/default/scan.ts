import type { Client, RequestOptions } from "../../client.js";
import type { ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import type { PagedPromise } from "../../runtime/pages.js";
import { uriText } from "../../runtime/uri-text.js";

/** Query parameters of `scan`. */
export interface ScanQuery {
  from?: string;
}

/** What `scan` is called with. */
export interface ScanInput {
  readonly query?: ScanQuery;
}

/**
 * The 200 response of `scan`.
 *
 * Found.
 */
export interface ScanResponse {
  hits?: string[];
  facets?: unknown[];
  at?: {
    "next.page"?: string;
  };
}

/** The document describes no errors. */
export type ScanError = unknown;

/** The outcome of `scan` as a value, by `ok` and `status`. */
export type ScanResult = Success<200, ScanResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * Pages: `paginate(scan, client, input)` gives the items of `hits`, by the cursor `from` from `at.next.page`.
 *
 * `GET /scan`
 *
 * Input: `{ query?: { from?: string } }`
 *
 * Data: `{ hits?: string[]; facets?: unknown[]; at?: { … } }`
 */
export function scan(
  client: Client,
  input: ScanInput = {},
  options?: RequestOptions,
): PagedPromise<ScanResponse, ScanResult, ["hits"]> {
  return client.send(
    {
      operation: "scan",
      method: "GET",
      path: "/scan",
      pages: { cursor: "/query/from", items: "/hits", next: "/at/next.page" },
      encode: () => {
        const query: ScanQuery = input.query ?? {};
        let search = "";
        if (query.from != null) search = search + "&from=" + uriText(query.from, "from");
        return {
          query: search.slice(1),
        };
      },
    },
    options,
  );
}
