import type { AccountCreateBody } from "../operations/account/account-create.js";
import { type DecodeResult, FormReader, booleanValue, textValue } from "../runtime/form-reader.js";
import { formText } from "../runtime/form-text.js";

/**
 * Writes the form body of `accountCreate`. Fields that are undefined or null are left out.
 *
 * @throws TypeError for a value that a form cannot carry.
 */
export function encodeAccountCreateForm(body: AccountCreateBody): string {
  let form = "";
  if (body.email != null) form += "&email=" + formText(body.email, "email");
  if (body.first_name != null) form += "&first_name=" + formText(body.first_name, "first_name");
  if (body.enable_share != null) form += "&enable_share=" + formText(body.enable_share, "enable_share");
  return form.slice(1);
}

/** Reads a form body of `accountCreate`: the inverse of its encoder. Fields that it does not know are passed over. */
export function decodeAccountCreateForm(text: string): DecodeResult<AccountCreateBody> {
  const reader = new FormReader(text);
  const email = reader.required("email", textValue);
  const firstName = reader.optional("first_name", textValue);
  const enableShare = reader.optional("enable_share", booleanValue);
  if (reader.problems.length > 0) return { ok: false, problems: reader.problems };
  return {
    ok: true,
    value: {
      email: email,
      ...(firstName !== undefined && { first_name: firstName }),
      ...(enableShare !== undefined && { enable_share: enableShare }),
    },
  };
}
