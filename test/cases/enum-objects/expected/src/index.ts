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
export type { GetTaskInput, GetTaskResponse, GetTaskError, GetTaskResult } from "./operations/default/get-task.js";
export { Status } from "./schemas/status.js";
export { Reaction } from "./schemas/reaction.js";
export { Priority } from "./schemas/priority.js";
export { Version } from "./schemas/version.js";
export { Mixed } from "./schemas/mixed.js";
export { Order } from "./schemas/order.js";
export { MaybeStatus } from "./schemas/maybe-status.js";
export type { AnyStatus } from "./schemas/any-status.js";
export type { Statuses } from "./schemas/statuses.js";
export type { Kind } from "./schemas/kind.js";
export type { Flag } from "./schemas/flag.js";
export { error } from "./schemas/error.js";
export { createClientSchema } from "./schemas/create-client.js";
export type { Task } from "./schemas/task.js";
