import type { Client, RequestOptions } from "../../client.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import { readBody } from "../../runtime/read-body.js";
import type { ProblemSchema } from "../../schemas/problem.js";

/** What `getReport` is called with. */
export type GetReportInput = Record<string, never>;

/** The 200 response of `getReport` as `application/json`. */
export interface GetReportResponseJson {
  rows: number[];
}

/**
 * The 200 response of `getReport`.
 *
 * The report.
 */
export type GetReportResponse = GetReportResponseJson | string | Blob;

/** The default response of `getReport` as `application/problem+json`. */
export type GetReportErrorProblemJson = ProblemSchema;

/**
 * The default response of `getReport`.
 *
 * It failed.
 */
export type GetReportError = GetReportErrorProblemJson | string;

/** The outcome of `getReport` as a value, by `ok` and `status`. */
export type GetReportResult = Success<200, GetReportResponse> | Failure<ErrorStatus, GetReportError> | NotSent;

/**
 * `GET /report`
 *
 * Data: `{ rows: number[] } | string | Blob`
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
      accept:
        "application/json, text/csv;q=0.9, application/pdf;q=0.8, application/problem+json;q=0.7, text/html;q=0.6",
      read: readBody,
    },
    options,
  );
}
