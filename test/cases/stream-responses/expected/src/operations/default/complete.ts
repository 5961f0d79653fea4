import type { RequestOptions } from "../../client.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import type { Client } from "../../runtime/client.js";
import { type ServerSentEvent, eventReader } from "../../runtime/event-stream.js";

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
 * The values as they arrive, to be iterated once. Whoever leaves the loop early closes the connection.
 */
export type CompleteResponse200 = AsyncIterable<ServerSentEvent<CompleteResponse200Data>>;

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

/** `POST /completions` */
export function complete(
  client: Client,
  input: CompleteInput = {},
  options?: RequestOptions,
): ApiPromise<CompleteResponse, CompleteResult> {
  return client.send(
    {
      operation: "complete",
      method: "POST",
      path: "/completions",
      accept: "text/event-stream",
      read: (response, explain) => (response.status === 200 ? eventReader(true)(response, explain) : undefined),
    },
    options,
  );
}
