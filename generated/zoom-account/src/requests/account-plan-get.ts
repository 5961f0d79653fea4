import { decodeAccountPlanGetForm } from "../forms/account-plan-get.js";
import type { AccountPlanGetInput } from "../operations/account/account-plan-get.js";
import type { DecodeResult } from "../runtime/form-reader.js";
import { readRequest } from "../runtime/request-reader.js";

/**
 * Reads a request of `accountPlanGet`: the inverse of what the operation sends.
 *
 * What the schemas say of types and required parts is checked, other keywords are not.
 */
export function decodeAccountPlanGetRequest(request: Request): Promise<DecodeResult<AccountPlanGetInput>> {
  return readRequest(request, {
    body: { required: true, read: async (form) => decodeAccountPlanGetForm(await form.text()) },
    required: [],
  });
}
