import { type CallOptions, type ClientOf, makeClient } from "./runtime/client.js";
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
export type Client = ClientOf<"servers">;

/** Credentials, by the names of the document's security schemes. */
export type Auth = Record<string, never>;

/** What a client is made with. */
export interface ClientOptions extends CallOptions<Auth> {
  /** One of the document's servers, in place of the first; `baseUrl` wins over it. */
  readonly server?:
    | "https://{region}.example.com:{port}/v1"
    | {
        readonly name: "https://{region}.example.com:{port}/v1";
        readonly variables: { readonly region?: "eu" | "us"; readonly port?: string };
      }
    | "https://sandbox.example.com/v1";
}

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
export function createClient(options: ClientOptions = {}): ClientOf<"servers"> {
  return makeClient(
    {
      baseUrl:
        serverUrl(
          {
            "https://{region}.example.com:{port}/v1": {
              url: "https://{region}.example.com:{port}/v1",
              variables: { region: "eu", port: "443" },
            },
            "https://sandbox.example.com/v1": { url: "https://sandbox.example.com/v1" },
          },
          options.server,
        ) ?? "https://eu.example.com:443/v1",
      userAgent: "servers/1.0.0",
    },
    options,
  );
}
