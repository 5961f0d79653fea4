import type { Client, RequestOptions } from "../../client.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import { noBody } from "../../runtime/no-body.js";

/** What `traceFiles` is called with. */
export type TraceFilesInput = Record<string, never>;

/**
 * The 200 response of `traceFiles`.
 *
 * Traced.
 */
export type TraceFilesResponse = undefined;

/** The document describes no errors. */
export type TraceFilesError = unknown;

/** The outcome of `traceFiles` as a value, by `ok` and `status`. */
export type TraceFilesResult = Success<200, TraceFilesResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * `TRACE /files`
 *
 * The global `fetch` does not send TRACE: pass another.
 */
export function traceFiles(
  client: Client,
  input: TraceFilesInput = {},
  options?: RequestOptions,
): ApiPromise<TraceFilesResponse, TraceFilesResult> {
  return client.send(
    {
      operation: "traceFiles",
      method: "TRACE",
      path: "/files",
      read: noBody,
    },
    options,
  );
}
