import type { Client, RequestOptions } from "../../client.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success, SuccessStatus } from "../../runtime/api-promise.js";
import { noBodyOf } from "../../runtime/no-body.js";
import type { Job } from "../../schemas/job.js";
import type { ProblemSchema } from "../../schemas/problem.js";

/** What `listJobs` is called with. */
export type ListJobsInput = Record<string, never>;

/**
 * The 206 response of `listJobs`.
 *
 * Some.
 */
export type ListJobsResponse206 = undefined;

/**
 * The 2XX response of `listJobs`.
 *
 * Jobs.
 */
export type ListJobsResponse2XX = Job[];

/** What `listJobs` answers. */
export type ListJobsResponse = ListJobsResponse206 | ListJobsResponse2XX;

/**
 * The 404 response of `listJobs`.
 *
 * No such queue.
 */
export type ListJobsError = ProblemSchema;

/** The outcome of `listJobs` as a value, by `ok` and `status`. */
export type ListJobsResult =
  | Success<206, ListJobsResponse206>
  | Success<Exclude<SuccessStatus, 206>, ListJobsResponse2XX>
  | Failure<404, ListJobsError>
  | Failure<Exclude<ErrorStatus, 404>, unknown>
  | NotSent;

/**
 * `GET /jobs`
 *
 * Data: `Job[]`
 */
export function listJobs(
  client: Client,
  input: ListJobsInput = {},
  options?: RequestOptions,
): ApiPromise<ListJobsResponse, ListJobsResult> {
  return client.send(
    {
      operation: "listJobs",
      method: "GET",
      path: "/jobs",
      accept: "application/json, application/problem+json;q=0.9",
      success: [],
      read: noBodyOf([206]),
    },
    options,
  );
}
