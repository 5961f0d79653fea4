import type { Client, RequestOptions } from "../../client.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";

/** What `firstPet` is called with. */
export type FirstPetInput = Record<string, never>;

/**
 * The 200 response of `firstPet`.
 *
 * A pet.
 */
export type FirstPetResponse = unknown[];

/** The document describes no errors. */
export type FirstPetError = unknown;

/** The outcome of `firstPet` as a value, by `ok` and `status`. */
export type FirstPetResult = Success<200, FirstPetResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * `GET /pets/first`
 *
 * Data: `unknown[]`
 */
export function firstPet(
  client: Client,
  input: FirstPetInput = {},
  options?: RequestOptions,
): ApiPromise<FirstPetResponse, FirstPetResult> {
  return client.send(
    {
      operation: "firstPet",
      method: "GET",
      path: "/pets/first",
    },
    options,
  );
}
