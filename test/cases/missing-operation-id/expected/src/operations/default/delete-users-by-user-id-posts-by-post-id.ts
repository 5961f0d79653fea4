import type { Client, RequestOptions } from "../../client.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import { pathSegment } from "../../runtime/path-parameter.js";
import { uriText } from "../../runtime/uri-text.js";

/** Path parameters of `deleteUsersByUserIdPostsByPostId`. */
export interface DeleteUsersByUserIdPostsByPostIdPath {
  userId: string;
  post_id: string;
}

/** What `deleteUsersByUserIdPostsByPostId` is called with. */
export interface DeleteUsersByUserIdPostsByPostIdInput {
  readonly path: DeleteUsersByUserIdPostsByPostIdPath;
}

/**
 * The 204 response of `deleteUsersByUserIdPostsByPostId`.
 *
 * Gone.
 */
export type DeleteUsersByUserIdPostsByPostIdResponse = undefined;

/** The document describes no errors. */
export type DeleteUsersByUserIdPostsByPostIdError = unknown;

/** The outcome of `deleteUsersByUserIdPostsByPostId` as a value, by `ok` and `status`. */
export type DeleteUsersByUserIdPostsByPostIdResult =
  Success<204, DeleteUsersByUserIdPostsByPostIdResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * `DELETE /users/{userId}/posts/{post_id}`
 *
 * Input: `{ path: { userId: string; post_id: string } }`
 */
export function deleteUsersByUserIdPostsByPostId(
  client: Client,
  input: DeleteUsersByUserIdPostsByPostIdInput,
  options?: RequestOptions,
): ApiPromise<DeleteUsersByUserIdPostsByPostIdResponse, DeleteUsersByUserIdPostsByPostIdResult> {
  return client.send(
    {
      operation: "deleteUsersByUserIdPostsByPostId",
      method: "DELETE",
      path: "/users/{userId}/posts/{post_id}",
      success: [204],
      encode: () => ({
        path:
          "/users/" +
          pathSegment(uriText(input.path.userId, "userId"), "userId") +
          "/posts/" +
          pathSegment(uriText(input.path.post_id, "post_id"), "post_id"),
      }),
    },
    options,
  );
}
