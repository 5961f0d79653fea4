import type { Client, RequestOptions } from "../../client.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";

/** What `listPages` is called with. */
export type ListPagesInput = Record<string, never>;

/**
 * The 200 response of `listPages`.
 *
 * A page of pages.
 *
 * At most ten.
 *
 * Headers:
 * - `X-Total-Count` (always sent): How many there are in all.
 * - `X-Rate-Limit`: Calls that are left.
 * - `X-Tags`
 * - `X-Cursor`: Where the next page begins. *\/ It says more.
 * - `X-State` (deprecated)
 * - `X-Broken`
 * - `Set-Cookie`: The session.
 *
 * Inferred from the example of the 200 response, seen once: the document has no schema for it.
 */
export type ListPagesResponse = {
  id: number;
}[];

/**
 * The 304 response of `listPages`.
 *
 * Nothing new.
 *
 * Headers:
 * - `ETag`
 */
export type ListPagesError = unknown;

/** The outcome of `listPages` as a value, by `ok` and `status`. */
export type ListPagesResult =
  | Success<
      200,
      ListPagesResponse,
      {
        "X-Total-Count": string;
        "x-total-count": string;
        "X-Rate-Limit": string | null;
        "x-rate-limit": string | null;
        "X-Tags": string | null;
        "x-tags": string | null;
        "X-Cursor": string | null;
        "x-cursor": string | null;
        "X-State": string | null;
        "x-state": string | null;
        "X-Broken": string | null;
        "x-broken": string | null;
        "Set-Cookie": string | null;
        "set-cookie": string | null;
      }
    >
  | Failure<304, ListPagesError, { ETag: string | null; etag: string | null }>
  | Failure<Exclude<ErrorStatus, 304>, unknown>
  | NotSent;

/**
 * `GET /pages`
 *
 * Data: `{ … }[]`
 */
export function listPages(
  client: Client,
  input: ListPagesInput = {},
  options?: RequestOptions,
): ApiPromise<ListPagesResponse, ListPagesResult> {
  return client.send(
    {
      operation: "listPages",
      method: "GET",
      path: "/pages",
    },
    options,
  );
}
