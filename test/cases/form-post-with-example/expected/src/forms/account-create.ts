import type { AccountCreateBody } from "../operations/account/account-create.js";
import { type DecodeResult, readForm, required } from "../runtime/form-reader.js";
import { formField } from "../runtime/form-text.js";
import { readBoolean, readText } from "../runtime/scalar-reader.js";
import { objectOf } from "../runtime/structure.js";

/**
 * The form body of `accountCreate`. Fields that are undefined or null are left out.
 *
 * @throws FieldError for a value that a form cannot carry.
 */
export function encodeAccountCreateForm(body: AccountCreateBody): string {
  let form = "";
  objectOf(body, "body");
  form = formField("email=", body.email);
  form = form + formField("&first_name=", body.first_name);
  form = form + formField("&enable_share=", body.enable_share);
  return body.email != null ? form : form.slice(1);
}

/** Reads a form body of `accountCreate`: the inverse of its encoder. Fields that it does not know are passed over. */
export function decodeAccountCreateForm(text: string): DecodeResult<AccountCreateBody> {
  return readForm(text, { email: required(readText), first_name: readText, enable_share: readBoolean });
}
