import type { Client, RequestOptions } from "../../client.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import { noBody } from "../../runtime/no-body.js";

/** What `unusable` is called with. */
export type UnusableInput = Record<string, never>;

/**
 * The 200 response of `unusable`.
 *
 * Done.
 */
export type UnusableResponse = undefined;

/** The document describes no errors. */
export type UnusableError = unknown;

/** The outcome of `unusable` as a value, by `ok` and `status`. */
export type UnusableResult = Success<200, UnusableResponse> | Failure<ErrorStatus, unknown> | NotSent;

/** `GET /unknown` */
export function unusable(
  client: Client,
  input: UnusableInput = {},
  options?: RequestOptions,
): ApiPromise<UnusableResponse, UnusableResult> {
  return client.send(
    {
      operation: "unusable",
      method: "GET",
      path: "/unknown",
      read: noBody,
    },
    options,
  );
}
