import type { AccountBillingUpdateBody } from "../operations/account/account-billing-update.js";
import { type DecodeResult, readForm, required } from "../runtime/form-reader.js";
import { formText } from "../runtime/form-text.js";
import { readText } from "../runtime/scalar-reader.js";
import { objectOf } from "../runtime/structure.js";

/**
 * The form body of `accountBillingUpdate`. Fields that are undefined or null are left out.
 *
 * @throws FieldError for a value that a form cannot carry.
 */
export function encodeAccountBillingUpdateForm(body: AccountBillingUpdateBody): string {
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
  return body.account_id != null ? form : form.slice(1);
}

/** Reads a form body of `accountBillingUpdate`: the inverse of its encoder. Fields that it does not know are passed over. */
export function decodeAccountBillingUpdateForm(text: string): DecodeResult<AccountBillingUpdateBody> {
  return readForm(text, {
    account_id: required(readText),
    first_name: readText,
    last_name: readText,
    phone_number: readText,
    address: readText,
    apt: readText,
    city: readText,
    country: readText,
    state: readText,
    zip: readText,
  });
}
