import type { AccountPlanUpdateBody } from "../operations/account/account-plan-update.js";
import { type DecodeResult, FormReader, textValue } from "../runtime/form-reader.js";
import { formText } from "../runtime/form-text.js";

/**
 * Writes the form body of `accountPlanUpdate`. Fields that are undefined or null are left out.
 *
 * @throws TypeError for a value that a form cannot carry.
 */
export function encodeAccountPlanUpdateForm(body: AccountPlanUpdateBody): string {
  let form = "";
  if (body.account_id != null) form += "&account_id=" + formText(body.account_id, "account_id");
  if (body.type != null) form += "&type=" + formText(body.type, "type");
  if (body.plan != null) form += "&plan=" + formText(body.plan, "plan");
  return form.slice(1);
}

/** Reads a form body of `accountPlanUpdate`: the inverse of its encoder. Fields that it does not know are passed over. */
export function decodeAccountPlanUpdateForm(text: string): DecodeResult<AccountPlanUpdateBody> {
  const reader = new FormReader(text);
  const accountId = reader.required("account_id", textValue);
  const type_ = reader.required("type", textValue);
  const plan = reader.required("plan", textValue);
  if (reader.problems.length > 0) return { ok: false, problems: reader.problems };
  return {
    ok: true,
    value: {
      account_id: accountId,
      type: type_,
      plan: plan,
    },
  };
}
