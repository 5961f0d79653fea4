import type { Client, RequestOptions } from "../../client.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";

/** What `getPet` is called with. */
export type GetPetInput = Record<string, never>;

/**
 * The 200 response of `getPet`.
 *
 * A pet.
 *
 * Inferred from the 2 examples of the 200 response: the document has no schema for it.
 */
export interface GetPetResponse {
  name: string;
  lives?: number;
  weight?: number;
}

/**
 * The 404 response of `getPet`.
 *
 * No pet.
 *
 * Inferred from the example `gone` of the 404 response, seen once: the document has no schema for it.
 */
export interface GetPetError {
  message: string;
}

/** The outcome of `getPet` as a value, by `ok` and `status`. */
export type GetPetResult =
  Success<200, GetPetResponse> | Failure<404, GetPetError> | Failure<Exclude<ErrorStatus, 404>, unknown> | NotSent;

/**
 * `GET /pet`
 *
 * Data: `{ name: string; lives?: number; weight?: number }`
 */
export function getPet(
  client: Client,
  input: GetPetInput = {},
  options?: RequestOptions,
): ApiPromise<GetPetResponse, GetPetResult> {
  return client.send(
    {
      operation: "getPet",
      method: "GET",
      path: "/pet",
    },
    options,
  );
}
