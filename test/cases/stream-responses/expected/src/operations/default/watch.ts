import type { Client, RequestOptions } from "../../client.js";
import type { ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import { readText } from "../../runtime/read-text.js";
import type { StreamPromise } from "../../runtime/streamed.js";
import type { Entry } from "../../schemas/entry.js";

/** What `watch` is called with. */
export type WatchInput = Record<string, never>;

/** An event of `WatchResponse`. */
export type WatchResponseEvent =
  | {
      event: "entry";
      data: Entry;
      id?: string;
    }
  | {
      event: "note";
      data: string;
      id?: string;
    };

/**
 * The 200 response of `watch`.
 *
 * What happens.
 *
 * The text of all values; `stream(watch, client)` of the subpath `stream` gives them as they arrive.
 */
export type WatchResponse = string;

/** The document describes no errors. */
export type WatchError = unknown;

/** The outcome of `watch` as a value, by `ok` and `status`. */
export type WatchResult = Success<200, WatchResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * `GET /events`
 *
 * Data: `string`
 */
export function watch(
  client: Client,
  input: WatchInput = {},
  options?: RequestOptions,
): StreamPromise<WatchResponse, WatchResult, WatchResponseEvent> {
  return client.send(
    {
      operation: "watch",
      method: "GET",
      path: "/events",
      accept: "text/event-stream",
      read: readText,
      streams: [{ type: "text/event-stream", as: "events", others: ["entry"] }],
    },
    options,
  );
}
