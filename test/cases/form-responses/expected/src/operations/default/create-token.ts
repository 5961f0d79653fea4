import type { Client, RequestOptions } from "../../client.js";
import { decodeCreateTokenErrorForm, decodeCreateTokenResponse } from "../../forms/create-token.js";
import type {
  ApiPromise,
  ClientErrorStatus,
  ErrorStatus,
  Failure,
  NotSent,
  Success,
} from "../../runtime/api-promise.js";
import { formAnswer } from "../../runtime/form-answer.js";
import type { ProblemSchema } from "../../schemas/problem.js";

/** What `createToken` is called with. */
export type CreateTokenInput = Record<string, never>;

/**
 * The 200 response of `createToken`.
 *
 * The token.
 */
export interface CreateTokenResponse {
  access_token: string;
  expires_in: number;
  scope?: string[];
  renew?: boolean | null;
  owner?: {
    id?: number;
  };
}

/** The 4XX response of `createToken` as `application/json`. */
export type CreateTokenErrorJson = ProblemSchema;

/** The 4XX response of `createToken` as `application/x-www-form-urlencoded`. */
export type CreateTokenErrorForm = ProblemSchema;

/**
 * The 4XX response of `createToken`.
 *
 * What went wrong.
 */
export type CreateTokenError = CreateTokenErrorJson | CreateTokenErrorForm;

/** The outcome of `createToken` as a value, by `ok` and `status`. */
export type CreateTokenResult =
  | Success<200, CreateTokenResponse>
  | Failure<ClientErrorStatus, CreateTokenError>
  | Failure<Exclude<ErrorStatus, ClientErrorStatus>, unknown>
  | NotSent;

/**
 * `POST /token`
 *
 * Data: `{ access_token: string; expires_in: number; scope?: string[]; renew?: boolean | null; owner?: { … } }`
 */
export function createToken(
  client: Client,
  input: CreateTokenInput = {},
  options?: RequestOptions,
): ApiPromise<CreateTokenResponse, CreateTokenResult> {
  return client.send(
    {
      operation: "createToken",
      method: "POST",
      path: "/token",
      accept: "application/x-www-form-urlencoded, application/json;q=0.9",
      read: formAnswer({ 200: decodeCreateTokenResponse, "4XX": decodeCreateTokenErrorForm }),
    },
    options,
  );
}
