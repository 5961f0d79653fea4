import type { RequestOptions } from "../../client.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import type { Client } from "../../runtime/client.js";
import { headerParameter, joinParts, pathParameter, queryParameter } from "../../runtime/parameters.js";

/** Path parameters of `updateUser`. */
export interface UpdateUserPath {
  id: number;
}

/** Query parameters of `updateUser`. */
export interface UpdateUserQuery {
  /** @default true */
  notify?: boolean;
  "fields[]"?: string[];
}

/** Headers of `updateUser`. */
export interface UpdateUserHeaders {
  /** The version to change. */
  "If-Match": string;
}

/** The body of `updateUser`. */
export interface UpdateUserBody {
  name?: string;
  tags?: string[];
}

/** What `updateUser` is called with. */
export interface UpdateUserInput {
  readonly path: UpdateUserPath;
  readonly query?: UpdateUserQuery;
  readonly headers: UpdateUserHeaders;
  readonly body: UpdateUserBody;
}

/**
 * The 200 response of `updateUser`.
 *
 * Changed.
 */
export type UpdateUserResponse = undefined;

/** The document describes no errors. */
export type UpdateUserError = unknown;

/** The outcome of `updateUser` as a value, by `ok` and `status`. */
export type UpdateUserResult = Success<200, UpdateUserResponse> | Failure<ErrorStatus, unknown> | NotSent;

/** `PATCH /users/{id}` */
export function updateUser(
  client: Client,
  input: UpdateUserInput,
  options?: RequestOptions,
): ApiPromise<UpdateUserResponse, UpdateUserResult> {
  return client.send(
    {
      operation: "updateUser",
      method: "PATCH",
      path: "/users/{id}",
      contentType: "application/json",
      encode: () => ({
        path: "/users/" + pathParameter("id", input.path.id, "simple", false),
        query: joinParts(
          "&",
          queryParameter("notify", input.query?.notify, "form", true),
          queryParameter("fields[]", input.query?.["fields[]"], "form", true),
        ),
        headers: { "If-Match": headerParameter("If-Match", input.headers?.["If-Match"], false) },
        body: JSON.stringify(input.body),
      }),
    },
    options,
  );
}
