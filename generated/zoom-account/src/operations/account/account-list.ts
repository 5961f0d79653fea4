import type { RequestOptions } from "../../client.js";
import { encodeAccountListForm } from "../../forms/account-list.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import type { Client } from "../../runtime/client.js";

/** The body of `accountList`. */
export interface AccountListBody {
  /**
   * Your API Key
   *
   * Left out, the client fills it in: its credential `api_key`.
   */
  api_key?: string;
  /**
   * Your API Secret
   *
   * Left out, the client fills it in: its credential `api_secret`.
   */
  api_secret?: string;
}

/** What `accountList` is called with. */
export interface AccountListInput {
  readonly body?: AccountListBody;
}

/**
 * The 200 response of `accountList`.
 *
 * Success
 *
 * Inferred from the example of the 200 response, seen once: the document has no schema for it.
 */
export interface AccountListResponse {
  page_count: number;
  page_number: number;
  page_size: number;
  total_records: number;
  subAccounts: {
    id: string;
    owner_email: string;
    created_at: string;
  }[];
}

/** The document describes no errors. */
export type AccountListError = unknown;

/** The outcome of `accountList` as a value, by `ok` and `status`. */
export type AccountListResult = Success<200, AccountListResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * List all the sub account under the master account.
 *
 * `POST /ma/account/list`
 *
 * Input: `{ body?: { api_key?: string; api_secret?: string } }`
 *
 * Data: `{ page_count: number; page_number: number; page_size: number; total_records: number; subAccounts: { … }[] }`
 */
export function accountList(
  client: Client,
  input: AccountListInput = {},
  options?: RequestOptions,
): ApiPromise<AccountListResponse, AccountListResult> {
  return client.send(
    {
      operation: "accountList",
      method: "POST",
      path: "/ma/account/list",
      security: [["api_key", "api_secret"]],
      contentType: "application/x-www-form-urlencoded",
      encode: () => ({
        body: input.body === undefined ? "" : encodeAccountListForm(input.body),
        given: { api_key: input.body?.api_key, api_secret: input.body?.api_secret },
      }),
    },
    options,
  );
}
