import type { Client, RequestOptions } from "../../client.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import { noBody } from "../../runtime/no-body.js";

/** What `status` is called with. */
export type StatusInput = Record<string, never>;

/**
 * The 200 response of `status`.
 *
 * Fine.
 */
export type StatusResponse = undefined;

/** The document describes no errors. */
export type StatusError = unknown;

/** The outcome of `status` as a value, by `ok` and `status`. */
export type StatusResult = Success<200, StatusResponse> | Failure<ErrorStatus, unknown> | NotSent;

/** `GET /status` */
export function status(
  client: Client,
  input: StatusInput = {},
  options?: RequestOptions,
): ApiPromise<StatusResponse, StatusResult> {
  return client.send(
    {
      operation: "status",
      method: "GET",
      path: "/status",
      security: [["api_key", "api_secret"]],
      read: noBody,
    },
    options,
  );
}
