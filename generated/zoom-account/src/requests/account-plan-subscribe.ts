import { decodeAccountPlanSubscribeForm } from "../forms/account-plan-subscribe.js";
import type { AccountPlanSubscribeInput } from "../operations/account/account-plan-subscribe.js";
import type { DecodeResult } from "../runtime/form-reader.js";
import { readRequest } from "../runtime/request-reader.js";

/**
 * Reads a request of `accountPlanSubscribe`: the inverse of what the operation sends.
 *
 * What the schemas say of types and required parts is checked, other keywords are not.
 */
export function decodeAccountPlanSubscribeRequest(request: Request): Promise<DecodeResult<AccountPlanSubscribeInput>> {
  return readRequest(request, {
    body: { required: true, read: async (form) => decodeAccountPlanSubscribeForm(await form.text()) },
    required: [],
  });
}
