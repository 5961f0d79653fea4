import { decodeAccountCreateForm } from "../forms/account-create.js";
import type { AccountCreateInput } from "../operations/account/account-create.js";
import type { DecodeResult } from "../runtime/form-reader.js";
import { readRequest } from "../runtime/request-reader.js";

/**
 * Reads a request of `accountCreate`: the inverse of what the operation sends.
 *
 * What the schemas say of types and required parts is checked, other keywords are not.
 */
export function decodeAccountCreateRequest(request: Request): Promise<DecodeResult<AccountCreateInput>> {
  return readRequest(request, {
    body: { required: true, read: async (form) => decodeAccountCreateForm(await form.text()) },
    required: [],
  });
}
