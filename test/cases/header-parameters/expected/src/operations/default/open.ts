import type { Client, RequestOptions } from "../../client.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import { headerParameter } from "../../runtime/header-parameter.js";
import { noBody } from "../../runtime/no-body.js";

/** Headers of `open`. */
export interface OpenHeaders {
  Authorization?: string;
}

/** What `open` is called with. */
export interface OpenInput {
  readonly headers?: OpenHeaders;
}

/**
 * The 200 response of `open`.
 *
 * Done.
 */
export type OpenResponse = undefined;

/** The document describes no errors. */
export type OpenError = unknown;

/** The outcome of `open` as a value, by `ok` and `status`. */
export type OpenResult = Success<200, OpenResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * `GET /open`
 *
 * Input: `{ headers?: { Authorization?: string } }`
 */
export function open(
  client: Client,
  input: OpenInput = {},
  options?: RequestOptions,
): ApiPromise<OpenResponse, OpenResult> {
  return client.send(
    {
      operation: "open",
      method: "GET",
      path: "/open",
      read: noBody,
      encode: () => ({
        headers: { Authorization: headerParameter("Authorization", input.headers?.Authorization, false) },
      }),
    },
    options,
  );
}
