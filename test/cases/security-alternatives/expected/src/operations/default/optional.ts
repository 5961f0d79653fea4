import type { Client, RequestOptions } from "../../client.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import { noBody } from "../../runtime/no-body.js";

/** What `optional` is called with. */
export type OptionalInput = Record<string, never>;

/**
 * The 200 response of `optional`.
 *
 * Done.
 */
export type OptionalResponse = undefined;

/** The document describes no errors. */
export type OptionalError = unknown;

/** The outcome of `optional` as a value, by `ok` and `status`. */
export type OptionalResult = Success<200, OptionalResponse> | Failure<ErrorStatus, unknown> | NotSent;

/** `GET /optional` */
export function optional(
  client: Client,
  input: OptionalInput = {},
  options?: RequestOptions,
): ApiPromise<OptionalResponse, OptionalResult> {
  return client.send(
    {
      operation: "optional",
      method: "GET",
      path: "/optional",
      security: [[], ["digest"]],
      read: noBody,
    },
    options,
  );
}
