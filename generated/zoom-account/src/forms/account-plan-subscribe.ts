import type { AccountPlanSubscribeBody } from "../operations/account/account-plan-subscribe.js";
import { type DecodeResult, readForm, required } from "../runtime/form-reader.js";
import { formText } from "../runtime/form-text.js";
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
  if (body.account_id != null) form = "account_id=" + formText(body.account_id, "account_id");
  if (body.first_name != null) form = form + "&first_name=" + formText(body.first_name, "first_name");
  if (body.last_name != null) form = form + "&last_name=" + formText(body.last_name, "last_name");
  if (body.phone_number != null) form = form + "&phone_number=" + formText(body.phone_number, "phone_number");
  if (body.address != null) form = form + "&address=" + formText(body.address, "address");
  if (body.apt != null) form = form + "&apt=" + formText(body.apt, "apt");
  if (body.city != null) form = form + "&city=" + formText(body.city, "city");
  if (body.country != null) form = form + "&country=" + formText(body.country, "country");
  if (body.state != null) form = form + "&state=" + formText(body.state, "state");
  if (body.zip != null) form = form + "&zip=" + formText(body.zip, "zip");
  if (body.plan_base != null) form = form + "&plan_base=" + formText(body.plan_base, "plan_base");
  if (body.plan_zoom_rooms != null)
    form = form + "&plan_zoom_rooms=" + formText(body.plan_zoom_rooms, "plan_zoom_rooms");
  if (body.plan_room_connector != null)
    form = form + "&plan_room_connector=" + formText(body.plan_room_connector, "plan_room_connector");
  if (body.plan_large_meeting != null)
    form = form + "&plan_large_meeting=" + formText(body.plan_large_meeting, "plan_large_meeting");
  if (body.plan_webinar != null) form = form + "&plan_webinar=" + formText(body.plan_webinar, "plan_webinar");
  if (body.plan_recording != null) form = form + "&plan_recording=" + formText(body.plan_recording, "plan_recording");
  if (body.plan_audio != null) form = form + "&plan_audio=" + formText(body.plan_audio, "plan_audio");
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
