import type { ApiPromise, Client, RequestOptions } from "../client.js";
import {
  type AccountBillingUpdateInput,
  type AccountBillingUpdateResponse,
  type AccountBillingUpdateResult,
  accountBillingUpdate,
} from "../operations/account/account-billing-update.js";
import {
  type AccountCreateInput,
  type AccountCreateResponse,
  type AccountCreateResult,
  accountCreate,
} from "../operations/account/account-create.js";
import {
  type AccountDeleteInput,
  type AccountDeleteResponse,
  type AccountDeleteResult,
  accountDelete,
} from "../operations/account/account-delete.js";
import {
  type AccountGetInput,
  type AccountGetResponse,
  type AccountGetResult,
  accountGet,
} from "../operations/account/account-get.js";
import {
  type AccountListInput,
  type AccountListResponse,
  type AccountListResult,
  accountList,
} from "../operations/account/account-list.js";
import {
  type AccountPlanAddInput,
  type AccountPlanAddResponse,
  type AccountPlanAddResult,
  accountPlanAdd,
} from "../operations/account/account-plan-add.js";
import {
  type AccountPlanGetInput,
  type AccountPlanGetResponse,
  type AccountPlanGetResult,
  accountPlanGet,
} from "../operations/account/account-plan-get.js";
import {
  type AccountPlanSubscribeInput,
  type AccountPlanSubscribeResponse,
  type AccountPlanSubscribeResult,
  accountPlanSubscribe,
} from "../operations/account/account-plan-subscribe.js";
import {
  type AccountPlanUpdateInput,
  type AccountPlanUpdateResponse,
  type AccountPlanUpdateResult,
  accountPlanUpdate,
} from "../operations/account/account-plan-update.js";
import {
  type AccountUpdateInput,
  type AccountUpdateResponse,
  type AccountUpdateResult,
  accountUpdate,
} from "../operations/account/account-update.js";

/** The operations of the tag `Account`. */
export interface AccountFacade {
  /**
   * Update Billing Information for a sub account of the master account on Zoom.
   *
   * `POST /ma/account/billing/update`
   *
   * Input: `{ body: { account_id: string; first_name?: string; last_name?: string; phone_number?: string; address?: string; apt?: string; city?: string; country?: string; state?: string; zip?: string } }`
   *
   * Data: `{ id: string; updated_at: string }`
   */
  readonly billingUpdate: (
    input: AccountBillingUpdateInput,
    options?: RequestOptions,
  ) => ApiPromise<AccountBillingUpdateResponse, AccountBillingUpdateResult>;
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
  readonly create: (
    input: AccountCreateInput,
    options?: RequestOptions,
  ) => ApiPromise<AccountCreateResponse, AccountCreateResult>;
  /**
   * Delete the sub account.
   *
   * `POST /ma/account/delete`
   *
   * Input: `{ body: { account_id: string } }`
   *
   * Data: `{ id: string; deleted_at: string }`
   */
  readonly delete: (
    input: AccountDeleteInput,
    options?: RequestOptions,
  ) => ApiPromise<AccountDeleteResponse, AccountDeleteResult>;
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
  readonly get: (input: AccountGetInput, options?: RequestOptions) => ApiPromise<AccountGetResponse, AccountGetResult>;
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
  readonly list: (
    input?: AccountListInput,
    options?: RequestOptions,
  ) => ApiPromise<AccountListResponse, AccountListResult>;
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
  readonly planAdd: (
    input: AccountPlanAddInput,
    options?: RequestOptions,
  ) => ApiPromise<AccountPlanAddResponse, AccountPlanAddResult>;
  /**
   * Get plans information for a sub account of the master account on Zoom.
   *
   * `POST /ma/account/plan/get`
   *
   * Input: `{ body: { account_id: string } }`
   *
   * Data: `{ email: string; first_name: string; last_name: string; phone_number: string; address: string; apt: string; city: string; state: string; zip: string; country: string; plan_base: { … }; … }`
   */
  readonly planGet: (
    input: AccountPlanGetInput,
    options?: RequestOptions,
  ) => ApiPromise<AccountPlanGetResponse, AccountPlanGetResult>;
  /**
   * Subscribe plans for a sub account of the master account on Zoom.
   *
   * `POST /ma/account/plan/subscribe`
   *
   * Input: `{ body: { account_id: string; first_name: string; last_name: string; phone_number: string; address: string; city: string; country: string; state: string; zip: string; plan_base: string; apt?: string; … } }`
   *
   * Data: `{ email: string; first_name: string; last_name: string; phone_number: string; address: string; apt: string; city: string; state: string; zip: string; country: string; plan_base: { … }; … }`
   */
  readonly planSubscribe: (
    input: AccountPlanSubscribeInput,
    options?: RequestOptions,
  ) => ApiPromise<AccountPlanSubscribeResponse, AccountPlanSubscribeResult>;
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
  readonly planUpdate: (
    input: AccountPlanUpdateInput,
    options?: RequestOptions,
  ) => ApiPromise<AccountPlanUpdateResponse, AccountPlanUpdateResult>;
  /**
   * Update a sub account of the master account on Zoom, return the updated sub account id.
   *
   * `POST /ma/account/update`
   *
   * Input: `{ body: { account_id: string; enable_share_rc?: string; share_rc?: string; enable_share_mc?: string; share_mc?: string; pay_mode?: string; collection_method?: string; enable_pstn?: boolean; … } }`
   *
   * Data: `{ id: string; updated_at: string }`
   */
  readonly update: (
    input: AccountUpdateInput,
    options?: RequestOptions,
  ) => ApiPromise<AccountUpdateResponse, AccountUpdateResult>;
}

/** Binds these operations to a client. */
export function createFacade(client: Client): AccountFacade {
  return {
    billingUpdate: (input, options) => accountBillingUpdate(client, input, options),
    create: (input, options) => accountCreate(client, input, options),
    delete: (input, options) => accountDelete(client, input, options),
    get: (input, options) => accountGet(client, input, options),
    list: (input, options) => accountList(client, input, options),
    planAdd: (input, options) => accountPlanAdd(client, input, options),
    planGet: (input, options) => accountPlanGet(client, input, options),
    planSubscribe: (input, options) => accountPlanSubscribe(client, input, options),
    planUpdate: (input, options) => accountPlanUpdate(client, input, options),
    update: (input, options) => accountUpdate(client, input, options),
  };
}
