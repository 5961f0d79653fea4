import type { Client, RequestOptions } from "../../client.js";
import { encodeAccountPlanGetForm } from "../../forms/account-plan-get.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import type { PlanAudio } from "../../schemas/plan-audio.js";

/** The body of `accountPlanGet`. */
export interface AccountPlanGetBody {
  /** The sub account ID. */
  account_id: string;
}

/** What `accountPlanGet` is called with. */
export interface AccountPlanGetInput {
  readonly body: AccountPlanGetBody;
}

/**
 * The 200 response of `accountPlanGet`.
 *
 * Success
 *
 * Inferred from the example of the 200 response, seen once: the document has no schema for it.
 */
export interface AccountPlanGetResponse {
  email: string;
  first_name: string;
  last_name: string;
  phone_number: string;
  address: string;
  apt: string;
  city: string;
  state: string;
  zip: string;
  country: string;
  plan_base: {
    type: string;
    hosts: number;
  };
  plan_zoom_rooms: {
    type: string;
    hosts: number;
  };
  plan_room_connector: {
    type: string;
    hosts: number;
  };
  plan_large_meeting: {
    type: string;
    hosts: number;
  }[];
  plan_webinar: {
    type: string;
    hosts: number;
  }[];
  plan_recording: string;
  plan_audio: PlanAudio;
}

/** The document describes no errors. */
export type AccountPlanGetError = unknown;

/** The outcome of `accountPlanGet` as a value, by `ok` and `status`. */
export type AccountPlanGetResult = Success<200, AccountPlanGetResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * Get plans information for a sub account of the master account on Zoom.
 *
 * `POST /ma/account/plan/get`
 *
 * Input: `{ body: { account_id: string } }`
 *
 * Data: `{ email: string; first_name: string; last_name: string; phone_number: string; address: string; apt: string; city: string; state: string; zip: string; country: string; plan_base: { … }; … }`
 */
export function accountPlanGet(
  client: Client,
  input: AccountPlanGetInput,
  options?: RequestOptions,
): ApiPromise<AccountPlanGetResponse, AccountPlanGetResult> {
  return client.send(
    {
      operation: "accountPlanGet",
      method: "POST",
      path: "/ma/account/plan/get",
      security: [["api_key", "api_secret"]],
      contentType: "application/x-www-form-urlencoded",
      encode: () => ({
        body: encodeAccountPlanGetForm(input.body),
      }),
    },
    options,
  );
}
