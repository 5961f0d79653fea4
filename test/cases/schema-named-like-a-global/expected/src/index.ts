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
  GetEventOperationInput,
  GetEventOperationResponse,
  GetEventOperationError,
  GetEventOperationResult,
} from "./operations/default/get-event.js";
export type { ErrorSchema } from "./schemas/error.js";
export type { RecordSchema } from "./schemas/record.js";
export type { DateSchema } from "./schemas/date.js";
export type { ApiErrorSchema } from "./schemas/api-error.js";
export type { Event } from "./schemas/event.js";
export type { GetEventResponse } from "./schemas/get-event-response.js";
