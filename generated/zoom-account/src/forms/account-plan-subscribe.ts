import type { AccountPlanSubscribeBody } from "../operations/account/account-plan-subscribe.js";
import { type DecodeResult, readForm, required } from "../runtime/form-reader.js";
import { formField } from "../runtime/form-text.js";
import { readText } from "../runtime/scalar-reader.js";
import { objectOf } from "../runtime/structure.js";

/**
 * The form body of `accountPlanSubscribe`. Fields that are undefined or null are left out.
 *
 * @throws FieldError for a value that a form cannot carry.
 */
export function encodeAccountPlanSubscribeForm(body: AccountPlanSubscribeBody): string {
  let form = "";
  objectOf(body, "body");
  form = formField("account_id=", body.account_id);
  form = form + formField("&first_name=", body.first_name);
  form = form + formField("&last_name=", body.last_name);
  form = form + formField("&phone_number=", body.phone_number);
  form = form + formField("&address=", body.address);
  form = form + formField("&apt=", body.apt);
  form = form + formField("&city=", body.city);
  form = form + formField("&country=", body.country);
  form = form + formField("&state=", body.state);
  form = form + formField("&zip=", body.zip);
  form = form + formField("&plan_base=", body.plan_base);
  form = form + formField("&plan_zoom_rooms=", body.plan_zoom_rooms);
  form = form + formField("&plan_room_connector=", body.plan_room_connector);
  form = form + formField("&plan_large_meeting=", body.plan_large_meeting);
  form = form + formField("&plan_webinar=", body.plan_webinar);
  form = form + formField("&plan_recording=", body.plan_recording);
  form = form + formField("&plan_audio=", body.plan_audio);
  return body.account_id != null ? form : form.slice(1);
}

/** Reads a form body of `accountPlanSubscribe`: the inverse of its encoder. Fields that it does not know are passed over. */
export function decodeAccountPlanSubscribeForm(text: string): DecodeResult<AccountPlanSubscribeBody> {
  return readForm(text, {
    account_id: required(readText),
    first_name: required(readText),
    last_name: required(readText),
    phone_number: required(readText),
    address: required(readText),
    apt: readText,
    city: required(readText),
    country: required(readText),
    state: required(readText),
    zip: required(readText),
    plan_base: required(readText),
    plan_zoom_rooms: readText,
    plan_room_connector: readText,
    plan_large_meeting: readText,
    plan_webinar: readText,
    plan_recording: readText,
    plan_audio: readText,
  });
}
