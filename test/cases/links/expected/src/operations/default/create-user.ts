import type { Client, RequestOptions } from "../../client.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import { noBody } from "../../runtime/no-body.js";

/** What `createUser` is called with. */
export type CreateUserInput = Record<string, never>;

/**
 * The 201 response of `createUser`.
 *
 * Made.
 */
export type CreateUserResponse = undefined;

/** The document describes no errors. */
export type CreateUserError = unknown;

/** The outcome of `createUser` as a value, by `ok` and `status`. */
export type CreateUserResult = Success<201, CreateUserResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * Makes a user.
 *
 * Links:
 * - `GetUserByUserId` (201): `getUser` with `userId` = `$response.body#/id`. The `id` is that of the path.
 * - `Rename` (201): `patchUsersByUserId` with `path.userId` = `$response.body#/id`, the body = `{"name":"$request.body#/name"}`
 * - `Owner` (201): `https://example.com/other.yml#/paths/~1owners/get`
 *
 * `POST /users`
 */
export function createUser(
  client: Client,
  input: CreateUserInput = {},
  options?: RequestOptions,
): ApiPromise<CreateUserResponse, CreateUserResult> {
  return client.send(
    {
      operation: "create-user",
      method: "POST",
      path: "/users",
      success: [201],
      read: noBody,
    },
    options,
  );
}
