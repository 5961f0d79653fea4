import type { Client, RequestOptions } from "../../client.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import type { ErrorSchema } from "../../schemas/error.js";
import type { Event } from "../../schemas/event.js";

/** What `getEvent` is called with. */
export type GetEventOperationInput = Record<string, never>;

/**
 * The 200 response of `getEvent`.
 *
 * An event.
 */
export type GetEventOperationResponse = Event;

/**
 * The default response of `getEvent`.
 *
 * An error.
 */
export type GetEventOperationError = ErrorSchema;

/** The outcome of `getEvent` as a value, by `ok` and `status`. */
export type GetEventOperationResult =
  Success<200, GetEventOperationResponse> | Failure<ErrorStatus, GetEventOperationError> | NotSent;

/**
 * `GET /event`
 *
 * Data: `{ on?: DateSchema }`
 */
export function getEvent(
  client: Client,
  input: GetEventOperationInput = {},
  options?: RequestOptions,
): ApiPromise<GetEventOperationResponse, GetEventOperationResult> {
  return client.send(
    {
      operation: "getEvent",
      method: "GET",
      path: "/event",
    },
    options,
  );
}
