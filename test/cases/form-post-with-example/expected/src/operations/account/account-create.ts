import type { Client, RequestOptions } from "../../client.js";
import { encodeAccountCreateForm } from "../../forms/account-create.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";

/** The body of `accountCreate`. */
export interface AccountCreateBody {
  /** The email address. */
  email: string;
  first_name?: string;
  /** @default false */
  enable_share?: boolean;
}

/** What `accountCreate` is called with. */
export interface AccountCreateInput {
  readonly body: AccountCreateBody;
}

/**
 * The 200 response of `accountCreate`.
 *
 * The account was created.
 *
 * Inferred from the example of the 200 response, seen once: the document has no schema for it.
 */
export interface AccountCreateResponse {
  id: string;
  owner_id: string;
  /** Format: `email` */
  email: string;
  /** Format: `date-time` */
  created_at: string;
}

/** The document describes no errors. */
export type AccountCreateError = unknown;

/** The outcome of `accountCreate` as a value, by `ok` and `status`. */
export type AccountCreateResult = Success<200, AccountCreateResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * Create an account, return its id.
 *
 * `POST /account/create`
 *
 * Input: `{ body: { email: string; first_name?: string; enable_share?: boolean } }`
 *
 * Data: `{ id: string; owner_id: string; email: string; created_at: string }`
 */
export function accountCreate(
  client: Client,
  input: AccountCreateInput,
  options?: RequestOptions,
): ApiPromise<AccountCreateResponse, AccountCreateResult> {
  return client.send(
    {
      operation: "accountCreate",
      method: "POST",
      path: "/account/create",
      contentType: "application/x-www-form-urlencoded",
      encode: () => ({
        body: encodeAccountCreateForm(input.body),
      }),
    },
    options,
  );
}
