import type { Client, RequestOptions } from "../../client.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";

/** What `listPets` is called with. */
export type ListPetsInput = Record<string, never>;

/**
 * The 200 response of `listPets`.
 *
 * ok
 *
 * Headers:
 * - `Rate`
 */
export type ListPetsResponse = unknown;

/** The 400 response of `listPets`. */
export type ListPetsError = unknown;

/** The outcome of `listPets` as a value, by `ok` and `status`. */
export type ListPetsResult =
  | Success<200, ListPetsResponse, { Rate: string | null; rate: string | null }>
  | Failure<400, ListPetsError>
  | Failure<Exclude<ErrorStatus, 400>, unknown>
  | NotSent;

/** `GET /pets` */
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
