import { headerKey, queryKey } from "./runtime/api-key.js";
import { anyOf } from "./runtime/authorise.js";
import { type CallOptions, type ClientOf, type Credential, makeClient } from "./runtime/client.js";
import { authorization, bearer } from "./runtime/http-auth.js";
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
export type Client = ClientOf<"security-alternatives">;

/** Credentials, by the names of the document's security schemes. */
export type Auth = {
  /**
   * Sent as the query parameter `key`.
   *
   * Where it is not given: the environment's `SECURITY_ALTERNATIVES_KEY`.
   */
  readonly key?: Credential;
  /**
   * Sent as the header `X-Secret`.
   *
   * Where it is not given: the environment's `SECURITY_ALTERNATIVES_SECRET`.
   */
  readonly secret?: Credential;
  /**
   * A token, sent as `Authorization: Bearer`.
   *
   * Where it is not given: the environment's `SECURITY_ALTERNATIVES_TOKEN`.
   */
  readonly token?: Credential;
  /**
   * What follows `Digest` in the header `Authorization`.
   *
   * Where it is not given: the environment's `SECURITY_ALTERNATIVES_DIGEST`.
   */
  readonly digest?: Credential;
};

/** What a client is made with. */
export type ClientOptions = CallOptions<Auth>;

/** What a single call may set otherwise. */
export type RequestOptions = CallOptions<Auth>;

/**
 * Makes a client of Security. Pass it to the operations.
 *
 * The document names no server: pass `baseUrl`, unless calls go to the host of the page that makes them.
 */
export function createClient(options: ClientOptions = {}): ClientOf<"security-alternatives"> {
  return makeClient(
    {
      baseUrl: "",
      authorise: anyOf({
        schemes: {
          key: queryKey("key"),
          secret: headerKey("X-Secret"),
          token: bearer(),
          digest: authorization("Digest"),
        },
        env: {
          key: "SECURITY_ALTERNATIVES_KEY",
          secret: "SECURITY_ALTERNATIVES_SECRET",
          token: "SECURITY_ALTERNATIVES_TOKEN",
          digest: "SECURITY_ALTERNATIVES_DIGEST",
        },
      }),
      userAgent: "security-alternatives/1.0.0",
      check: requireHost,
    },
    options,
  );
}
