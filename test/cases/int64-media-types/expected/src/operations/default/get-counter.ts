import type { Client, RequestOptions } from "../../client.js";
import { answerParser } from "../../runtime/answer-parser.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import { parseInt64 } from "../../runtime/int64-json.js";
import type { Long } from "../../schemas/long.js";
import type { Short } from "../../schemas/short.js";
import { shapeOfLong } from "../../shapes/long.js";

/** What `getCounter` is called with. */
export type GetCounterInput = Record<string, never>;

/**
 * The 200 response of `getCounter`.
 *
 * The short one.
 */
export type GetCounterResponse = Short;

/**
 * The default response of `getCounter`.
 *
 * No.
 */
export type GetCounterError = Long;

/** The outcome of `getCounter` as a value, by `ok` and `status`. */
export type GetCounterResult = Success<200, GetCounterResponse> | Failure<ErrorStatus, GetCounterError> | NotSent;

/**
 * `GET /plain`
 *
 * Data: `{ n: number }`
 */
export function getCounter(
  client: Client,
  input: GetCounterInput = {},
  options?: RequestOptions,
): ApiPromise<GetCounterResponse, GetCounterResult> {
  return client.send(
    {
      operation: "getCounter",
      method: "GET",
      path: "/plain",
      parse: answerParser(parseInt64, { 200: null, default: shapeOfLong }),
    },
    options,
  );
}
