import type { Client, RequestOptions } from "../../client.js";
import { encodeAccountUpdateForm } from "../../forms/account-update.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";

/** The body of `accountUpdate`. */
export interface AccountUpdateBody {
  /** The sub account ID. */
  account_id: string;
  /** Enable Share Virtual Room Connector. */
  enable_share_rc?: string;
  /** Virtual Room Connector, multiple value separated by comma. */
  share_rc?: string;
  /** Enable Share Meeting Connector. */
  enable_share_mc?: string;
  /** Meeting Connector, multiple value separated by comma. */
  share_mc?: string;
  /** Who will pay for this account? 0 means Sub Account Holders Pays, 1 means Master Account Holder Pays. */
  pay_mode?: string;
  /** Collection Method? 0 means Automatic (billing online), 1 means Manual (send invoice). */
  collection_method?: string;
  /**
   * The value should be true or false, by default is true.
   *
   * @default true
   */
  enable_pstn?: boolean;
  /**
   * The value should be true or false. If it is true, the user under this account will follow MA call out type.
   *
   * @default false
   */
  enable_call_out?: boolean;
  /**
   * Only signed-in users can join this meeting.
   *
   * @default false
   */
  enable_enforce_login?: boolean;
  /**
   * Only signed-in users with specified domains can join meetings.
   *
   * @default false
   */
  enable_enforce_login_sd?: boolean;
  /** Domains of signed-in users. */
  enforce_login_domains?: string;
  /** Account’ meeting capacity, max of 100. */
  meeting_capacity?: string;
  /**
   * Disable cloud recording reminder.
   *
   * @default false
   */
  disable_cmr_reminder?: boolean;
  /**
   * Enable Only the host can download cloud recordings.
   *
   * @default false
   */
  enable_only_host_download_cmr?: boolean;
  /**
   * Enable Only users on my account can access cloud recordings.
   *
   * @default false
   */
  enable_same_account_access_cmr?: boolean;
}

/** What `accountUpdate` is called with. */
export interface AccountUpdateInput {
  readonly body: AccountUpdateBody;
}

/**
 * The 200 response of `accountUpdate`.
 *
 * Success
 *
 * Inferred from the example of the 200 response, seen once: the document has no schema for it.
 */
export interface AccountUpdateResponse {
  id: string;
  /** Format: `date-time` */
  updated_at: string;
}

/** The document describes no errors. */
export type AccountUpdateError = unknown;

/** The outcome of `accountUpdate` as a value, by `ok` and `status`. */
export type AccountUpdateResult = Success<200, AccountUpdateResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * Update a sub account of the master account on Zoom, return the updated sub account id.
 *
 * `POST /ma/account/update`
 *
 * Input: `{ body: { account_id: string; enable_share_rc?: string; share_rc?: string; enable_share_mc?: string; share_mc?: string; pay_mode?: string; collection_method?: string; enable_pstn?: boolean; … } }`
 *
 * Data: `{ id: string; updated_at: string }`
 */
export function accountUpdate(
  client: Client,
  input: AccountUpdateInput,
  options?: RequestOptions,
): ApiPromise<AccountUpdateResponse, AccountUpdateResult> {
  return client.send(
    {
      operation: "accountUpdate",
      method: "POST",
      path: "/ma/account/update",
      security: [["api_key", "api_secret"]],
      contentType: "application/x-www-form-urlencoded",
      encode: () => ({
        body: encodeAccountUpdateForm(input.body),
      }),
    },
    options,
  );
}
