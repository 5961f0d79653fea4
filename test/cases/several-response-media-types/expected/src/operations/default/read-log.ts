import type { Client, RequestOptions } from "../../client.js";
import type { ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import type { ServerSentEvent } from "../../runtime/event-stream.js";
import type { StreamPromise } from "../../runtime/streamed.js";

/** What `readLog` is called with. */
export type ReadLogInput = Record<string, never>;

/** The 200 response of `readLog` as `application/json`. */
export type ReadLogResponseJson = string[];

/** An item of `ReadLogResponseNdjson`. */
export interface ReadLogResponseNdjsonItem {
  line: string;
}

/**
 * The 200 response of `readLog` as `application/x-ndjson`.
 *
 * The text of all values; `stream(readLog, client)` of the subpath `stream` gives them as they arrive.
 */
export type ReadLogResponseNdjson = string;

/** The data of an event of `ReadLogResponseEventStream`. */
export type ReadLogResponseEventStreamData = string;

/**
 * The 200 response of `readLog` as `text/event-stream`.
 *
 * The text of all values; `stream(readLog, client)` of the subpath `stream` gives them as they arrive.
 */
export type ReadLogResponseEventStream = string;

/**
 * The 200 response of `readLog`.
 *
 * All at once, or line by line.
 */
export type ReadLogResponse = ReadLogResponseJson;

/** The document describes no errors. */
export type ReadLogError = unknown;

/** The outcome of `readLog` as a value, by `ok` and `status`. */
export type ReadLogResult = Success<200, ReadLogResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * `GET /log`
 *
 * Data: `string[]`
 */
export function readLog(
  client: Client,
  input: ReadLogInput = {},
  options?: RequestOptions,
): StreamPromise<
  ReadLogResponse,
  ReadLogResult,
  ReadLogResponseNdjsonItem | ServerSentEvent<ReadLogResponseEventStreamData>
> {
  return client.send(
    {
      operation: "readLog",
      method: "GET",
      path: "/log",
      streams: [
        { type: "application/x-ndjson", as: "lines" },
        { type: "text/event-stream", as: "events" },
      ],
    },
    options,
  );
}
