import type { Client, RequestOptions } from "../../client.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import type { Pet } from "../../schemas/pet.js";

/** What `listPets` is called with. */
export type ListPetsInput = Record<string, never>;

/**
 * The 200 response of `listPets`.
 *
 * All pets.
 */
export type ListPetsResponse = Pet[];

/** The document describes no errors. */
export type ListPetsError = unknown;

/** The outcome of `listPets` as a value, by `ok` and `status`. */
export type ListPetsResult = Success<200, ListPetsResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * `GET /pets`
 *
 * Data: `Pet[]`
 */
export function listPets(
  client: Client,
  input: ListPetsInput = {},
  options?: RequestOptions,
): ApiPromise<ListPetsResponse, ListPetsResult> {
  return client.send(
    {
      operation: "listPets",
      method: "GET",
      path: "/pets",
    },
    options,
  );
}
