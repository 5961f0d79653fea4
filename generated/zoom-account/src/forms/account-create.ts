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
  form = form + formField("&last_name=", body.last_name);
  form = form + formField("&password=", body.password);
  form = form + formField("&enable_share_rc=", body.enable_share_rc);
  form = form + formField("&share_rc=", body.share_rc);
  form = form + formField("&enable_share_mc=", body.enable_share_mc);
  form = form + formField("&share_mc=", body.share_mc);
  form = form + formField("&pay_mode=", body.pay_mode);
  form = form + formField("&collection_method=", body.collection_method);
  form = form + formField("&enable_pstn=", body.enable_pstn);
  form = form + formField("&enable_enforce_login=", body.enable_enforce_login);
  form = form + formField("&enable_enforce_login_sd=", body.enable_enforce_login_sd);
  form = form + formField("&enforce_login_domains=", body.enforce_login_domains);
  form = form + formField("&meeting_capacity=", body.meeting_capacity);
  form = form + formField("&disable_cmr_reminder=", body.disable_cmr_reminder);
  form = form + formField("&enable_only_host_download_cmr=", body.enable_only_host_download_cmr);
  form = form + formField("&enable_same_account_access_cmr=", body.enable_same_account_access_cmr);
  return body.email != null ? form : form.slice(1);
}

/** Reads a form body of `accountCreate`: the inverse of its encoder. Fields that it does not know are passed over. */
export function decodeAccountCreateForm(text: string): DecodeResult<AccountCreateBody> {
  return readForm(text, {
    email: required(readText),
    first_name: required(readText),
    last_name: required(readText),
    password: required(readText),
    enable_share_rc: readBoolean,
    share_rc: readText,
    enable_share_mc: readBoolean,
    share_mc: readText,
    pay_mode: readText,
    collection_method: readText,
    enable_pstn: readBoolean,
    enable_enforce_login: readBoolean,
    enable_enforce_login_sd: readBoolean,
    enforce_login_domains: readText,
    meeting_capacity: readText,
    disable_cmr_reminder: readBoolean,
    enable_only_host_download_cmr: readBoolean,
    enable_same_account_access_cmr: readBoolean,
  });
}
