import { type CallOptions, type ClientOf, makeClient } from "./runtime/client.js";
import { requireHost } from "./runtime/require-host.js";

export type {
  AnyResult,
  ApiPromise,
  CallFailure,
  ClientErrorStatus,
  ErrorOf,
  ErrorStatus,
  Failure,
  NotSent,
  RedirectStatus,
  ServerErrorStatus,
  Success,
} from "./runtime/api-promise.js";
export { CallError, type ErrorContext } from "./runtime/call-error.js";
export type { Credential } from "./runtime/client.js";
export type { CallContext, Draft, Middleware } from "./runtime/draft.js";
export {
  AbortError,
  ApiError,
  AuthError,
  ConnectionError,
  EncodingError,
  ResponseError,
  TimeoutError,
} from "./runtime/errors.js";
export { FieldError } from "./runtime/field-error.js";

/** What operations are called with: made by `createClient`. */
export type Client = ClientOf<"undefined-security-scheme">;

/** Credentials, by the names of the document's security schemes. */
export type Auth = Record<string, never>;

/** What a client is made with. */
export type ClientOptions = CallOptions<Auth>;

/** What a single call may set otherwise. */
export type RequestOptions = CallOptions<Auth>;

/**
 * Makes a client of Accounts. Pass it to the operations.
 *
 * The document names no server: pass `baseUrl`, unless calls go to the host of the page that makes them.
 */
export function createClient(options: ClientOptions = {}): ClientOf<"undefined-security-scheme"> {
  return makeClient(
    {
      baseUrl: "",
      userAgent: "undefined-security-scheme/1.0.0",
      check: requireHost,
    },
    options,
  );
}
