import { decodeAccountBillingUpdateForm } from "../forms/account-billing-update.js";
import type { AccountBillingUpdateInput } from "../operations/account/account-billing-update.js";
import type { DecodeResult } from "../runtime/form-reader.js";
import { readRequest } from "../runtime/request-reader.js";

/**
 * Reads a request of `accountBillingUpdate`: the inverse of what the operation sends.
 *
 * What the schemas say of types and required parts is checked, other keywords are not.
 */
export function decodeAccountBillingUpdateRequest(request: Request): Promise<DecodeResult<AccountBillingUpdateInput>> {
  return readRequest(request, {
    body: { required: true, read: async (form) => decodeAccountBillingUpdateForm(await form.text()) },
    required: [],
  });
}
