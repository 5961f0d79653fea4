import { decodeAccountPlanUpdateForm } from "../forms/account-plan-update.js";
import type { AccountPlanUpdateInput } from "../operations/account/account-plan-update.js";
import type { DecodeResult } from "../runtime/form-reader.js";
import { readRequest } from "../runtime/request-reader.js";

/**
 * Reads a request of `accountPlanUpdate`: the inverse of what the operation sends.
 *
 * What the schemas say of types and required parts is checked, other keywords are not.
 */
export function decodeAccountPlanUpdateRequest(request: Request): Promise<DecodeResult<AccountPlanUpdateInput>> {
  return readRequest(request, {
    body: { required: true, read: async (form) => decodeAccountPlanUpdateForm(await form.text()) },
    required: [],
  });
}
