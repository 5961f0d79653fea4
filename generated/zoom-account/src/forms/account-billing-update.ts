import type { AccountBillingUpdateBody } from "../operations/account/account-billing-update.js";
import { type DecodeResult, readForm, required } from "../runtime/form-reader.js";
import { formField } from "../runtime/form-text.js";
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
