import type { Order } from "../schemas/order.js";

/** Query parameters of `newOrderWebhook`. */
export interface NewOrderWebhookQuery {
  /** @default 1 */
  attempt?: number;
}

/** Headers of `newOrderWebhook`. */
export interface NewOrderWebhookHeaders {
  "X-Signature": string;
}

/** The body of `newOrderWebhook`. */
export type NewOrderWebhookBody = Order;

/**
 * What arrives: the webhook `newOrder`.
 *
 * An order was placed.
 *
 * Sent within a second. Sent again until it is answered with 2xx.
 *
 * `POST`
 */
export interface NewOrderWebhookInput {
  readonly query?: NewOrderWebhookQuery;
  readonly headers: NewOrderWebhookHeaders;
  readonly body: NewOrderWebhookBody;
}

/**
 * The 200 response of `newOrderWebhook`.
 *
 * It was taken.
 */
export interface NewOrderWebhookResponse {
  accepted: boolean;
}

/**
 * The 410 response of `newOrderWebhook`.
 *
 * No more of these.
 */
export type NewOrderWebhookError = unknown;
