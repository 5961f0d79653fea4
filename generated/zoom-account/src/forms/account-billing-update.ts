import type { AccountBillingUpdateBody } from "../operations/account/account-billing-update.js";
import { type DecodeResult, FormReader, textValue } from "../runtime/form-reader.js";
import { formText } from "../runtime/form-text.js";

/**
 * Writes the form body of `accountBillingUpdate`. Fields that are undefined or null are left out.
 *
 * @throws TypeError for a value that a form cannot carry.
 */
export function encodeAccountBillingUpdateForm(body: AccountBillingUpdateBody): string {
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
  return form.slice(1);
}

/** Reads a form body of `accountBillingUpdate`: the inverse of its encoder. Fields that it does not know are passed over. */
export function decodeAccountBillingUpdateForm(text: string): DecodeResult<AccountBillingUpdateBody> {
  const reader = new FormReader(text);
  const accountId = reader.required("account_id", textValue);
  const firstName = reader.optional("first_name", textValue);
  const lastName = reader.optional("last_name", textValue);
  const phoneNumber = reader.optional("phone_number", textValue);
  const address = reader.optional("address", textValue);
  const apt = reader.optional("apt", textValue);
  const city = reader.optional("city", textValue);
  const country = reader.optional("country", textValue);
  const state = reader.optional("state", textValue);
  const zip = reader.optional("zip", textValue);
  if (reader.problems.length > 0) return { ok: false, problems: reader.problems };
  return {
    ok: true,
    value: {
      account_id: accountId,
      ...(firstName !== undefined && { first_name: firstName }),
      ...(lastName !== undefined && { last_name: lastName }),
      ...(phoneNumber !== undefined && { phone_number: phoneNumber }),
      ...(address !== undefined && { address: address }),
      ...(apt !== undefined && { apt: apt }),
      ...(city !== undefined && { city: city }),
      ...(country !== undefined && { country: country }),
      ...(state !== undefined && { state: state }),
      ...(zip !== undefined && { zip: zip }),
    },
  };
}
