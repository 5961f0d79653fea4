import type { Client, RequestOptions } from "../../client.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import { headerParameter } from "../../runtime/header-parameter.js";
import { jsonText } from "../../runtime/json-text.js";

/** Headers of `postA`. */
export interface PostAHeaders {
  "X-Trace"?: string;
}

/** The body of `postA`. */
export type PostABody = string;

/** What `postA` is called with. */
export interface PostAInput {
  readonly headers?: PostAHeaders;
  readonly body?: PostABody;
}

/**
 * The 204 response of `postA`.
 *
 * Done.
 */
export type PostAResponse = undefined;

/** The document describes no errors. */
export type PostAError = unknown;

/** The outcome of `postA` as a value, by `ok` and `status`. */
export type PostAResult = Success<204, PostAResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * `POST /a`
 *
 * Input: `{ headers?: { "X-Trace"?: string }; body?: string }`
 */
export function postA(
  client: Client,
  input: PostAInput = {},
  options?: RequestOptions,
): ApiPromise<PostAResponse, PostAResult> {
  return client.send(
    {
      operation: "postA",
      method: "POST",
      path: "/a",
      contentType: "application/json",
      success: [204],
      encode: () => ({
        headers: { "X-Trace": headerParameter("X-Trace", input.headers?.["X-Trace"], false) },
        body: input.body === undefined ? undefined : jsonText(input.body, "body"),
      }),
    },
    options,
  );
}
