import type { Client, RequestOptions } from "../../client.js";
import type { ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import { readText } from "../../runtime/read-text.js";
import type { StreamPromise } from "../../runtime/streamed.js";
import type { Entry } from "../../schemas/entry.js";

/** What `readLog` is called with. */
export type ReadLogInput = Record<string, never>;

/** An item of `ReadLogResponse`. */
export type ReadLogResponseItem = Entry;

/**
 * The 200 response of `readLog`.
 *
 * The log, an entry in each line.
 *
 * The text of all values; `stream(readLog, client)` of the subpath `stream` gives them as they arrive.
 */
export type ReadLogResponse = string;

/**
 * The default response of `readLog`.
 *
 * What went wrong.
 */
export type ReadLogError = Entry;

/** The outcome of `readLog` as a value, by `ok` and `status`. */
export type ReadLogResult = Success<200, ReadLogResponse> | Failure<ErrorStatus, ReadLogError> | NotSent;

/**
 * `GET /log`
 *
 * Data: `string`
 */
export function readLog(
  client: Client,
  input: ReadLogInput = {},
  options?: RequestOptions,
): StreamPromise<ReadLogResponse, ReadLogResult, ReadLogResponseItem> {
  return client.send(
    {
      operation: "readLog",
      method: "GET",
      path: "/log",
      accept: "application/x-ndjson, application/json;q=0.9",
      read: readText,
      streams: [{ type: "application/x-ndjson", as: "lines" }],
    },
    options,
  );
}
