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
export type { GetUsersInput, GetUsersResponse, GetUsersError, GetUsersResult } from "./operations/default/get-users.js";
export type {
  DeleteUsersByUserIdPostsByPostIdPath,
  DeleteUsersByUserIdPostsByPostIdInput,
  DeleteUsersByUserIdPostsByPostIdResponse,
  DeleteUsersByUserIdPostsByPostIdError,
  DeleteUsersByUserIdPostsByPostIdResult,
} from "./operations/default/delete-users-by-user-id-posts-by-post-id.js";
export type { GetInput, GetResponse, GetError, GetResult } from "./operations/default/get.js";
