import type { Client, RequestOptions } from "../../client.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import { headerParameter } from "../../runtime/header-parameter.js";
import { itemText } from "../../runtime/item-text.js";
import { jsonText } from "../../runtime/json-text.js";
import { listOf } from "../../runtime/structure.js";
import { uriText } from "../../runtime/uri-text.js";

/** Query parameters of `order`. */
export interface OrderQuery {
  days?: string[];
  colours?: string[];
  grid?: number[][];
}

/** Headers of `order`. */
export interface OrderHeaders {
  "X-Ids"?: number[];
}

/** The body of `order`. */
export interface OrderBody {
  id?: number;
}

/** What `order` is called with. */
export interface OrderInput {
  readonly query?: OrderQuery;
  readonly headers?: OrderHeaders;
  readonly body?: OrderBody;
}

/**
 * The 200 response of `order`.
 *
 * Ordered.
 */
export interface OrderResponse {
  id?: number;
}

/** The document describes no errors. */
export type OrderError = unknown;

/** The outcome of `order` as a value, by `ok` and `status`. */
export type OrderResult = Success<200, OrderResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * `POST /orders`
 *
 * Input: `{ query?: { days?: string[]; colours?: string[]; grid?: number[][] }; headers?: { "X-Ids"?: number[] }; body?: { id?: number } }`
 *
 * Data: `{ id?: number }`
 */
export function order(
  client: Client,
  input: OrderInput = {},
  options?: RequestOptions,
): ApiPromise<OrderResponse, OrderResult> {
  return client.send(
    {
      operation: "order",
      method: "POST",
      path: "/orders",
      contentType: "application/json",
      encode: () => {
        const query: OrderQuery = input.query ?? {};
        let search = "";
        if (query.days != null) {
          let text = "";
          for (const item of listOf(query.days, "days"))
            if (item != null) text += "%20" + uriText(itemText(item, " ", "days[]"), "days[]");
          if (text !== "") search = search + "&days=" + text.slice(3);
        }
        if (query.colours != null) {
          let text = "";
          for (const item of listOf(query.colours, "colours"))
            if (item != null) text += "," + uriText(item, "colours[]");
          if (text !== "") search = search + "&colours=" + text.slice(1);
        }
        if (query.grid != null) {
          let text = "";
          for (const item of listOf(query.grid, "grid"))
            if (item != null) text += "," + uriText(jsonText(item, "grid[]"), "grid[]");
          if (text !== "") search = search + "&grid=" + text.slice(1);
        }
        return {
          query: search.slice(1),
          headers: { "X-Ids": headerParameter("X-Ids", input.headers?.["X-Ids"], false) },
          body: input.body === undefined ? undefined : jsonText(input.body, "body"),
        };
      },
    },
    options,
  );
}
