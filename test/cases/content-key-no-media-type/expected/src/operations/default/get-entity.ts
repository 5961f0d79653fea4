import type { Client, RequestOptions } from "../../client.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";

/** What `getEntity` is called with. */
export type GetEntityInput = Record<string, never>;

/**
 * The 200 response of `getEntity`.
 *
 * The entity.
 */
export interface GetEntityResponse {
  id?: number;
}

/** The document describes no errors. */
export type GetEntityError = unknown;

/** The outcome of `getEntity` as a value, by `ok` and `status`. */
export type GetEntityResult = Success<200, GetEntityResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * `GET /entity`
 *
 * Data: `{ id?: number }`
 */
export function getEntity(
  client: Client,
  input: GetEntityInput = {},
  options?: RequestOptions,
): ApiPromise<GetEntityResponse, GetEntityResult> {
  return client.send(
    {
      operation: "getEntity",
      method: "GET",
      path: "/entity",
    },
    options,
  );
}
