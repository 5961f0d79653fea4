import type { AccountListBody } from "../operations/account/account-list.js";
import { type DecodeResult, FormReader, textValue } from "../runtime/form-reader.js";
import { formText } from "../runtime/form-text.js";

/**
 * Writes the form body of `accountList`. Fields that are undefined or null are left out.
 *
 * @throws TypeError for a value that a form cannot carry.
 */
export function encodeAccountListForm(body: AccountListBody): string {
  let form = "";
  if (body.api_key != null) form += "&api_key=" + formText(body.api_key, "api_key");
  if (body.api_secret != null) form += "&api_secret=" + formText(body.api_secret, "api_secret");
  return form.slice(1);
}

/** Reads a form body of `accountList`: the inverse of its encoder. Fields that it does not know are passed over. */
export function decodeAccountListForm(text: string): DecodeResult<AccountListBody> {
  const reader = new FormReader(text);
  const apiKey = reader.optional("api_key", textValue);
  const apiSecret = reader.optional("api_secret", textValue);
  if (reader.problems.length > 0) return { ok: false, problems: reader.problems };
  return {
    ok: true,
    value: {
      ...(apiKey !== undefined && { api_key: apiKey }),
      ...(apiSecret !== undefined && { api_secret: apiSecret }),
    },
  };
}
