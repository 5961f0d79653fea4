import type { Client, RequestOptions } from "../../client.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import { pathSegment } from "../../runtime/path-parameter.js";
import { uriText } from "../../runtime/uri-text.js";
import type { Buyer } from "../../schemas/buyer.js";

/** Path parameters of `getBuyer`. */
export interface GetBuyerPath {
  id: number;
}

/** What `getBuyer` is called with. */
export interface GetBuyerInput {
  readonly path: GetBuyerPath;
}

/**
 * The 200 response of `getBuyer`.
 *
 * A buyer alone.
 *
 * Inferred from the example of the 200 response, seen once: the document has no schema for it.
 */
export type GetBuyerResponse = Buyer;

/** The document describes no errors. */
export type GetBuyerError = unknown;

/** The outcome of `getBuyer` as a value, by `ok` and `status`. */
export type GetBuyerResult = Success<200, GetBuyerResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * `GET /buyers/{id}`
 *
 * Input: `{ path: { id: number } }`
 *
 * Data: `{ id: number; name: string; email: string }`
 */
export function getBuyer(
  client: Client,
  input: GetBuyerInput,
  options?: RequestOptions,
): ApiPromise<GetBuyerResponse, GetBuyerResult> {
  return client.send(
    {
      operation: "getBuyer",
      method: "GET",
      path: "/buyers/{id}",
      encode: () => ({
        path: "/buyers/" + pathSegment(uriText(input.path.id, "id"), "id"),
      }),
    },
    options,
  );
}
