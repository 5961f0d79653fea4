import { decodeAccountPlanAddForm } from "../forms/account-plan-add.js";
import type { AccountPlanAddInput } from "../operations/account/account-plan-add.js";
import type { DecodeResult } from "../runtime/form-reader.js";
import { readRequest } from "../runtime/request-reader.js";

/**
 * Reads a request of `accountPlanAdd`: the inverse of what the operation sends.
 *
 * What the schemas say of types and required parts is checked, other keywords are not.
 */
export function decodeAccountPlanAddRequest(request: Request): Promise<DecodeResult<AccountPlanAddInput>> {
  return readRequest(request, {
    body: { required: true, read: async (form) => decodeAccountPlanAddForm(await form.text()) },
    required: [],
  });
}
