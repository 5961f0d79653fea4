import type { Client, RequestOptions } from "../../client.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import { pathSegment } from "../../runtime/path-parameter.js";
import { uriText } from "../../runtime/uri-text.js";
import type { Pet } from "../../schemas/pet.js";

/** Path parameters of `getPet`. */
export interface GetPetPath {
  id: number;
}

/** What `getPet` is called with. */
export interface GetPetInput {
  readonly path: GetPetPath;
}

/**
 * The 200 response of `getPet`.
 *
 * The pet.
 */
export type GetPetResponse = Pet;

/** The document describes no errors. */
export type GetPetError = unknown;

/** The outcome of `getPet` as a value, by `ok` and `status`. */
export type GetPetResult = Success<200, GetPetResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * `GET /pets/{id}`
 *
 * Input: `{ path: { id: number } }`
 *
 * Data: `{ id: number; name?: string | null }`
 */
export function getPet(
  client: Client,
  input: GetPetInput,
  options?: RequestOptions,
): ApiPromise<GetPetResponse, GetPetResult> {
  return client.send(
    {
      operation: "getPet",
      method: "GET",
      path: "/pets/{id}",
      encode: () => ({
        path: "/pets/" + pathSegment(uriText(input.path.id, "id"), "id"),
      }),
    },
    options,
  );
}
