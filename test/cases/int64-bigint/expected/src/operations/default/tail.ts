import type { Client, RequestOptions } from "../../client.js";
import { encodeTailForm } from "../../forms/tail.js";
import type { ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import { parseInt64 } from "../../runtime/int64-json.js";
import { readText } from "../../runtime/read-text.js";
import type { StreamPromise } from "../../runtime/streamed.js";
import type { ProblemSchema } from "../../schemas/problem.js";
import { shapeOfProblemSchema } from "../../shapes/problem.js";

/** The body of `tail`. */
export interface TailBody {
  /** Format: `int64` */
  since?: bigint;
  filter?: ProblemSchema;
}

/** What `tail` is called with. */
export interface TailInput {
  readonly body?: TailBody;
}

/** An item of `TailResponse`. */
export type TailResponseItem = ProblemSchema;

/**
 * The 200 response of `tail`.
 *
 * Lines.
 *
 * The text of all values; `stream(tail, client)` of the subpath `stream` gives them as they arrive.
 */
export type TailResponse = string;

/** The document describes no errors. */
export type TailError = unknown;

/** The outcome of `tail` as a value, by `ok` and `status`. */
export type TailResult = Success<200, TailResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * `POST /log`
 *
 * Input: `{ body?: { since?: bigint; filter?: ProblemSchema } }`
 *
 * Data: `string`
 */
export function tail(
  client: Client,
  input: TailInput = {},
  options?: RequestOptions,
): StreamPromise<TailResponse, TailResult, TailResponseItem> {
  return client.send(
    {
      operation: "tail",
      method: "POST",
      path: "/log",
      accept: "application/x-ndjson",
      contentType: "application/x-www-form-urlencoded",
      read: readText,
      streams: [{ type: "application/x-ndjson", as: "lines", parse: (text) => parseInt64(text, shapeOfProblemSchema) }],
      encode: () => ({
        body: input.body === undefined ? "" : encodeTailForm(input.body),
      }),
    },
    options,
  );
}
