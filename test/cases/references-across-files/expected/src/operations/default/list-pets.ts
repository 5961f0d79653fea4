import type { Client, RequestOptions } from "../../client.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import { uriText } from "../../runtime/uri-text.js";
import type { Animal } from "../../schemas/animal.js";

/** Query parameters of `listPets`. */
export interface ListPetsQuery {
  limit?: number;
}

/** What `listPets` is called with. */
export interface ListPetsInput {
  readonly query?: ListPetsQuery;
}

/**
 * The 200 response of `listPets`.
 *
 * all
 */
export type ListPetsResponse = Animal[];

/** The document describes no errors. */
export type ListPetsError = unknown;

/** The outcome of `listPets` as a value, by `ok` and `status`. */
export type ListPetsResult = Success<200, ListPetsResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * `GET /pets`
 *
 * Input: `{ query?: { limit?: number } }`
 *
 * Data: `Animal[]`
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
      encode: () => {
        const query: ListPetsQuery = input.query ?? {};
        let search = "";
        if (query.limit != null) search = search + "&limit=" + uriText(query.limit, "limit");
        return {
          query: search.slice(1),
        };
      },
    },
    options,
  );
}
