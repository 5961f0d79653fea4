import type { Client, RequestOptions } from "../../client.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import { pathSegment } from "../../runtime/path-parameter.js";
import { uriText } from "../../runtime/uri-text.js";

/** Path parameters of `_1stPet`. */
export interface _1stPetPath {
  id: number;
}

/** What `_1stPet` is called with. */
export interface _1stPetInput {
  readonly path: _1stPetPath;
}

/**
 * The 204 response of `_1stPet`.
 *
 * Done.
 */
export type _1stPetResponse = undefined;

/** The document describes no errors. */
export type _1stPetError = unknown;

/** The outcome of `_1stPet` as a value, by `ok` and `status`. */
export type _1stPetResult = Success<204, _1stPetResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * `GET /pets/{id}`
 *
 * Input: `{ path: { id: number } }`
 */
export function _1stPet(
  client: Client,
  input: _1stPetInput,
  options?: RequestOptions,
): ApiPromise<_1stPetResponse, _1stPetResult> {
  return client.send(
    {
      operation: "1stPet",
      method: "GET",
      path: "/pets/{id}",
      success: [204],
      encode: () => ({
        path: "/pets/" + pathSegment(uriText(input.path.id, "id"), "id"),
      }),
    },
    options,
  );
}
