import type { Client, RequestOptions } from "../../client.js";
import { encodeAccountBillingUpdateForm } from "../../forms/account-billing-update.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";

/** The body of `accountBillingUpdate`. */
export interface AccountBillingUpdateBody {
  /** The sub account ID. */
  account_id: string;
  /** Sold To Contact’s first name. */
  first_name?: string;
  /** Sold To Contact’s last name. */
  last_name?: string;
  /** Sold To Contact’s phone number. */
  phone_number?: string;
  /** Sold To Contact’s address. */
  address?: string;
  /** Sold To Contact’s Apt/Suite. */
  apt?: string;
  /** Sold To Contact’s city. */
  city?: string;
  /** Sold To Contact’s country. For this parameter value please refer to the id value in country list JSON file */
  country?: string;
  /** Sold To Contact’s state. If country value is "US" or "CA", for this parameter value please refer to the id value in state list JSON file */
  state?: string;
  /** Sold To Contact’s zip/postal. */
  zip?: string;
}

/** What `accountBillingUpdate` is called with. */
export interface AccountBillingUpdateInput {
  readonly body: AccountBillingUpdateBody;
}

/**
 * The 200 response of `accountBillingUpdate`.
 *
 * Success
 *
 * Inferred from the example of the 200 response, seen once: the document has no schema for it.
 */
export interface AccountBillingUpdateResponse {
  id: string;
  /** Format: `date-time` */
  updated_at: string;
}

/** The document describes no errors. */
export type AccountBillingUpdateError = unknown;

/** The outcome of `accountBillingUpdate` as a value, by `ok` and `status`. */
export type AccountBillingUpdateResult =
  Success<200, AccountBillingUpdateResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * Update Billing Information for a sub account of the master account on Zoom.
 *
 * `POST /ma/account/billing/update`
 *
 * Input: `{ body: { account_id: string; first_name?: string; last_name?: string; phone_number?: string; address?: string; apt?: string; city?: string; country?: string; state?: string; zip?: string } }`
 *
 * Data: `{ id: string; updated_at: string }`
 */
export function accountBillingUpdate(
  client: Client,
  input: AccountBillingUpdateInput,
  options?: RequestOptions,
): ApiPromise<AccountBillingUpdateResponse, AccountBillingUpdateResult> {
  return client.send(
    {
      operation: "accountBillingUpdate",
      method: "POST",
      path: "/ma/account/billing/update",
      security: [["api_key", "api_secret"]],
      contentType: "application/x-www-form-urlencoded",
      encode: () => ({
        body: encodeAccountBillingUpdateForm(input.body),
      }),
    },
    options,
  );
}
