import type { Client, RequestOptions } from "../../client.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";

/** What `getPlan` is called with. */
export type GetPlanInput = Record<string, never>;

/**
 * The 200 response of `getPlan`.
 *
 * The plan.
 *
 * Inferred from the example of the 200 response, seen once: the document has no schema for it.
 */
export interface GetPlanResponse {
  matrix: number[][];
  rooms: {
    name: string;
    seats: {
      row: number;
      taken?: boolean;
    }[];
  }[];
  notes: unknown[];
}

/** The document describes no errors. */
export type GetPlanError = unknown;

/** The outcome of `getPlan` as a value, by `ok` and `status`. */
export type GetPlanResult = Success<200, GetPlanResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * `GET /plan`
 *
 * Data: `{ matrix: number[][]; rooms: { … }[]; notes: unknown[] }`
 */
export function getPlan(
  client: Client,
  input: GetPlanInput = {},
  options?: RequestOptions,
): ApiPromise<GetPlanResponse, GetPlanResult> {
  return client.send(
    {
      operation: "getPlan",
      method: "GET",
      path: "/plan",
    },
    options,
  );
}
