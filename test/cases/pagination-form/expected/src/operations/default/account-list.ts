import type { Client, RequestOptions } from "../../client.js";
import { encodeAccountListForm } from "../../forms/account-list.js";
import type { ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import type { PagedPromise } from "../../runtime/pages.js";

/** The body of `accountList`. */
export interface AccountListBody {
  /**
   * Value: at most 300
   *
   * @default 30
   */
  page_size?: number;
  /** @default 1 */
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
  accounts: {
    id: string;
    /** Format: `email` */
    owner_email: string;
  }[];
}

/** The document describes no errors. */
export type AccountListError = unknown;

/** The outcome of `accountList` as a value, by `ok` and `status`. */
export type AccountListResult = Success<200, AccountListResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * List all the sub accounts.
 *
 * Pages: `paginate(accountList, client, input)` gives the items of `accounts`, `page_size` a page, by `page_number` until `total_records`.
 *
 * `POST /account/list`
 *
 * Input: `{ body?: { page_size?: number; page_number?: number } }`
 *
 * Data: `{ page_count: number; page_number: number; page_size: number; total_records: number; accounts: { … }[] }`
 */
export function accountList(
  client: Client,
  input: AccountListInput = {},
  options?: RequestOptions,
): PagedPromise<AccountListResponse, AccountListResult, ["accounts"]> {
  return client.send(
    {
      operation: "accountList",
      method: "POST",
      path: "/account/list",
      contentType: "application/x-www-form-urlencoded",
      pages: { page: "/body/page_number", items: "/accounts", total: "/total_records" },
      encode: () => ({
        body: input.body === undefined ? "" : encodeAccountListForm(input.body),
      }),
    },
    options,
  );
}
