import { anyOf } from "./runtime/authorise.js";
import { type CallOptions, type ClientOf, type Credential, makeClient } from "./runtime/client.js";
import { type BasicCredential, basic } from "./runtime/http-auth.js";
import { type OAuthCredential, oauth } from "./runtime/oauth.js";
import { serverUrl } from "./runtime/server-url.js";

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
export type Client = ClientOf<"swagger-2-0-basics">;

/** Credentials, by the names of the document's security schemes. */
export type Auth = {
  /**
   * `user:password`, or `{ username, password }`, sent as HTTP Basic authentication.
   *
   * Where it is not given: the environment's `SWAGGER_2_0_BASICS_LOGIN`.
   */
  readonly login?: Credential<BasicCredential>;
  /**
   * A token, sent as `Authorization: Bearer`; or `{ clientId, clientSecret }`, perhaps with a `refreshToken`, with which the client gets one.
   *
   * Where it is not given: the environment's `SWAGGER_2_0_BASICS_TOKEN`.
   */
  readonly token?: Credential<OAuthCredential>;
};

/** What a client is made with. */
export interface ClientOptions extends CallOptions<Auth> {
  /** One of the document's servers, in place of the first; `baseUrl` wins over it. */
  readonly server?: "https://pets.example/v1" | "http://pets.example/v1";
}

/** What a single call may set otherwise. */
export type RequestOptions = CallOptions<Auth>;

/**
 * Makes a client of Pets. Pass it to the operations.
 *
 * Calls go to https://pets.example/v1 unless `baseUrl` says otherwise.
 *
 * The document's servers:
 * - `https://pets.example/v1`
 * - `http://pets.example/v1`
 */
export function createClient(options: ClientOptions = {}): ClientOf<"swagger-2-0-basics"> {
  return makeClient(
    {
      baseUrl:
        serverUrl(
          {
            "https://pets.example/v1": { url: "https://pets.example/v1" },
            "http://pets.example/v1": { url: "http://pets.example/v1" },
          },
          options.server,
        ) ?? "https://pets.example/v1",
      authorise: anyOf({
        schemes: {
          login: basic(),
          token: oauth({ tokenUrl: "https://pets.example/t" }),
        },
        env: {
          login: "SWAGGER_2_0_BASICS_LOGIN",
          token: "SWAGGER_2_0_BASICS_TOKEN",
        },
      }),
      userAgent: "swagger-2-0-basics/1.0.0",
    },
    options,
  );
}
