import type { Client, RequestOptions } from "./client.js";
import type { ApiPromise } from "./runtime/api-promise.js";
import { type AnyRequest, anyRequest } from "./runtime/request.js";

export type { AnyRequest };

/**
 * Sends a request that the document does not have, with the client's credentials, retries and errors.
 *
 * @param path below the server's URL; what stands in it is sent as it is.
 * @returns of JSON its value, else text; bytes are to be had from `response()`.
 */
export function request(
  client: Client,
  method: string,
  path: string,
  options: AnyRequest & RequestOptions = {},
): ApiPromise<unknown> {
  return anyRequest(client, [["api_key", "api_secret"], []], method, path, options);
}
