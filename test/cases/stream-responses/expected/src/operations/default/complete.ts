import type { Client, RequestOptions } from "../../client.js";
import type { ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import type { ServerSentEvent } from "../../runtime/event-stream.js";
import { noBodyOf } from "../../runtime/no-body.js";
import { readText } from "../../runtime/read-text.js";
import type { StreamPromise } from "../../runtime/streamed.js";

/** What `complete` is called with. */
export type CompleteInput = Record<string, never>;

/** The data of an event of `CompleteResponse200`. */
export interface CompleteResponse200Data {
  text: string;
}

/**
 * The 200 response of `complete`.
 *
 * The completion, piece by piece, and `[DONE]`.
 *
 * The text of all values; `stream(complete, client)` of the subpath `stream` gives them as they arrive.
 */
export type CompleteResponse200 = string;

/**
 * The 202 response of `complete`.
 *
 * The completion is queued.
 */
export type CompleteResponse202 = undefined;

/** What `complete` answers. */
export type CompleteResponse = CompleteResponse200 | CompleteResponse202;

/** The document describes no errors. */
export type CompleteError = unknown;

/** The outcome of `complete` as a value, by `ok` and `status`. */
export type CompleteResult =
  Success<200, CompleteResponse200> | Success<202, CompleteResponse202> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * `POST /completions`
 *
 * Data: `string`
 */
export function complete(
  client: Client,
  input: CompleteInput = {},
  options?: RequestOptions,
): StreamPromise<CompleteResponse, CompleteResult, ServerSentEvent<CompleteResponse200Data>> {
  return client.send(
    {
      operation: "complete",
      method: "POST",
      path: "/completions",
      accept: "text/event-stream",
      success: [200, 202],
      read: noBodyOf([202], readText),
      streams: [{ type: "text/event-stream", as: "events", isJson: true }],
    },
    options,
  );
}
