import type { Client, RequestOptions } from "../../client.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import { uriText } from "../../runtime/uri-text.js";

/** Path parameters of `getClosed`. */
export interface GetClosedPath {
  id: string;
}

/** What `getClosed` is called with. */
export interface GetClosedInput {
  readonly path: GetClosedPath;
}

/**
 * The 204 response of `getClosed`.
 *
 * Done.
 */
export type GetClosedResponse = undefined;

/** The document describes no errors. */
export type GetClosedError = unknown;

/** The outcome of `getClosed` as a value, by `ok` and `status`. */
export type GetClosedResult = Success<204, GetClosedResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * `GET /u/{id}}`
 *
 * Input: `{ path: { id: string } }`
 */
export function getClosed(
  client: Client,
  input: GetClosedInput,
  options?: RequestOptions,
): ApiPromise<GetClosedResponse, GetClosedResult> {
  return client.send(
    {
      operation: "getClosed",
      method: "GET",
      path: "/u/{id}}",
      success: [204],
      encode: () => ({
        path: "/u/" + uriText(input.path.id, "id") + "}",
      }),
    },
    options,
  );
}
