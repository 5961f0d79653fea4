import type { Client, RequestOptions } from "../../client.js";
import { encodeCreateOrderForm } from "../../forms/create-order.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import { noBody } from "../../runtime/no-body.js";

/** The body of `createOrder`. */
export interface CreateOrderBody {
  tags?: string[];
  ids?: number[];
  address?: {
    city: string;
  };
  lines?: {
    sku?: string;
  }[];
}

/** What `createOrder` is called with. */
export interface CreateOrderInput {
  readonly body?: CreateOrderBody;
}

/**
 * The 201 response of `createOrder`.
 *
 * Created.
 */
export type CreateOrderResponse = undefined;

/** The document describes no errors. */
export type CreateOrderError = unknown;

/** The outcome of `createOrder` as a value, by `ok` and `status`. */
export type CreateOrderResult = Success<201, CreateOrderResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * `POST /orders`
 *
 * Input: `{ body?: { tags?: string[]; ids?: number[]; address?: { … }; lines?: { … }[] } }`
 */
export function createOrder(
  client: Client,
  input: CreateOrderInput = {},
  options?: RequestOptions,
): ApiPromise<CreateOrderResponse, CreateOrderResult> {
  return client.send(
    {
      operation: "createOrder",
      method: "POST",
      path: "/orders",
      contentType: "application/x-www-form-urlencoded",
      success: [201],
      read: noBody,
      encode: () => ({
        body: input.body === undefined ? "" : encodeCreateOrderForm(input.body),
      }),
    },
    options,
  );
}
