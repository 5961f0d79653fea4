import type { Client, RequestOptions } from "../../client.js";
import { encodeAccountListForm } from "../../forms/account-list.js";
import type { ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import type { PagedPromise } from "../../runtime/pages.js";

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
  /**
   * The number of records in a page.
   *
   * @default 30
   */
  page_size?: number;
  /**
   * The page to return, counted from 1.
   *
   * @default 1
   */
  page_number?: number;
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
 * Pages: `paginate(accountList, client, input)` gives the items of `subAccounts`, `page_size` a page, by `page_number` until `total_records`.
 *
 * `POST /ma/account/list`
 *
 * Input: `{ body?: { api_key?: string; api_secret?: string; page_size?: number; page_number?: number } }`
 *
 * Data: `{ page_count: number; page_number: number; page_size: number; total_records: number; subAccounts: { … }[] }`
 */
export function accountList(
  client: Client,
  input: AccountListInput = {},
  options?: RequestOptions,
): PagedPromise<AccountListResponse, AccountListResult, ["subAccounts"]> {
  return client.send(
    {
      operation: "accountList",
      method: "POST",
      path: "/ma/account/list",
      security: [["api_key", "api_secret"]],
      contentType: "application/x-www-form-urlencoded",
      pages: { page: "/body/page_number", items: "/subAccounts", total: "/total_records" },
      encode: () => ({
        body: input.body === undefined ? "" : encodeAccountListForm(input.body),
        given: { api_key: input.body?.api_key, api_secret: input.body?.api_secret },
      }),
    },
    options,
  );
}
