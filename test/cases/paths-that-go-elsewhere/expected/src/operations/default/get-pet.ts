import type { Client, RequestOptions } from "../../client.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import { uriText } from "../../runtime/uri-text.js";

/** Path parameters of `getPet`. */
export interface GetPetPath {
  id: string;
}

/** What `getPet` is called with. */
export interface GetPetInput {
  readonly path: GetPetPath;
}

/**
 * The 204 response of `getPet`.
 *
 * A pet.
 */
export type GetPetResponse = undefined;

/** The document describes no errors. */
export type GetPetError = unknown;

/** The outcome of `getPet` as a value, by `ok` and `status`. */
export type GetPetResult = Success<204, GetPetResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * `GET /list of\pets/{id} `
 *
 * Input: `{ path: { id: string } }`
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
      path: "/list of\\pets/{id} ",
      success: [204],
      encode: () => ({
        path: "/list%20of%5Cpets/" + uriText(input.path.id, "id") + "%20",
      }),
    },
    options,
  );
}
