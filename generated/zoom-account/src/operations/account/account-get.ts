import type { Client, RequestOptions } from "../../client.js";
import { encodeAccountGetForm } from "../../forms/account-get.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";

/** The body of `accountGet`. */
export interface AccountGetBody {
  /** The sub account ID. */
  account_id: string;
}

/** What `accountGet` is called with. */
export interface AccountGetInput {
  readonly body: AccountGetBody;
}

/**
 * The 200 response of `accountGet`.
 *
 * Success
 *
 * Inferred from the example of the 200 response, seen once: the document has no schema for it.
 */
export interface AccountGetResponse {
  id: string;
  owner_id: string;
  owner_email: string;
  /** Format: `date-time` */
  created_at: string;
}

/** The document describes no errors. */
export type AccountGetError = unknown;

/** The outcome of `accountGet` as a value, by `ok` and `status`. */
export type AccountGetResult = Success<200, AccountGetResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * Get a sub account of the master account on Zoom, return the created sub account id and owner id.
 *
 * > Your account must be a master account and have this privilege to get sub account. Zoom only assign this privilege to trusted partner.
 *
 * > This API will let the master account owner to get sub account API key pair. This is a private feature and needs to be enabled by zoom support. If you need this function, please open a case with support to enable this API.
 *
 * `POST /ma/account/get`
 *
 * Input: `{ body: { account_id: string } }`
 *
 * Data: `{ id: string; owner_id: string; owner_email: string; created_at: string }`
 */
export function accountGet(
  client: Client,
  input: AccountGetInput,
  options?: RequestOptions,
): ApiPromise<AccountGetResponse, AccountGetResult> {
  return client.send(
    {
      operation: "accountGet",
      method: "POST",
      path: "/ma/account/get",
      security: [["api_key", "api_secret"]],
      contentType: "application/x-www-form-urlencoded",
      encode: () => ({
        body: encodeAccountGetForm(input.body),
      }),
    },
    options,
  );
}
