import type { Client, RequestOptions } from "../../client.js";
import { encodeCreateOrderForm } from "../../forms/create-order.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import { noBody } from "../../runtime/no-body.js";
import type { Color } from "../../schemas/color.js";

/** The body of `createOrder`. */
export interface CreateOrderBody {
  size: "small" | "large";
  color?: Color;
  /** The color of the trim. */
  trim?: Color;
  extras?: ("gift" | "note" | null)[];
  level?: 1 | 2 | null;
  /** Value: at least 1 */
  count: number;
  weight?: number;
  express?: boolean;
}

/** What `createOrder` is called with. */
export interface CreateOrderInput {
  readonly body: CreateOrderBody;
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
 * Input: `{ body: { size: "small" | "large"; count: number; color?: Color; trim?: unknown; extras?: ("gift" | "note" | null)[]; level?: 1 | 2 | null; weight?: number; express?: boolean } }`
 */
export function createOrder(
  client: Client,
  input: CreateOrderInput,
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
        body: encodeCreateOrderForm(input.body),
      }),
    },
    options,
  );
}
