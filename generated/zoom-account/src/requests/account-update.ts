import { decodeAccountUpdateForm } from "../forms/account-update.js";
import type { AccountUpdateInput } from "../operations/account/account-update.js";
import type { DecodeResult } from "../runtime/form-reader.js";
import { readRequest } from "../runtime/request-reader.js";

/**
 * Reads a request of `accountUpdate`: the inverse of what the operation sends.
 *
 * What the schemas say of types and required parts is checked, other keywords are not.
 */
export function decodeAccountUpdateRequest(request: Request): Promise<DecodeResult<AccountUpdateInput>> {
  return readRequest(request, {
    body: { required: true, read: async (form) => decodeAccountUpdateForm(await form.text()) },
    required: [],
  });
}
