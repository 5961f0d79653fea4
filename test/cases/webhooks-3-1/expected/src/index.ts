export * from "./client.js";
export type {
  NewOrderWebhookQuery,
  NewOrderWebhookHeaders,
  NewOrderWebhookBody,
  NewOrderWebhookInput,
  NewOrderWebhookResponse,
  NewOrderWebhookError,
} from "./webhooks/new-order-webhook.js";
export type {
  PaymentPutWebhookBody,
  PaymentPutWebhookInput,
  PaymentPutWebhookResponse,
} from "./webhooks/payment-put-webhook.js";
export type {
  PaymentDeleteWebhookBody,
  PaymentDeleteWebhookInput,
  PaymentDeleteWebhookResponse,
} from "./webhooks/payment-delete-webhook.js";
export type { PingWebhookInput, PingWebhookResponse } from "./webhooks/ping-webhook.js";
export type { Order } from "./schemas/order.js";
export type { DecodeResult, Problem } from "./runtime/form-reader.js";
