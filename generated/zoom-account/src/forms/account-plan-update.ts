import type { AccountPlanUpdateBody } from "../operations/account/account-plan-update.js";
import { type DecodeResult, readForm, required } from "../runtime/form-reader.js";
import { formField } from "../runtime/form-text.js";
import { readText } from "../runtime/scalar-reader.js";
import { objectOf } from "../runtime/structure.js";

/**
 * The form body of `accountPlanUpdate`. Fields that are undefined or null are left out.
 *
 * @throws FieldError for a value that a form cannot carry.
 */
export function encodeAccountPlanUpdateForm(body: AccountPlanUpdateBody): string {
  let form = "";
  objectOf(body, "body");
  form = formField("account_id=", body.account_id);
  form = form + formField("&type=", body.type);
  form = form + formField("&plan=", body.plan);
  return body.account_id != null ? form : form.slice(1);
}

/** Reads a form body of `accountPlanUpdate`: the inverse of its encoder. Fields that it does not know are passed over. */
export function decodeAccountPlanUpdateForm(text: string): DecodeResult<AccountPlanUpdateBody> {
  return readForm(text, { account_id: required(readText), type: required(readText), plan: required(readText) });
}
