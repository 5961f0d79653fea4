import type { Client, RequestOptions } from "../../client.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import { jsonText } from "../../runtime/json-text.js";
import { noBodyOf } from "../../runtime/no-body.js";

/** The body of `postOrdersX`. */
export interface PostOrdersXBody {
  status?: "open" | "paid";
}

/** What `postOrdersX` is called with. */
export interface PostOrdersXInput {
  readonly body?: PostOrdersXBody;
}

/**
 * The 200 response of `postOrdersX`.
 *
 * An order.
 */
export interface PostOrdersXResponse200 {
  id?: string;
}

/**
 * The 202 response of `postOrdersX`.
 *
 * Later.
 */
export type PostOrdersXResponse202 = undefined;

/** What `postOrdersX` answers. */
export type PostOrdersXResponse = PostOrdersXResponse200 | PostOrdersXResponse202;

/** The document describes no errors. */
export type PostOrdersXError = unknown;

/** The outcome of `postOrdersX` as a value, by `ok` and `status`. */
export type PostOrdersXResult =
  Success<200, PostOrdersXResponse200> | Success<202, PostOrdersXResponse202> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * `POST /orders/x`
 *
 * Input: `{ body?: { status?: "open" | "paid" } }`
 *
 * Data: `{ id?: string }`
 */
export function postOrdersX(
  client: Client,
  input: PostOrdersXInput = {},
  options?: RequestOptions,
): ApiPromise<PostOrdersXResponse, PostOrdersXResult> {
  return client.send(
    {
      operation: "postOrdersX",
      method: "POST",
      path: "/orders/x",
      contentType: "application/json",
      success: [200, 202],
      read: noBodyOf([202]),
      encode: () => ({
        body: input.body === undefined ? undefined : jsonText(input.body, "body"),
      }),
    },
    options,
  );
}
