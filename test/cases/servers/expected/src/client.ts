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
 * Makes a client of Servers. Pass it to the operations.
 *
 * Calls go to https://eu.example.com:443/v1 unless `baseUrl` says otherwise.
 *
 * The document's servers:
 * - `https://{region}.example.com:{port}/v1`: The API.
 *   - `region`: `eu`, one of `eu`, `us`: Where the data lies.
 *   - `port`: `443`
 * - `https://sandbox.example.com/v1`: For tests.
 */
export function createClient(options: ClientOptions = {}): Client {
  return makeClient(
    {
      baseUrl: "https://eu.example.com:443/v1",
      schemes: {},
    },
    options,
  );
}
