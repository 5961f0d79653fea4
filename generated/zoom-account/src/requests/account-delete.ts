import { decodeAccountDeleteForm } from "../forms/account-delete.js";
import type { AccountDeleteInput } from "../operations/account/account-delete.js";
import type { DecodeResult } from "../runtime/form-reader.js";
import { readRequest } from "../runtime/request-reader.js";

/**
 * Reads a request of `accountDelete`: the inverse of what the operation sends.
 *
 * What the schemas say of types and required parts is checked, other keywords are not.
 */
export function decodeAccountDeleteRequest(request: Request): Promise<DecodeResult<AccountDeleteInput>> {
  return readRequest(request, {
    body: { required: true, read: async (form) => decodeAccountDeleteForm(await form.text()) },
    required: [],
  });
}
