import type { AccountListBody } from "../operations/account/account-list.js";
import { type DecodeResult, readForm } from "../runtime/form-reader.js";
import { formField } from "../runtime/form-text.js";
import { readInteger, readText } from "../runtime/scalar-reader.js";
import { objectOf } from "../runtime/structure.js";

/**
 * The form body of `accountList`. Fields that are undefined or null are left out.
 *
 * @throws FieldError for a value that a form cannot carry.
 */
export function encodeAccountListForm(body: AccountListBody): string {
  let form = "";
  objectOf(body, "body");
  form = formField("api_key=", body.api_key);
  form = form + formField("&api_secret=", body.api_secret);
  form = form + formField("&page_size=", body.page_size);
  form = form + formField("&page_number=", body.page_number);
  return body.api_key != null ? form : form.slice(1);
}

/** Reads a form body of `accountList`: the inverse of its encoder. Fields that it does not know are passed over. */
export function decodeAccountListForm(text: string): DecodeResult<AccountListBody> {
  return readForm(text, { api_key: readText, api_secret: readText, page_size: readInteger, page_number: readInteger });
}
