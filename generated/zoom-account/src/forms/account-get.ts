import type { AccountGetBody } from "../operations/account/account-get.js";
import { type DecodeResult, FormReader, textValue } from "../runtime/form-reader.js";
import { formText } from "../runtime/form-text.js";

/**
 * Writes the form body of `accountGet`. Fields that are undefined or null are left out.
 *
 * @throws TypeError for a value that a form cannot carry.
 */
export function encodeAccountGetForm(body: AccountGetBody): string {
  let form = "";
  if (body.account_id != null) form += "&account_id=" + formText(body.account_id, "account_id");
  return form.slice(1);
}

/** Reads a form body of `accountGet`: the inverse of its encoder. Fields that it does not know are passed over. */
export function decodeAccountGetForm(text: string): DecodeResult<AccountGetBody> {
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
