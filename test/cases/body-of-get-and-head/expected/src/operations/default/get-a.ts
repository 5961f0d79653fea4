import type { Client, RequestOptions } from "../../client.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";

/** What `getA` is called with. */
export type GetAInput = Record<string, never>;

/**
 * The 204 response of `getA`.
 *
 * Done.
 */
export type GetAResponse = undefined;

/** The document describes no errors. */
export type GetAError = unknown;

/** The outcome of `getA` as a value, by `ok` and `status`. */
export type GetAResult = Success<204, GetAResponse> | Failure<ErrorStatus, unknown> | NotSent;

/** `GET /a` */
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
      success: [204],
    },
    options,
  );
}
