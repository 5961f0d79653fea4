import type { Client, RequestOptions } from "../../client.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import { noBody } from "../../runtime/no-body.js";

/** What `moveAll` is called with. */
export type MoveAllInput = Record<string, never>;

/**
 * The 201 response of `moveAll`.
 *
 * Moved.
 */
export type MoveAllResponse = undefined;

/** The document describes no errors. */
export type MoveAllError = unknown;

/** The outcome of `moveAll` as a value, by `ok` and `status`. */
export type MoveAllResult = Success<201, MoveAllResponse> | Failure<ErrorStatus, unknown> | NotSent;

/** `move-All /files` */
export function moveAll(
  client: Client,
  input: MoveAllInput = {},
  options?: RequestOptions,
): ApiPromise<MoveAllResponse, MoveAllResult> {
  return client.send(
    {
      operation: "moveAll",
      method: "move-All",
      path: "/files",
      success: [201],
      read: noBody,
    },
    options,
  );
}
