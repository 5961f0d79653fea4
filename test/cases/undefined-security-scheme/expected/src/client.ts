import { type CallOptions, type Client, makeClient } from "./runtime/client.js";

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
export function createClient(options: ClientOptions = {}): Client {
  return makeClient(
    {
      baseUrl: "",
      schemes: {},
    },
    options,
  );
}
