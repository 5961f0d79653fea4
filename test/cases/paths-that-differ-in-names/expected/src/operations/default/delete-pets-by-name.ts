import type { Client, RequestOptions } from "../../client.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import { pathSegment } from "../../runtime/path-parameter.js";
import { uriText } from "../../runtime/uri-text.js";

/** Path parameters of `deletePetsByName`. */
export interface DeletePetsByNamePath {
  name: string;
}

/** What `deletePetsByName` is called with. */
export interface DeletePetsByNameInput {
  readonly path: DeletePetsByNamePath;
}

/**
 * The 204 response of `deletePetsByName`.
 *
 * Done.
 */
export type DeletePetsByNameResponse = undefined;

/** The document describes no errors. */
export type DeletePetsByNameError = unknown;

/** The outcome of `deletePetsByName` as a value, by `ok` and `status`. */
export type DeletePetsByNameResult = Success<204, DeletePetsByNameResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * `DELETE /pets/{name}`
 *
 * Input: `{ path: { name: string } }`
 */
export function deletePetsByName(
  client: Client,
  input: DeletePetsByNameInput,
  options?: RequestOptions,
): ApiPromise<DeletePetsByNameResponse, DeletePetsByNameResult> {
  return client.send(
    {
      operation: "deletePetsByName",
      method: "DELETE",
      path: "/pets/{name}",
      success: [204],
      encode: () => ({
        path: "/pets/" + pathSegment(uriText(input.path.name, "name"), "name"),
      }),
    },
    options,
  );
}
