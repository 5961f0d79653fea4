import type { Client, RequestOptions } from "../../client.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import { noBody } from "../../runtime/no-body.js";
import { uriText } from "../../runtime/uri-text.js";

/** Query parameters of `getA`. */
export interface GetAQuery {
  q?: string;
}

/** What `getA` is called with. */
export interface GetAInput {
  readonly query?: GetAQuery;
}

/**
 * The 200 response of `getA`.
 *
 * Done.
 */
export type GetAResponse = undefined;

/** The document describes no errors. */
export type GetAError = unknown;

/** The outcome of `getA` as a value, by `ok` and `status`. */
export type GetAResult = Success<200, GetAResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * `GET /a`
 *
 * Input: `{ query?: { q?: string } }`
 */
export function getA(
  client: Client,
  input: GetAInput = {},
  options?: RequestOptions,
): ApiPromise<GetAResponse, GetAResult> {
  return client.send(
    {
      operation: "getA",
      method: "GET",
      path: "/a",
      read: noBody,
      encode: () => {
        const query: GetAQuery = input.query ?? {};
        let search = "";
        if (query.q != null) search = search + "&q=" + uriText(query.q, "q");
        return {
          query: search.slice(1),
        };
      },
    },
    options,
  );
}
