import { decodeAccountGetForm } from "../forms/account-get.js";
import type { AccountGetInput } from "../operations/account/account-get.js";
import type { DecodeResult } from "../runtime/form-reader.js";
import { readRequest } from "../runtime/request-reader.js";

/**
 * Reads a request of `accountGet`: the inverse of what the operation sends.
 *
 * What the schemas say of types and required parts is checked, other keywords are not.
 */
export function decodeAccountGetRequest(request: Request): Promise<DecodeResult<AccountGetInput>> {
  return readRequest(request, {
    body: { required: true, read: async (form) => decodeAccountGetForm(await form.text()) },
    required: [],
  });
}
