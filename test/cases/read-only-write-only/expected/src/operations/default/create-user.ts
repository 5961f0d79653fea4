import type { Client, RequestOptions } from "../../client.js";
import { encodeCreateUserForm } from "../../forms/create-user.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import type { UserRequest } from "../../schemas/user-request.js";
import type { User } from "../../schemas/user.js";

/** The body of `createUser`. */
export type CreateUserBody = UserRequest;

/** What `createUser` is called with. */
export interface CreateUserInput {
  readonly body?: CreateUserBody;
}

/**
 * The 200 response of `createUser`.
 *
 * The user.
 */
export type CreateUserResponse = User;

/** The document describes no errors. */
export type CreateUserError = unknown;

/** The outcome of `createUser` as a value, by `ok` and `status`. */
export type CreateUserResult = Success<200, CreateUserResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * `POST /users`
 *
 * Input: `{ body?: { name: string; password: string; address?: Address; boss?: UserRequest } }`
 *
 * Data: `{ id: Id; name: string; address?: Address; boss?: User }`
 */
export function createUser(
  client: Client,
  input: CreateUserInput = {},
  options?: RequestOptions,
): ApiPromise<CreateUserResponse, CreateUserResult> {
  return client.send(
    {
      operation: "createUser",
      method: "POST",
      path: "/users",
      contentType: "application/x-www-form-urlencoded",
      encode: () => ({
        body: input.body === undefined ? "" : encodeCreateUserForm(input.body),
      }),
    },
    options,
  );
}
