import type { Client, RequestOptions } from "../../client.js";
import { encodeAccountPlanSubscribeForm } from "../../forms/account-plan-subscribe.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import type { PlanAudio } from "../../schemas/plan-audio.js";

/** The body of `accountPlanSubscribe`. */
export interface AccountPlanSubscribeBody {
  /** The sub account ID. */
  account_id: string;
  /** Sold To Contact’s first name. */
  first_name: string;
  /** Sold To Contact’s last name. */
  last_name: string;
  /** Sold To Contact’s phone number. */
  phone_number: string;
  /** Sold To Contact’s address. */
  address: string;
  /** Sold To Contact’s Apt/Suite. */
  apt?: string;
  /** Sold To Contact’s city. */
  city: string;
  /** Sold To Contact’s country. For this parameter value please refer to the id value in country list JSON file */
  country: string;
  /** Sold To Contact’s state. If country value is "US" or "CA", for this parameter value please refer to the id value in state list JSON file */
  state: string;
  /** Sold To Contact’s zip/postal. */
  zip: string;
  /** Base Plan.  See [Plans](#plans) for more details */
  plan_base: string;
  /** Additional Zoom Rooms Plan.  See [Plans](#plans) for more details */
  plan_zoom_rooms?: string;
  /** Additional H.323/SIP Room Connector Plan.  See [Plans](#plans) for more details */
  plan_room_connector?: string;
  /** Additional Large Meeting Plan.  See [Plans](#plans) for more details */
  plan_large_meeting?: string;
  /** Additional Webinar Plan.  See [Plans](#plans) for more details */
  plan_webinar?: string;
  /** Additional Cloud Recording Plan.  See [Plans](#plans) for more details */
  plan_recording?: string;
  /** Additional Audio Conferencing Plan.  See [Plans](#plans) for more details */
  plan_audio?: string;
}

/** What `accountPlanSubscribe` is called with. */
export interface AccountPlanSubscribeInput {
  readonly body: AccountPlanSubscribeBody;
}

/**
 * The 200 response of `accountPlanSubscribe`.
 *
 * Success
 *
 * Inferred from the example of the 200 response, seen once: the document has no schema for it.
 */
export interface AccountPlanSubscribeResponse {
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
export type AccountPlanSubscribeError = unknown;

/** The outcome of `accountPlanSubscribe` as a value, by `ok` and `status`. */
export type AccountPlanSubscribeResult =
  Success<200, AccountPlanSubscribeResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * Subscribe plans for a sub account of the master account on Zoom.
 *
 * `POST /ma/account/plan/subscribe`
 *
 * Input: `{ body: { account_id: string; first_name: string; last_name: string; phone_number: string; address: string; city: string; country: string; state: string; zip: string; plan_base: string; apt?: string; … } }`
 *
 * Data: `{ email: string; first_name: string; last_name: string; phone_number: string; address: string; apt: string; city: string; state: string; zip: string; country: string; plan_base: { … }; … }`
 */
export function accountPlanSubscribe(
  client: Client,
  input: AccountPlanSubscribeInput,
  options?: RequestOptions,
): ApiPromise<AccountPlanSubscribeResponse, AccountPlanSubscribeResult> {
  return client.send(
    {
      operation: "accountPlanSubscribe",
      method: "POST",
      path: "/ma/account/plan/subscribe",
      security: [["api_key", "api_secret"]],
      contentType: "application/x-www-form-urlencoded",
      encode: () => ({
        body: encodeAccountPlanSubscribeForm(input.body),
      }),
    },
    options,
  );
}
