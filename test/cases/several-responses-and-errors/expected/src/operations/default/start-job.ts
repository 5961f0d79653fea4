import type { Client, RequestOptions } from "../../client.js";
import type {
  ApiPromise,
  ErrorStatus,
  Failure,
  NotSent,
  ServerErrorStatus,
  Success,
} from "../../runtime/api-promise.js";
import type { Job } from "../../schemas/job.js";
import type { ProblemSchema } from "../../schemas/problem.js";

/** What `startJob` is called with. */
export type StartJobInput = Record<string, never>;

/**
 * The 200 response of `startJob`.
 *
 * It is done already.
 */
export type StartJobResponse200 = Job;

/**
 * The 202 response of `startJob`.
 *
 * It has begun.
 */
export interface StartJobResponse202 {
  position?: number;
}

/** What `startJob` answers. */
export type StartJobResponse = StartJobResponse200 | StartJobResponse202;

/**
 * The 409 response of `startJob`.
 *
 * Another one runs.
 */
export type StartJobError409 = ProblemSchema;

/**
 * The 5XX response of `startJob`.
 *
 * Our fault.
 */
export type StartJobError5XX = ProblemSchema;

/** The error bodies of `startJob`. */
export type StartJobError = StartJobError409 | StartJobError5XX;

/** The outcome of `startJob` as a value, by `ok` and `status`. */
export type StartJobResult =
  | Success<200, StartJobResponse200>
  | Success<202, StartJobResponse202>
  | Failure<409, StartJobError409>
  | Failure<ServerErrorStatus, StartJobError5XX>
  | Failure<Exclude<ErrorStatus, 409 | ServerErrorStatus>, unknown>
  | NotSent;

/**
 * `POST /jobs`
 *
 * Data: `{ id: string } | { position?: number }`
 */
export function startJob(
  client: Client,
  input: StartJobInput = {},
  options?: RequestOptions,
): ApiPromise<StartJobResponse, StartJobResult> {
  return client.send(
    {
      operation: "startJob",
      method: "POST",
      path: "/jobs",
      accept: "application/json, application/problem+json;q=0.9",
      success: [200, 202],
    },
    options,
  );
}
