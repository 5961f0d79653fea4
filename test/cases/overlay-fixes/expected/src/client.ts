import { headerKey } from "./runtime/api-key.js";
import { type CallOptions, type Client, type Credential, makeClient } from "./runtime/client.js";

/** Credentials, by the names of the document's security schemes. */
export type Auth = {
  /** Sent as the header `X-Key`. */
  readonly api_key?: Credential;
  /** Sent as the header `X-Secret`. */
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
export function createClient(options: ClientOptions = {}): Client {
  return makeClient(
    {
      baseUrl: "",
      schemes: {
        api_key: headerKey("X-Key"),
        api_secret: headerKey("X-Secret"),
      },
    },
    options,
  );
}
