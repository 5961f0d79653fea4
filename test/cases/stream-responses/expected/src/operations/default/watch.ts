import type { RequestOptions } from "../../client.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import type { Client } from "../../runtime/client.js";
import { eventReader } from "../../runtime/event-stream.js";
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
 * The values as they arrive, to be iterated once. Whoever leaves the loop early closes the connection.
 */
export type WatchResponse = AsyncIterable<WatchResponseEvent>;

/** The document describes no errors. */
export type WatchError = unknown;

/** The outcome of `watch` as a value, by `ok` and `status`. */
export type WatchResult = Success<200, WatchResponse> | Failure<ErrorStatus, unknown> | NotSent;

/** `GET /events` */
export function watch(
  client: Client,
  input: WatchInput = {},
  options?: RequestOptions,
): ApiPromise<WatchResponse, WatchResult> {
  return client.send(
    {
      operation: "watch",
      method: "GET",
      path: "/events",
      accept: "text/event-stream",
      read: eventReader(false, ["entry"]),
    },
    options,
  );
}
