import { headerKey } from "./runtime/api-key.js";
import { allOf } from "./runtime/authorise.js";
import { type CallOptions, type ClientOf, type Credential, makeClient } from "./runtime/client.js";
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
export type Client = ClientOf<"overlay-fixes">;

/** Credentials, by the names of the document's security schemes. */
export type Auth = {
  /**
   * Sent as the header `X-Key`.
   *
   * Where it is not given: the environment's `OVERLAY_FIXES_API_KEY`.
   */
  readonly api_key?: Credential;
  /**
   * Sent as the header `X-Secret`.
   *
   * Where it is not given: the environment's `OVERLAY_FIXES_API_SECRET`.
   */
  readonly api_secret?: Credential;
};

/** What a client is made with. */
export type ClientOptions = CallOptions<Auth>;

/** What a single call may set otherwise. */
export type RequestOptions = CallOptions<Auth>;

/**
 * Makes a client of Accounts. Pass it to the operations.
 *
 * The document names no server: pass `baseUrl`, unless calls go to the host of the page that makes them.
 */
export function createClient(options: ClientOptions = {}): ClientOf<"overlay-fixes"> {
  return makeClient(
    {
      baseUrl: "",
      authorise: allOf({
        schemes: {
          api_key: headerKey("X-Key"),
          api_secret: headerKey("X-Secret"),
        },
        env: {
          api_key: "OVERLAY_FIXES_API_KEY",
          api_secret: "OVERLAY_FIXES_API_SECRET",
        },
      }),
      userAgent: "overlay-fixes/1.0.0",
      check: requireHost,
    },
    options,
  );
}
