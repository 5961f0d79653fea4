import type { Client, RequestOptions } from "../../client.js";
import { answerParser } from "../../runtime/answer-parser.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import { parseDates } from "../../runtime/date-json.js";

/** What `getSeen` is called with. */
export type GetSeenInput = Record<string, never>;

/**
 * The 200 response of `getSeen`.
 *
 * Learned from an example.
 *
 * Inferred from the example of the 200 response, seen once: the document has no schema for it.
 */
export interface GetSeenResponse {
  /** Format: `date-time` */
  at: Date;
  /** Format: `date` */
  day: string;
}

/** The document describes no errors. */
export type GetSeenError = unknown;

/** The outcome of `getSeen` as a value, by `ok` and `status`. */
export type GetSeenResult = Success<200, GetSeenResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * `GET /seen`
 *
 * Data: `{ at: string; day: string }`
 */
export function getSeen(
  client: Client,
  input: GetSeenInput = {},
  options?: RequestOptions,
): ApiPromise<GetSeenResponse, GetSeenResult> {
  return client.send(
    {
      operation: "getSeen",
      method: "GET",
      path: "/seen",
      parse: answerParser(parseDates, { 200: { members: { at: "Date" } } }),
    },
    options,
  );
}
