import type { AccountUpdateBody } from "../operations/account/account-update.js";
import { type DecodeResult, FormReader, booleanValue, textValue } from "../runtime/form-reader.js";
import { formText } from "../runtime/form-text.js";

/**
 * Writes the form body of `accountUpdate`. Fields that are undefined or null are left out.
 *
 * @throws TypeError for a value that a form cannot carry.
 */
export function encodeAccountUpdateForm(body: AccountUpdateBody): string {
  let form = "";
  if (body.account_id != null) form += "&account_id=" + formText(body.account_id, "account_id");
  if (body.enable_share_rc != null) form += "&enable_share_rc=" + formText(body.enable_share_rc, "enable_share_rc");
  if (body.share_rc != null) form += "&share_rc=" + formText(body.share_rc, "share_rc");
  if (body.enable_share_mc != null) form += "&enable_share_mc=" + formText(body.enable_share_mc, "enable_share_mc");
  if (body.share_mc != null) form += "&share_mc=" + formText(body.share_mc, "share_mc");
  if (body.pay_mode != null) form += "&pay_mode=" + formText(body.pay_mode, "pay_mode");
  if (body.collection_method != null)
    form += "&collection_method=" + formText(body.collection_method, "collection_method");
  if (body.enable_pstn != null) form += "&enable_pstn=" + formText(body.enable_pstn, "enable_pstn");
  if (body.enable_call_out != null) form += "&enable_call_out=" + formText(body.enable_call_out, "enable_call_out");
  if (body.enable_enforce_login != null)
    form += "&enable_enforce_login=" + formText(body.enable_enforce_login, "enable_enforce_login");
  if (body.enable_enforce_login_sd != null)
    form += "&enable_enforce_login_sd=" + formText(body.enable_enforce_login_sd, "enable_enforce_login_sd");
  if (body.enforce_login_domains != null)
    form += "&enforce_login_domains=" + formText(body.enforce_login_domains, "enforce_login_domains");
  if (body.meeting_capacity != null) form += "&meeting_capacity=" + formText(body.meeting_capacity, "meeting_capacity");
  if (body.disable_cmr_reminder != null)
    form += "&disable_cmr_reminder=" + formText(body.disable_cmr_reminder, "disable_cmr_reminder");
  if (body.enable_only_host_download_cmr != null)
    form +=
      "&enable_only_host_download_cmr=" + formText(body.enable_only_host_download_cmr, "enable_only_host_download_cmr");
  if (body.enable_same_account_access_cmr != null)
    form +=
      "&enable_same_account_access_cmr=" +
      formText(body.enable_same_account_access_cmr, "enable_same_account_access_cmr");
  return form.slice(1);
}

/** Reads a form body of `accountUpdate`: the inverse of its encoder. Fields that it does not know are passed over. */
export function decodeAccountUpdateForm(text: string): DecodeResult<AccountUpdateBody> {
  const reader = new FormReader(text);
  const accountId = reader.required("account_id", textValue);
  const enableShareRc = reader.optional("enable_share_rc", textValue);
  const shareRc = reader.optional("share_rc", textValue);
  const enableShareMc = reader.optional("enable_share_mc", textValue);
  const shareMc = reader.optional("share_mc", textValue);
  const payMode = reader.optional("pay_mode", textValue);
  const collectionMethod = reader.optional("collection_method", textValue);
  const enablePstn = reader.optional("enable_pstn", booleanValue);
  const enableCallOut = reader.optional("enable_call_out", booleanValue);
  const enableEnforceLogin = reader.optional("enable_enforce_login", booleanValue);
  const enableEnforceLoginSd = reader.optional("enable_enforce_login_sd", booleanValue);
  const enforceLoginDomains = reader.optional("enforce_login_domains", textValue);
  const meetingCapacity = reader.optional("meeting_capacity", textValue);
  const disableCmrReminder = reader.optional("disable_cmr_reminder", booleanValue);
  const enableOnlyHostDownloadCmr = reader.optional("enable_only_host_download_cmr", booleanValue);
  const enableSameAccountAccessCmr = reader.optional("enable_same_account_access_cmr", booleanValue);
  if (reader.problems.length > 0) return { ok: false, problems: reader.problems };
  return {
    ok: true,
    value: {
      account_id: accountId,
      ...(enableShareRc !== undefined && { enable_share_rc: enableShareRc }),
      ...(shareRc !== undefined && { share_rc: shareRc }),
      ...(enableShareMc !== undefined && { enable_share_mc: enableShareMc }),
      ...(shareMc !== undefined && { share_mc: shareMc }),
      ...(payMode !== undefined && { pay_mode: payMode }),
      ...(collectionMethod !== undefined && { collection_method: collectionMethod }),
      ...(enablePstn !== undefined && { enable_pstn: enablePstn }),
      ...(enableCallOut !== undefined && { enable_call_out: enableCallOut }),
      ...(enableEnforceLogin !== undefined && { enable_enforce_login: enableEnforceLogin }),
      ...(enableEnforceLoginSd !== undefined && { enable_enforce_login_sd: enableEnforceLoginSd }),
      ...(enforceLoginDomains !== undefined && { enforce_login_domains: enforceLoginDomains }),
      ...(meetingCapacity !== undefined && { meeting_capacity: meetingCapacity }),
      ...(disableCmrReminder !== undefined && { disable_cmr_reminder: disableCmrReminder }),
      ...(enableOnlyHostDownloadCmr !== undefined && { enable_only_host_download_cmr: enableOnlyHostDownloadCmr }),
      ...(enableSameAccountAccessCmr !== undefined && { enable_same_account_access_cmr: enableSameAccountAccessCmr }),
    },
  };
}
