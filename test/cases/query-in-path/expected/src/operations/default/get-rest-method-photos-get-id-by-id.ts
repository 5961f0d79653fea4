import type { Client, RequestOptions } from "../../client.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import { uriText } from "../../runtime/uri-text.js";

/** Path parameters of `getRestMethodPhotosGetIdById`. */
export interface GetRestMethodPhotosGetIdByIdPath {
  id: number;
}

/** What `getRestMethodPhotosGetIdById` is called with. */
export interface GetRestMethodPhotosGetIdByIdInput {
  readonly path: GetRestMethodPhotosGetIdByIdPath;
}

/**
 * The 200 response of `getRestMethodPhotosGetIdById`.
 *
 * A photo.
 *
 * Inferred from the example of the 200 response, seen once: the document has no schema for it.
 */
export interface GetRestMethodPhotosGetIdByIdResponse {
  id: number;
}

/** The document describes no errors. */
export type GetRestMethodPhotosGetIdByIdError = unknown;

/** The outcome of `getRestMethodPhotosGetIdById` as a value, by `ok` and `status`. */
export type GetRestMethodPhotosGetIdByIdResult =
  Success<200, GetRestMethodPhotosGetIdByIdResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * `GET /rest?method=photos.get&id={id}`
 *
 * Input: `{ path: { id: number } }`
 *
 * Data: `{ id: number }`
 */
export function getRestMethodPhotosGetIdById(
  client: Client,
  input: GetRestMethodPhotosGetIdByIdInput,
  options?: RequestOptions,
): ApiPromise<GetRestMethodPhotosGetIdByIdResponse, GetRestMethodPhotosGetIdByIdResult> {
  return client.send(
    {
      operation: "getRestMethodPhotosGetIdById",
      method: "GET",
      path: "/rest?method=photos.get&id={id}",
      encode: () => ({
        path: "/rest?method=photos.get&id=" + uriText(input.path.id, "id"),
      }),
    },
    options,
  );
}
