import type { Client, RequestOptions } from "../../client.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import { noBody } from "../../runtime/no-body.js";

/** What `both` is called with. */
export type BothInput = Record<string, never>;

/**
 * The 200 response of `both`.
 *
 * Done.
 */
export type BothResponse = undefined;

/** The document describes no errors. */
export type BothError = unknown;

/** The outcome of `both` as a value, by `ok` and `status`. */
export type BothResult = Success<200, BothResponse> | Failure<ErrorStatus, unknown> | NotSent;

/** `GET /both` */
export function both(
  client: Client,
  input: BothInput = {},
  options?: RequestOptions,
): ApiPromise<BothResponse, BothResult> {
  return client.send(
    {
      operation: "both",
      method: "GET",
      path: "/both",
      security: [["key", "secret"], ["token"]],
      read: noBody,
    },
    options,
  );
}
