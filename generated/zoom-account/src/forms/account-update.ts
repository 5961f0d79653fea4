import type { AccountUpdateBody } from "../operations/account/account-update.js";
import { type DecodeResult, readForm, required } from "../runtime/form-reader.js";
import { formText } from "../runtime/form-text.js";
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
  if (body.account_id != null) form = "account_id=" + formText(body.account_id, "account_id");
  if (body.enable_share_rc != null)
    form = form + "&enable_share_rc=" + formText(body.enable_share_rc, "enable_share_rc");
  if (body.share_rc != null) form = form + "&share_rc=" + formText(body.share_rc, "share_rc");
  if (body.enable_share_mc != null)
    form = form + "&enable_share_mc=" + formText(body.enable_share_mc, "enable_share_mc");
  if (body.share_mc != null) form = form + "&share_mc=" + formText(body.share_mc, "share_mc");
  if (body.pay_mode != null) form = form + "&pay_mode=" + formText(body.pay_mode, "pay_mode");
  if (body.collection_method != null)
    form = form + "&collection_method=" + formText(body.collection_method, "collection_method");
  if (body.enable_pstn != null) form = form + "&enable_pstn=" + formText(body.enable_pstn, "enable_pstn");
  if (body.enable_call_out != null)
    form = form + "&enable_call_out=" + formText(body.enable_call_out, "enable_call_out");
  if (body.enable_enforce_login != null)
    form = form + "&enable_enforce_login=" + formText(body.enable_enforce_login, "enable_enforce_login");
  if (body.enable_enforce_login_sd != null)
    form = form + "&enable_enforce_login_sd=" + formText(body.enable_enforce_login_sd, "enable_enforce_login_sd");
  if (body.enforce_login_domains != null)
    form = form + "&enforce_login_domains=" + formText(body.enforce_login_domains, "enforce_login_domains");
  if (body.meeting_capacity != null)
    form = form + "&meeting_capacity=" + formText(body.meeting_capacity, "meeting_capacity");
  if (body.disable_cmr_reminder != null)
    form = form + "&disable_cmr_reminder=" + formText(body.disable_cmr_reminder, "disable_cmr_reminder");
  if (body.enable_only_host_download_cmr != null)
    form =
      form +
      "&enable_only_host_download_cmr=" +
      formText(body.enable_only_host_download_cmr, "enable_only_host_download_cmr");
  if (body.enable_same_account_access_cmr != null)
    form =
      form +
      "&enable_same_account_access_cmr=" +
      formText(body.enable_same_account_access_cmr, "enable_same_account_access_cmr");
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
