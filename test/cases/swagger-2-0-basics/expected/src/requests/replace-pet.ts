import type { ReplacePetInput } from "../operations/default/replace-pet.js";
import { type DecodeResult, required } from "../runtime/form-reader.js";
import { readJsonBody, readRequest, styled } from "../runtime/request-reader.js";
import { readBoolean, readInteger } from "../runtime/scalar-reader.js";

/**
 * Reads a request of `replacePet`: the inverse of what the operation sends.
 *
 * What the schemas say of types and required parts is checked, other keywords are not.
 */
export function decodeReplacePetRequest(request: Request): Promise<DecodeResult<ReplacePetInput>> {
  return readRequest(request, {
    path: { template: "/pets/{id}", fields: { id: styled("simple", false, "scalar", required(readInteger)) } },
    query: { "dry-run": readBoolean },
    body: { required: true, read: readJsonBody },
    required: ["path"],
  });
}
