import type { Client, RequestOptions } from "../../client.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";

/** What `listUsers` is called with. */
export type ListUsersInput = Record<string, never>;

/**
 * The 200 response of `listUsers`.
 *
 * Users.
 *
 * Inferred from the example of the 200 response: the document has no schema for it.
 */
export type ListUsersResponse = {
  id: number;
  /** Format: `email` */
  email: string | null;
  /** Seen once. */
  manager: {
    id: number;
  } | null;
  extra: unknown;
  nickname?: string;
}[];

/** The document describes no errors. */
export type ListUsersError = unknown;

/** The outcome of `listUsers` as a value, by `ok` and `status`. */
export type ListUsersResult = Success<200, ListUsersResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * `GET /users`
 *
 * Data: `{ … }[]`
 */
export function listUsers(
  client: Client,
  input: ListUsersInput = {},
  options?: RequestOptions,
): ApiPromise<ListUsersResponse, ListUsersResult> {
  return client.send(
    {
      operation: "listUsers",
      method: "GET",
      path: "/users",
    },
    options,
  );
}
