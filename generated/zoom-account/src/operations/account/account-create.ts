import type { Client, RequestOptions } from "../../client.js";
import { encodeAccountCreateForm } from "../../forms/account-create.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";

/** The body of `accountCreate`. */
export interface AccountCreateBody {
  /** A valid email address. It must be unique in Zoom service. If an email address is existed, a "user existing" error message will be return. */
  email: string;
  /** User’s first name. */
  first_name: string;
  /** User’s last name. */
  last_name: string;
  /** User’s password. */
  password: string;
  /**
   * Enable Share Virtual Room Connector.
   *
   * @default false
   */
  enable_share_rc?: boolean;
  /** Virtual Room Connector, multiple value separated by comma. */
  share_rc?: string;
  /**
   * Enable Share Meeting Connector.
   *
   * @default false
   */
  enable_share_mc?: boolean;
  /** Meeting Connector, multiple value separated by comma. */
  share_mc?: string;
  /**
   * Who will pay for this account? 0 means Sub Account Holders Pays, 1 means Master Account Holder Pays.
   *
   * @default "1"
   */
  pay_mode?: string;
  /**
   * Collection Method? 0 means Automatic (billing online), 1 means Manual (send invoice).
   *
   * @default "1"
   */
  collection_method?: string;
  /**
   * The value should be true or false, by default is true.
   *
   * @default true
   */
  enable_pstn?: boolean;
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

/** What `accountCreate` is called with. */
export interface AccountCreateInput {
  readonly body: AccountCreateBody;
}

/**
 * The 200 response of `accountCreate`.
 *
 * Success
 *
 * Inferred from the example of the 200 response, seen once: the document has no schema for it.
 */
export interface AccountCreateResponse {
  id: string;
  owner_id: string;
  owner_email: string;
  /** Format: `date-time` */
  created_at: string;
}

/** The document describes no errors. */
export type AccountCreateError = unknown;

/** The outcome of `accountCreate` as a value, by `ok` and `status`. */
export type AccountCreateResult = Success<200, AccountCreateResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * Create a sub account of the master account on Zoom, return the created sub account id and owner id.
 *
 * > Your account must be a master account and have this privilege to create sub account. Zoom only assign this privilege to trusted partner.
 *
 * > User will not receive the confirmation email.
 *
 * `POST /ma/account/create`
 *
 * Input: `{ body: { email: string; first_name: string; last_name: string; password: string; enable_share_rc?: boolean; share_rc?: string; enable_share_mc?: boolean; share_mc?: string; pay_mode?: string; … } }`
 *
 * Data: `{ id: string; owner_id: string; owner_email: string; created_at: string }`
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
      path: "/ma/account/create",
      security: [["api_key", "api_secret"]],
      contentType: "application/x-www-form-urlencoded",
      encode: () => ({
        body: encodeAccountCreateForm(input.body),
      }),
    },
    options,
  );
}
