import type { Client, RequestOptions } from "../../client.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import { readBody } from "../../runtime/read-body.js";

/** What `getPicture` is called with. */
export type GetPictureInput = Record<string, never>;

/**
 * The 200 response of `getPicture`.
 *
 * The picture.
 */
export type GetPictureResponse = Blob;

/** The document describes no errors. */
export type GetPictureError = unknown;

/** The outcome of `getPicture` as a value, by `ok` and `status`. */
export type GetPictureResult = Success<200, GetPictureResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * `GET /picture`
 *
 * Data: `Blob`
 */
export function getPicture(
  client: Client,
  input: GetPictureInput = {},
  options?: RequestOptions,
): ApiPromise<GetPictureResponse, GetPictureResult> {
  return client.send(
    {
      operation: "getPicture",
      method: "GET",
      path: "/picture",
      accept: "image/png",
      read: readBody,
    },
    options,
  );
}
