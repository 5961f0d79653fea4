import type { AccountPlanGetBody } from "../operations/account/account-plan-get.js";
import { type DecodeResult, FormReader, textValue } from "../runtime/form-reader.js";
import { formText } from "../runtime/form-text.js";

/**
 * Writes the form body of `accountPlanGet`. Fields that are undefined or null are left out.
 *
 * @throws TypeError for a value that a form cannot carry.
 */
export function encodeAccountPlanGetForm(body: AccountPlanGetBody): string {
  let form = "";
  if (body.account_id != null) form += "&account_id=" + formText(body.account_id, "account_id");
  return form.slice(1);
}

/** Reads a form body of `accountPlanGet`: the inverse of its encoder. Fields that it does not know are passed over. */
export function decodeAccountPlanGetForm(text: string): DecodeResult<AccountPlanGetBody> {
  const reader = new FormReader(text);
  const accountId = reader.required("account_id", textValue);
  if (reader.problems.length > 0) return { ok: false, problems: reader.problems };
  return {
    ok: true,
    value: {
      account_id: accountId,
    },
  };
}
