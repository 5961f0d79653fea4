import { type CallOptions, type Client, makeClient } from "./runtime/client.js";

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
export type Auth = Record<string, never>;

/** What a client is made with. */
export type ClientOptions = CallOptions<Auth>;

/** What a single call may set otherwise. */
export type RequestOptions = CallOptions<Auth>;

/**
 * Makes a client of *\/ `${boom}` </script>. Pass it to the operations.
 *
 * Calls go to https://example.com/"+boom+" unless `baseUrl` says otherwise.
 */
export function createClient(options: ClientOptions = {}): Client {
  return makeClient(
    {
      baseUrl: 'https://example.com/"+boom+"',
      schemes: {},
    },
    options,
  );
}
