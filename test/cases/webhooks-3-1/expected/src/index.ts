export { type Auth, type ClientOptions, createClient, type RequestOptions } from "./client.js";
export {
  type AnyResult,
  ApiPromise,
  type ClientErrorStatus,
  type ErrorStatus,
  type Failure,
  type NotSent,
  type RedirectStatus,
  type ServerErrorStatus,
  type Success,
} from "./runtime/api-promise.js";
export type { Client, Credential } from "./runtime/client.js";
export {
  AbortError,
  ApiError,
  AuthError,
  CallError,
  ConnectionError,
  EncodingError,
  type ErrorContext,
  ResponseError,
  TimeoutError,
} from "./runtime/errors.js";
export { FieldError } from "./runtime/field-error.js";
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
