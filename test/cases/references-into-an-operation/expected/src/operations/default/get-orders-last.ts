import type { Client, RequestOptions } from "../../client.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import type { GetOrdersLastResponse200 } from "../../schemas/get-orders-last-response200.js";
import type { OrderKind_faa011cd } from "../../schemas/order-kind-faa011cd.js";
import type { PostOrdersXBodySchema } from "../../schemas/post-orders-x-body-schema.js";
import type { PostOrdersXBodyStatus } from "../../schemas/post-orders-x-body-status.js";
import type { PostOrdersXResponse200Schema } from "../../schemas/post-orders-x-response200-schema.js";

/** What `getOrdersLast` is called with. */
export type GetOrdersLastInput = Record<string, never>;

/**
 * The 200 response of `getOrdersLast`.
 *
 * The last.
 */
export interface GetOrdersLastResponse {
  order?: PostOrdersXResponse200Schema;
  sent?: PostOrdersXBodySchema;
  status?: PostOrdersXBodyStatus;
  kind?: OrderKind_faa011cd;
  later?: GetOrdersLastResponse200;
}

/** The document describes no errors. */
export type GetOrdersLastError = unknown;

/** The outcome of `getOrdersLast` as a value, by `ok` and `status`. */
export type GetOrdersLastResult = Success<200, GetOrdersLastResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * `GET /orders/last`
 *
 * Data: `{ order?: PostOrdersXResponse200Schema; sent?: PostOrdersXBodySchema; status?: PostOrdersXBodyStatus; kind?: OrderKind_faa011cd; later?: GetOrdersLastResponse200 }`
 */
export function getOrdersLast(
  client: Client,
  input: GetOrdersLastInput = {},
  options?: RequestOptions,
): ApiPromise<GetOrdersLastResponse, GetOrdersLastResult> {
  return client.send(
    {
      operation: "getOrdersLast",
      method: "GET",
      path: "/orders/last",
    },
    options,
  );
}
