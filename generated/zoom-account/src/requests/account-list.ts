import { decodeAccountListForm } from "../forms/account-list.js";
import type { AccountListInput } from "../operations/account/account-list.js";
import type { DecodeResult } from "../runtime/form-reader.js";
import { readRequest } from "../runtime/request-reader.js";

/**
 * Reads a request of `accountList`: the inverse of what the operation sends.
 *
 * What the schemas say of types and required parts is checked, other keywords are not.
 */
export function decodeAccountListRequest(request: Request): Promise<DecodeResult<AccountListInput>> {
  return readRequest(request, {
    body: { required: false, read: async (form) => decodeAccountListForm(await form.text()) },
    required: [],
  });
}
