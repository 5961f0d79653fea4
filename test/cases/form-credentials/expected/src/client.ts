import { formKey, headerKey } from "./runtime/api-key.js";
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
export type Client = ClientOf<"form-credentials">;

/** Credentials, by the names of the document's security schemes. */
export type Auth = {
  /**
   * Sent as the form field `api_key`; as the header `api_key` where there is no form.
   *
   * Where it is not given: the environment's `FORM_CREDENTIALS_KEY`.
   */
  readonly key?: Credential;
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
export function createClient(options: ClientOptions = {}): ClientOf<"form-credentials"> {
  return makeClient(
    {
      baseUrl: "",
      authorise: allOf({
        schemes: {
          key: formKey("api_key", headerKey("api_key")),
        },
        env: {
          key: "FORM_CREDENTIALS_KEY",
        },
      }),
      userAgent: "form-credentials/1.0.0",
      check: requireHost,
    },
    options,
  );
}
