import type { Client, RequestOptions } from "../../client.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import { noBody } from "../../runtime/no-body.js";

/** What `download` is called with. */
export type DownloadInput = Record<string, never>;

/**
 * The 200 response of `download`.
 *
 * A file.
 */
export type DownloadResponse = undefined;

/** The document describes no errors. */
export type DownloadError = unknown;

/** The outcome of `download` as a value, by `ok` and `status`. */
export type DownloadResult = Success<200, DownloadResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * `GET /files`
 *
 * Sent to https://eu.example.com/v2 unless `baseUrl` says otherwise.
 *
 * The operation's servers:
 * - `/{version}`
 *   - `version`: `v2`, one of `v2`, `v3`: Which API.
 */
export function download(
  client: Client,
  input: DownloadInput = {},
  options?: RequestOptions,
): ApiPromise<DownloadResponse, DownloadResult> {
  return client.send(
    {
      operation: "download",
      method: "GET",
      path: "/files",
      baseUrl: "https://eu.example.com/v2",
      read: noBody,
    },
    options,
  );
}
