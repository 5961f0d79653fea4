import type { Client, RequestOptions } from "../../client.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import { uriText } from "../../runtime/uri-text.js";
import type { Open } from "../../schemas/open.js";

/** Query parameters of `getA`. */
export interface GetAQuery {
  limit?: number;
  data?: string;
}

/** What `getA` is called with. */
export interface GetAInput {
  readonly query?: GetAQuery;
}

/**
 * The 200 response of `getA`.
 *
 * OK
 */
export type GetAResponse = Open;

/** The document describes no errors. */
export type GetAError = unknown;

/** The outcome of `getA` as a value, by `ok` and `status`. */
export type GetAResult = Success<200, GetAResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * `GET /a`
 *
 * Input: `{ query?: { limit?: number; data?: string } }`
 *
 * Data: `Id[]`
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
      encode: () => {
        const query: GetAQuery = input.query ?? {};
        let search = "";
        if (query.limit != null) search = search + "&limit=" + uriText(query.limit, "limit");
        if (query.data != null) search = search + "&data=" + uriText(query.data, "data");
        return {
          query: search.slice(1),
        };
      },
    },
    options,
  );
}
