import type { Client, RequestOptions } from "../../client.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import { noBody } from "../../runtime/no-body.js";

/** What `upload` is called with. */
export type UploadInput = Record<string, never>;

/**
 * The 201 response of `upload`.
 *
 * Uploaded.
 */
export type UploadResponse = undefined;

/** The document describes no errors. */
export type UploadError = unknown;

/** The outcome of `upload` as a value, by `ok` and `status`. */
export type UploadResult = Success<201, UploadResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * `POST /files`
 *
 * Sent to https://files.example.com/upload unless `baseUrl` says otherwise.
 */
export function upload(
  client: Client,
  input: UploadInput = {},
  options?: RequestOptions,
): ApiPromise<UploadResponse, UploadResult> {
  return client.send(
    {
      operation: "upload",
      method: "POST",
      path: "/files",
      baseUrl: "https://files.example.com/upload",
      success: [201],
      read: noBody,
    },
    options,
  );
}
