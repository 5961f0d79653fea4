import type { Client, RequestOptions } from "../../client.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import { jsonText } from "../../runtime/json-text.js";

/** The body of `deleteFiles`. */
export type DeleteFilesBody = string[];

/** What `deleteFiles` is called with. */
export interface DeleteFilesInput {
  readonly body: DeleteFilesBody;
}

/**
 * The 204 response of `deleteFiles`.
 *
 * Gone.
 */
export type DeleteFilesResponse = undefined;

/** The document describes no errors. */
export type DeleteFilesError = unknown;

/** The outcome of `deleteFiles` as a value, by `ok` and `status`. */
export type DeleteFilesResult = Success<204, DeleteFilesResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * `DELETE /files`
 *
 * Input: `{ body: string[] }`
 */
export function deleteFiles(
  client: Client,
  input: DeleteFilesInput,
  options?: RequestOptions,
): ApiPromise<DeleteFilesResponse, DeleteFilesResult> {
  return client.send(
    {
      operation: "deleteFiles",
      method: "DELETE",
      path: "/files",
      contentType: "application/json",
      success: [204],
      encode: () => ({
        body: jsonText(input.body, "body"),
      }),
    },
    options,
  );
}
