import type { Client, RequestOptions } from "../../client.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import { readBody } from "../../runtime/read-body.js";
import type { Pet } from "../../schemas/pet.js";

/** What `getPet` is called with. */
export type GetPetInput = Record<string, never>;

/**
 * The 200 response of `getPet`.
 *
 * A pet.
 */
export type GetPetResponse = Pet;

/**
 * The 404 response of `getPet`.
 *
 * Text.
 */
export type GetPetError404 = string;

/**
 * The 500 response of `getPet`.
 *
 * Anything.
 */
export type GetPetError500 = unknown;

/** The error bodies of `getPet`. */
export type GetPetError = GetPetError404 | GetPetError500;

/** The outcome of `getPet` as a value, by `ok` and `status`. */
export type GetPetResult =
  | Success<200, GetPetResponse>
  | Failure<404, GetPetError404>
  | Failure<500, GetPetError500>
  | Failure<Exclude<ErrorStatus, 404 | 500>, unknown>
  | NotSent;

/**
 * `GET /pets`
 *
 * Data: `{ name: string }`
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
      path: "/pets",
      accept: "*\/*, text/*;q=0.9",
      read: readBody,
    },
    options,
  );
}
