import type { Client, RequestOptions } from "../../client.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import { noBody } from "../../runtime/no-body.js";

/** What `none` is called with. */
export type NoneInput = Record<string, never>;

/**
 * The 200 response of `none`.
 *
 * Done.
 */
export type NoneResponse = undefined;

/** The document describes no errors. */
export type NoneError = unknown;

/** The outcome of `none` as a value, by `ok` and `status`. */
export type NoneResult = Success<200, NoneResponse> | Failure<ErrorStatus, unknown> | NotSent;

/** `GET /none` */
export function none(
  client: Client,
  input: NoneInput = {},
  options?: RequestOptions,
): ApiPromise<NoneResponse, NoneResult> {
  return client.send(
    {
      operation: "none",
      method: "GET",
      path: "/none",
      read: noBody,
    },
    options,
  );
}
