import type { Client, RequestOptions } from "../../client.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import { headerParameter } from "../../runtime/header-parameter.js";
import { jsonText } from "../../runtime/json-text.js";
import { noBody } from "../../runtime/no-body.js";
import { pathSegment } from "../../runtime/path-parameter.js";
import { listOf } from "../../runtime/structure.js";
import { uriText } from "../../runtime/uri-text.js";

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

/**
 * `PATCH /users/{id}`
 *
 * Input: `{ path: { id: number }; query?: { notify?: boolean; "fields[]"?: string[] }; headers: { "If-Match": string }; body: { name?: string; tags?: string[] } }`
 */
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
      read: noBody,
      encode: () => {
        const query: UpdateUserQuery = input.query ?? {};
        let search = "";
        if (query.notify != null) search = search + "&notify=" + uriText(query.notify, "notify");
        if (query["fields[]"] != null)
          for (const item of listOf(query["fields[]"], "fields[]"))
            if (item != null) search = search + "&fields%5B%5D=" + uriText(item, "fields[][]");
        return {
          path: "/users/" + pathSegment(uriText(input.path.id, "id"), "id"),
          query: search.slice(1),
          headers: { "If-Match": headerParameter("If-Match", input.headers?.["If-Match"], false) },
          body: jsonText(input.body, "body"),
        };
      },
    },
    options,
  );
}
