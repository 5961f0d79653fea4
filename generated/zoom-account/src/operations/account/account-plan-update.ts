import type { Client, RequestOptions } from "../../client.js";
import { encodeAccountPlanUpdateForm } from "../../forms/account-plan-update.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";

/** The body of `accountPlanUpdate`. */
export interface AccountPlanUpdateBody {
  /** The sub account ID. */
  account_id: string;
  /**
   * Plan Type. 1 means Base Plan, 2 means Additional Plan.
   *
   * @default "1"
   */
  type: string;
  /** A Base Plan or an Additional Plan. See [Plans](#plans) for more details */
  plan: string;
}

/** What `accountPlanUpdate` is called with. */
export interface AccountPlanUpdateInput {
  readonly body: AccountPlanUpdateBody;
}

/**
 * The 200 response of `accountPlanUpdate`.
 *
 * Success
 *
 * Inferred from the example of the 200 response, seen once: the document has no schema for it.
 */
export interface AccountPlanUpdateResponse {
  id: string;
  /** Format: `date-time` */
  updated_at: string;
}

/** The document describes no errors. */
export type AccountPlanUpdateError = unknown;

/** The outcome of `accountPlanUpdate` as a value, by `ok` and `status`. */
export type AccountPlanUpdateResult = Success<200, AccountPlanUpdateResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * Update a plan for a sub account of the master account on Zoom.
 *
 * > Only for the sub account which is a paid account and paid by master account.
 *
 * > Could update a base plan or an additional plan.
 *
 * `POST /ma/account/plan/update`
 *
 * Input: `{ body: { account_id: string; type: string; plan: string } }`
 *
 * Data: `{ id: string; updated_at: string }`
 */
export function accountPlanUpdate(
  client: Client,
  input: AccountPlanUpdateInput,
  options?: RequestOptions,
): ApiPromise<AccountPlanUpdateResponse, AccountPlanUpdateResult> {
  return client.send(
    {
      operation: "accountPlanUpdate",
      method: "POST",
      path: "/ma/account/plan/update",
      security: [["api_key", "api_secret"]],
      contentType: "application/x-www-form-urlencoded",
      encode: () => ({
        body: encodeAccountPlanUpdateForm(input.body),
      }),
    },
    options,
  );
}
