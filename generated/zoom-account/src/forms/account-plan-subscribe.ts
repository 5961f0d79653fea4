import type { AccountPlanSubscribeBody } from "../operations/account/account-plan-subscribe.js";
import { type DecodeResult, FormReader, textValue } from "../runtime/form-reader.js";
import { formText } from "../runtime/form-text.js";

/**
 * Writes the form body of `accountPlanSubscribe`. Fields that are undefined or null are left out.
 *
 * @throws TypeError for a value that a form cannot carry.
 */
export function encodeAccountPlanSubscribeForm(body: AccountPlanSubscribeBody): string {
  let form = "";
  if (body.account_id != null) form += "&account_id=" + formText(body.account_id, "account_id");
  if (body.first_name != null) form += "&first_name=" + formText(body.first_name, "first_name");
  if (body.last_name != null) form += "&last_name=" + formText(body.last_name, "last_name");
  if (body.phone_number != null) form += "&phone_number=" + formText(body.phone_number, "phone_number");
  if (body.address != null) form += "&address=" + formText(body.address, "address");
  if (body.apt != null) form += "&apt=" + formText(body.apt, "apt");
  if (body.city != null) form += "&city=" + formText(body.city, "city");
  if (body.country != null) form += "&country=" + formText(body.country, "country");
  if (body.state != null) form += "&state=" + formText(body.state, "state");
  if (body.zip != null) form += "&zip=" + formText(body.zip, "zip");
  if (body.plan_base != null) form += "&plan_base=" + formText(body.plan_base, "plan_base");
  if (body.plan_zoom_rooms != null) form += "&plan_zoom_rooms=" + formText(body.plan_zoom_rooms, "plan_zoom_rooms");
  if (body.plan_room_connector != null)
    form += "&plan_room_connector=" + formText(body.plan_room_connector, "plan_room_connector");
  if (body.plan_large_meeting != null)
    form += "&plan_large_meeting=" + formText(body.plan_large_meeting, "plan_large_meeting");
  if (body.plan_webinar != null) form += "&plan_webinar=" + formText(body.plan_webinar, "plan_webinar");
  if (body.plan_recording != null) form += "&plan_recording=" + formText(body.plan_recording, "plan_recording");
  if (body.plan_audio != null) form += "&plan_audio=" + formText(body.plan_audio, "plan_audio");
  return form.slice(1);
}

/** Reads a form body of `accountPlanSubscribe`: the inverse of its encoder. Fields that it does not know are passed over. */
export function decodeAccountPlanSubscribeForm(text: string): DecodeResult<AccountPlanSubscribeBody> {
  const reader = new FormReader(text);
  const accountId = reader.required("account_id", textValue);
  const firstName = reader.required("first_name", textValue);
  const lastName = reader.required("last_name", textValue);
  const phoneNumber = reader.required("phone_number", textValue);
  const address = reader.required("address", textValue);
  const apt = reader.optional("apt", textValue);
  const city = reader.required("city", textValue);
  const country = reader.required("country", textValue);
  const state = reader.required("state", textValue);
  const zip = reader.required("zip", textValue);
  const planBase = reader.required("plan_base", textValue);
  const planZoomRooms = reader.optional("plan_zoom_rooms", textValue);
  const planRoomConnector = reader.optional("plan_room_connector", textValue);
  const planLargeMeeting = reader.optional("plan_large_meeting", textValue);
  const planWebinar = reader.optional("plan_webinar", textValue);
  const planRecording = reader.optional("plan_recording", textValue);
  const planAudio = reader.optional("plan_audio", textValue);
  if (reader.problems.length > 0) return { ok: false, problems: reader.problems };
  return {
    ok: true,
    value: {
      account_id: accountId,
      first_name: firstName,
      last_name: lastName,
      phone_number: phoneNumber,
      address: address,
      ...(apt !== undefined && { apt: apt }),
      city: city,
      country: country,
      state: state,
      zip: zip,
      plan_base: planBase,
      ...(planZoomRooms !== undefined && { plan_zoom_rooms: planZoomRooms }),
      ...(planRoomConnector !== undefined && { plan_room_connector: planRoomConnector }),
      ...(planLargeMeeting !== undefined && { plan_large_meeting: planLargeMeeting }),
      ...(planWebinar !== undefined && { plan_webinar: planWebinar }),
      ...(planRecording !== undefined && { plan_recording: planRecording }),
      ...(planAudio !== undefined && { plan_audio: planAudio }),
    },
  };
}
