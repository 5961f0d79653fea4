import type { AccountPlanAddBody } from "../operations/account/account-plan-add.js";
import { type DecodeResult, FormReader, textValue } from "../runtime/form-reader.js";
import { formText } from "../runtime/form-text.js";

/**
 * Writes the form body of `accountPlanAdd`. Fields that are undefined or null are left out.
 *
 * @throws TypeError for a value that a form cannot carry.
 */
export function encodeAccountPlanAddForm(body: AccountPlanAddBody): string {
  let form = "";
  if (body.account_id != null) form += "&account_id=" + formText(body.account_id, "account_id");
  if (body.plan != null) form += "&plan=" + formText(body.plan, "plan");
  return form.slice(1);
}

/** Reads a form body of `accountPlanAdd`: the inverse of its encoder. Fields that it does not know are passed over. */
export function decodeAccountPlanAddForm(text: string): DecodeResult<AccountPlanAddBody> {
  const reader = new FormReader(text);
  const accountId = reader.required("account_id", textValue);
  const plan = reader.required("plan", textValue);
  if (reader.problems.length > 0) return { ok: false, problems: reader.problems };
  return {
    ok: true,
    value: {
      account_id: accountId,
      plan: plan,
    },
  };
}
