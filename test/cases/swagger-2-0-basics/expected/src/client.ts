import { type CallOptions, type Client, type Credential, makeClient } from "./runtime/client.js";
import { basic, bearer } from "./runtime/http-auth.js";

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

/** Credentials, by the names of the document's security schemes. */
export type Auth = {
  /** `user:password`, sent as HTTP Basic authentication. */
  readonly login?: Credential;
  /** A token, sent as `Authorization: Bearer`. */
  readonly token?: Credential;
};

/** What a client is made with. */
export type ClientOptions = CallOptions<Auth>;

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
export function createClient(options: ClientOptions = {}): Client {
  return makeClient(
    {
      baseUrl: "https://pets.example/v1",
      schemes: {
        login: basic(),
        token: bearer(),
      },
    },
    options,
  );
}
