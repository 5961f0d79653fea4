import type { AccountListBody } from "../operations/account/account-list.js";
import { type DecodeResult, readForm } from "../runtime/form-reader.js";
import { formText } from "../runtime/form-text.js";
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
  if (body.api_key != null) form = "api_key=" + formText(body.api_key, "api_key");
  if (body.api_secret != null) form = form + "&api_secret=" + formText(body.api_secret, "api_secret");
  if (body.page_size != null) form = form + "&page_size=" + formText(body.page_size, "page_size");
  if (body.page_number != null) form = form + "&page_number=" + formText(body.page_number, "page_number");
  return body.api_key != null ? form : form.slice(1);
}

/** Reads a form body of `accountList`: the inverse of its encoder. Fields that it does not know are passed over. */
export function decodeAccountListForm(text: string): DecodeResult<AccountListBody> {
  return readForm(text, { api_key: readText, api_secret: readText, page_size: readInteger, page_number: readInteger });
}
