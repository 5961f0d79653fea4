import type { Client, RequestOptions } from "../../client.js";
import { encodeAccountPlanAddForm } from "../../forms/account-plan-add.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";

/** The body of `accountPlanAdd`. */
export interface AccountPlanAddBody {
  /** The sub account ID. */
  account_id: string;
  /** Additional Plan. See [Plans](#plans) for more details */
  plan: string;
}

/** What `accountPlanAdd` is called with. */
export interface AccountPlanAddInput {
  readonly body: AccountPlanAddBody;
}

/**
 * The 200 response of `accountPlanAdd`.
 *
 * Success
 *
 * Inferred from the example of the 200 response, seen once: the document has no schema for it.
 */
export interface AccountPlanAddResponse {
  id: string;
  /** Format: `date-time` */
  updated_at: string;
}

/** The document describes no errors. */
export type AccountPlanAddError = unknown;

/** The outcome of `accountPlanAdd` as a value, by `ok` and `status`. */
export type AccountPlanAddResult = Success<200, AccountPlanAddResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * Add a plan for a sub account of the master account on Zoom.
 *
 * > Only for the sub account which is a paid account and paid by master account.
 *
 * > Only add an Additional plan for a sub account.
 *
 * `POST /ma/account/plan/add`
 *
 * Input: `{ body: { account_id: string; plan: string } }`
 *
 * Data: `{ id: string; updated_at: string }`
 */
export function accountPlanAdd(
  client: Client,
  input: AccountPlanAddInput,
  options?: RequestOptions,
): ApiPromise<AccountPlanAddResponse, AccountPlanAddResult> {
  return client.send(
    {
      operation: "accountPlanAdd",
      method: "POST",
      path: "/ma/account/plan/add",
      security: [["api_key", "api_secret"]],
      contentType: "application/x-www-form-urlencoded",
      encode: () => ({
        body: encodeAccountPlanAddForm(input.body),
      }),
    },
    options,
  );
}
