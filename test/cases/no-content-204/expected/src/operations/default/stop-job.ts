import type { Client, RequestOptions } from "../../client.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import { pathSegment } from "../../runtime/path-parameter.js";
import { uriText } from "../../runtime/uri-text.js";

/** Path parameters of `stopJob`. */
export interface StopJobPath {
  /** Format: `uuid` */
  id: string;
}

/** What `stopJob` is called with. */
export interface StopJobInput {
  readonly path: StopJobPath;
}

/**
 * The 204 response of `stopJob`.
 *
 * Stopped.
 */
export type StopJobResponse = undefined;

/**
 * The 404 response of `stopJob`.
 *
 * No such job.
 */
export type StopJobError = unknown;

/** The outcome of `stopJob` as a value, by `ok` and `status`. */
export type StopJobResult =
  Success<204, StopJobResponse> | Failure<404, StopJobError> | Failure<Exclude<ErrorStatus, 404>, unknown> | NotSent;

/**
 * `DELETE /jobs/{id}`
 *
 * Input: `{ path: { id: string } }`
 */
export function stopJob(
  client: Client,
  input: StopJobInput,
  options?: RequestOptions,
): ApiPromise<StopJobResponse, StopJobResult> {
  return client.send(
    {
      operation: "stopJob",
      method: "DELETE",
      path: "/jobs/{id}",
      success: [204],
      encode: () => ({
        path: "/jobs/" + pathSegment(uriText(input.path.id, "id"), "id"),
      }),
    },
    options,
  );
}
