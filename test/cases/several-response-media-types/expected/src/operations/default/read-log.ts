import type { RequestOptions } from "../../client.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import type { Client } from "../../runtime/client.js";
import { type ServerSentEvent, eventReader } from "../../runtime/event-stream.js";
import { readJsonLines } from "../../runtime/json-lines.js";
import { readByType } from "../../runtime/read-by-type.js";

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
 * The values as they arrive, to be iterated once. Whoever leaves the loop early closes the connection.
 */
export type ReadLogResponseNdjson = AsyncIterable<ReadLogResponseNdjsonItem>;

/** The data of an event of `ReadLogResponseEventStream`. */
export type ReadLogResponseEventStreamData = string;

/**
 * The 200 response of `readLog` as `text/event-stream`.
 *
 * The values as they arrive, to be iterated once. Whoever leaves the loop early closes the connection.
 */
export type ReadLogResponseEventStream = AsyncIterable<ServerSentEvent<ReadLogResponseEventStreamData>>;

/**
 * The 200 response of `readLog`.
 *
 * All at once, or line by line.
 */
export type ReadLogResponse = ReadLogResponseJson | ReadLogResponseNdjson | ReadLogResponseEventStream;

/** The document describes no errors. */
export type ReadLogError = unknown;

/** The outcome of `readLog` as a value, by `ok` and `status`. */
export type ReadLogResult = Success<200, ReadLogResponse> | Failure<ErrorStatus, unknown> | NotSent;

/** `GET /log` */
export function readLog(
  client: Client,
  input: ReadLogInput = {},
  options?: RequestOptions,
): ApiPromise<ReadLogResponse, ReadLogResult> {
  return client.send(
    {
      operation: "readLog",
      method: "GET",
      path: "/log",
      accept: "application/json, application/x-ndjson;q=0.9, text/event-stream;q=0.8",
      read: readByType({ "application/x-ndjson": readJsonLines, "text/event-stream": eventReader(false) }),
    },
    options,
  );
}
