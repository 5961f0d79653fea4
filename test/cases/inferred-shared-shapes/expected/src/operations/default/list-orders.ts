import type { Client, RequestOptions } from "../../client.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import type { ErrorBody } from "../../schemas/error-body.js";
import type { Order } from "../../schemas/order.js";

/** What `listOrders` is called with. */
export type ListOrdersInput = Record<string, never>;

/**
 * The 200 response of `listOrders`.
 *
 * A page of orders.
 *
 * Inferred from the example of the 200 response, seen once: the document has no schema for it.
 */
export interface ListOrdersResponse {
  data: Order[];
  next: unknown;
}

/**
 * The 400 response of `listOrders`.
 *
 * Wrong.
 *
 * Inferred from the example of the 400 response, seen once: the document has no schema for it.
 */
export type ListOrdersError = ErrorBody;

/** The outcome of `listOrders` as a value, by `ok` and `status`. */
export type ListOrdersResult =
  | Success<200, ListOrdersResponse>
  | Failure<400, ListOrdersError>
  | Failure<Exclude<ErrorStatus, 400>, unknown>
  | NotSent;

/**
 * `GET /orders`
 *
 * Data: `{ data: Order[]; next: unknown }`
 */
export function listOrders(
  client: Client,
  input: ListOrdersInput = {},
  options?: RequestOptions,
): ApiPromise<ListOrdersResponse, ListOrdersResult> {
  return client.send(
    {
      operation: "listOrders",
      method: "GET",
      path: "/orders",
    },
    options,
  );
}
