import { formKey, headerKey } from "./runtime/api-key.js";
import { allOf } from "./runtime/authorise.js";
import { type CallOptions, type ClientOf, type Credential, makeClient } from "./runtime/client.js";

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
export type Client = ClientOf<"zoom-account">;

/** Credentials, by the names of the document's security schemes. */
export type Auth = {
  /**
   * The key of the master account.
   *
   * Sent as the form field `api_key`; as the header `api_key` where there is no form.
   *
   * Where it is not given: the environment's `ZOOM_ACCOUNT_API_KEY`.
   */
  readonly api_key?: Credential;
  /**
   * The secret of the master account.
   *
   * Sent as the form field `api_secret`; as the header `api_secret` where there is no form.
   *
   * Where it is not given: the environment's `ZOOM_ACCOUNT_API_SECRET`.
   */
  readonly api_secret?: Credential;
};

/** What a client is made with. */
export type ClientOptions = CallOptions<Auth>;

/** What a single call may set otherwise. */
export type RequestOptions = CallOptions<Auth>;

/**
 * Makes a client of Zoom account. Pass it to the operations.
 *
 * Calls go to https://api.zoom.us/v1 unless `baseUrl` says otherwise.
 */
export function createClient(options: ClientOptions = {}): ClientOf<"zoom-account"> {
  return makeClient(
    {
      baseUrl: "https://api.zoom.us/v1",
      authorise: allOf({
        schemes: {
          api_key: formKey("api_key", headerKey("api_key")),
          api_secret: formKey("api_secret", headerKey("api_secret")),
        },
        env: {
          api_key: "ZOOM_ACCOUNT_API_KEY",
          api_secret: "ZOOM_ACCOUNT_API_SECRET",
        },
      }),
      userAgent: "zoom-account/1.0.0",
    },
    options,
  );
}
