import type { AccountUpdateBody } from "../operations/account/account-update.js";
import { type DecodeResult, readForm, required } from "../runtime/form-reader.js";
import { formField } from "../runtime/form-text.js";
import { readBoolean, readText } from "../runtime/scalar-reader.js";
import { objectOf } from "../runtime/structure.js";

/**
 * The form body of `accountUpdate`. Fields that are undefined or null are left out.
 *
 * @throws FieldError for a value that a form cannot carry.
 */
export function encodeAccountUpdateForm(body: AccountUpdateBody): string {
  let form = "";
  objectOf(body, "body");
  form = formField("account_id=", body.account_id);
  form = form + formField("&enable_share_rc=", body.enable_share_rc);
  form = form + formField("&share_rc=", body.share_rc);
  form = form + formField("&enable_share_mc=", body.enable_share_mc);
  form = form + formField("&share_mc=", body.share_mc);
  form = form + formField("&pay_mode=", body.pay_mode);
  form = form + formField("&collection_method=", body.collection_method);
  form = form + formField("&enable_pstn=", body.enable_pstn);
  form = form + formField("&enable_call_out=", body.enable_call_out);
  form = form + formField("&enable_enforce_login=", body.enable_enforce_login);
  form = form + formField("&enable_enforce_login_sd=", body.enable_enforce_login_sd);
  form = form + formField("&enforce_login_domains=", body.enforce_login_domains);
  form = form + formField("&meeting_capacity=", body.meeting_capacity);
  form = form + formField("&disable_cmr_reminder=", body.disable_cmr_reminder);
  form = form + formField("&enable_only_host_download_cmr=", body.enable_only_host_download_cmr);
  form = form + formField("&enable_same_account_access_cmr=", body.enable_same_account_access_cmr);
  return body.account_id != null ? form : form.slice(1);
}

/** Reads a form body of `accountUpdate`: the inverse of its encoder. Fields that it does not know are passed over. */
export function decodeAccountUpdateForm(text: string): DecodeResult<AccountUpdateBody> {
  return readForm(text, {
    account_id: required(readText),
    enable_share_rc: readText,
    share_rc: readText,
    enable_share_mc: readText,
    share_mc: readText,
    pay_mode: readText,
    collection_method: readText,
    enable_pstn: readBoolean,
    enable_call_out: readBoolean,
    enable_enforce_login: readBoolean,
    enable_enforce_login_sd: readBoolean,
    enforce_login_domains: readText,
    meeting_capacity: readText,
    disable_cmr_reminder: readBoolean,
    enable_only_host_download_cmr: readBoolean,
    enable_same_account_access_cmr: readBoolean,
  });
}
