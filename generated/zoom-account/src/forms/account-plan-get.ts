import type { AccountPlanGetBody } from "../operations/account/account-plan-get.js";
import { type DecodeResult, readForm, required } from "../runtime/form-reader.js";
import { formField } from "../runtime/form-text.js";
import { readText } from "../runtime/scalar-reader.js";
import { objectOf } from "../runtime/structure.js";

/**
 * The form body of `accountPlanGet`. Fields that are undefined or null are left out.
 *
 * @throws FieldError for a value that a form cannot carry.
 */
export function encodeAccountPlanGetForm(body: AccountPlanGetBody): string {
  let form = "";
  objectOf(body, "body");
  form = formField("account_id=", body.account_id);
  return body.account_id != null ? form : form.slice(1);
}

/** Reads a form body of `accountPlanGet`: the inverse of its encoder. Fields that it does not know are passed over. */
export function decodeAccountPlanGetForm(text: string): DecodeResult<AccountPlanGetBody> {
  return readForm(text, { account_id: required(readText) });
}
