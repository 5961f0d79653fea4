import type { Client, RequestOptions } from "../../client.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import { jsonText } from "../../runtime/json-text.js";

/** The body of `deleteA`. */
export interface DeleteABody {
  name?: string;
}

/** What `deleteA` is called with. */
export interface DeleteAInput {
  readonly body: DeleteABody;
}

/**
 * The 204 response of `deleteA`.
 *
 * Done.
 */
export type DeleteAResponse = undefined;

/** The document describes no errors. */
export type DeleteAError = unknown;

/** The outcome of `deleteA` as a value, by `ok` and `status`. */
export type DeleteAResult = Success<204, DeleteAResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * `DELETE /a`
 *
 * Input: `{ body: { name?: string } }`
 */
export function deleteA(
  client: Client,
  input: DeleteAInput,
  options?: RequestOptions,
): ApiPromise<DeleteAResponse, DeleteAResult> {
  return client.send(
    {
      operation: "deleteA",
      method: "DELETE",
      path: "/a",
      contentType: "application/json",
      success: [204],
      encode: () => ({
        body: jsonText(input.body, "body"),
      }),
    },
    options,
  );
}
