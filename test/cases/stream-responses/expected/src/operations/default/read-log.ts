import type { RequestOptions } from "../../client.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import type { Client } from "../../runtime/client.js";
import { readJsonLines } from "../../runtime/json-lines.js";
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
 * The values as they arrive, to be iterated once. Whoever leaves the loop early closes the connection.
 */
export type ReadLogResponse = AsyncIterable<ReadLogResponseItem>;

/**
 * The default response of `readLog`.
 *
 * What went wrong.
 */
export type ReadLogError = Entry;

/** The outcome of `readLog` as a value, by `ok` and `status`. */
export type ReadLogResult = Success<200, ReadLogResponse> | Failure<ErrorStatus, ReadLogError> | NotSent;

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
      accept: "application/x-ndjson, application/json;q=0.9",
      read: readJsonLines,
    },
    options,
  );
}
