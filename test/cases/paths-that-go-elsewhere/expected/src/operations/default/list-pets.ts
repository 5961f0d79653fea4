import type { Client, RequestOptions } from "../../client.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success, SuccessStatus } from "../../runtime/api-promise.js";

/** What `listPets` is called with. */
export type ListPetsInput = Record<string, never>;

/** The document describes no success. */
export type ListPetsResponse = unknown;

/** The document describes no errors. */
export type ListPetsError = unknown;

/** The outcome of `listPets` as a value, by `ok` and `status`. */
export type ListPetsResult = Success<SuccessStatus, unknown> | Failure<ErrorStatus, unknown> | NotSent;

/** `GET /list ` */
export function listPets(
  client: Client,
  input: ListPetsInput = {},
  options?: RequestOptions,
): ApiPromise<ListPetsResponse, ListPetsResult> {
  return client.send(
    {
      operation: "listPets",
      method: "GET",
      path: "/list ",
      success: [],
      encode: () => ({
        path: "/list%20",
      }),
    },
    options,
  );
}
