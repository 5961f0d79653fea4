import type { Client, RequestOptions } from "../../client.js";
import { encodeAccountDeleteForm } from "../../forms/account-delete.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";

/** The body of `accountDelete`. */
export interface AccountDeleteBody {
  /** The sub account ID. */
  account_id: string;
}

/** What `accountDelete` is called with. */
export interface AccountDeleteInput {
  readonly body: AccountDeleteBody;
}

/**
 * The 200 response of `accountDelete`.
 *
 * Success
 *
 * Inferred from the example of the 200 response, seen once: the document has no schema for it.
 */
export interface AccountDeleteResponse {
  id: string;
  /** Format: `date-time` */
  deleted_at: string;
}

/** The document describes no errors. */
export type AccountDeleteError = unknown;

/** The outcome of `accountDelete` as a value, by `ok` and `status`. */
export type AccountDeleteResult = Success<200, AccountDeleteResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * Delete the sub account.
 *
 * `POST /ma/account/delete`
 *
 * Input: `{ body: { account_id: string } }`
 *
 * Data: `{ id: string; deleted_at: string }`
 */
export function accountDelete(
  client: Client,
  input: AccountDeleteInput,
  options?: RequestOptions,
): ApiPromise<AccountDeleteResponse, AccountDeleteResult> {
  return client.send(
    {
      operation: "accountDelete",
      method: "POST",
      path: "/ma/account/delete",
      security: [["api_key", "api_secret"]],
      contentType: "application/x-www-form-urlencoded",
      encode: () => ({
        body: encodeAccountDeleteForm(input.body),
      }),
    },
    options,
  );
}
