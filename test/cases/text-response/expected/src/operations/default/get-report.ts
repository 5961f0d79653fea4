import type { Client, RequestOptions } from "../../client.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import { readBody } from "../../runtime/read-body.js";

/** What `getReport` is called with. */
export type GetReportInput = Record<string, never>;

/**
 * The 200 response of `getReport`.
 *
 * The report.
 */
export type GetReportResponse = string;

/** The document describes no errors. */
export type GetReportError = unknown;

/** The outcome of `getReport` as a value, by `ok` and `status`. */
export type GetReportResult = Success<200, GetReportResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * `GET /report`
 *
 * Data: `string`
 */
export function getReport(
  client: Client,
  input: GetReportInput = {},
  options?: RequestOptions,
): ApiPromise<GetReportResponse, GetReportResult> {
  return client.send(
    {
      operation: "getReport",
      method: "GET",
      path: "/report",
      accept: "text/csv",
      read: readBody,
    },
    options,
  );
}
