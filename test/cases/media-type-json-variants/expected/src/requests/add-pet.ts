import type { AddPetInput } from "../operations/default/add-pet.js";
import { byContentType } from "../runtime/content-reader.js";
import type { DecodeResult } from "../runtime/form-reader.js";
import { readJsonBody, readRequest } from "../runtime/request-reader.js";

/**
 * Reads a request of `addPet`: the inverse of what the operation sends.
 *
 * What the schemas say of types and required parts is checked, other keywords are not.
 */
export function decodeAddPetRequest(request: Request): Promise<DecodeResult<AddPetInput>> {
  return readRequest(request, {
    body: byContentType([
      {
        contentTypes: ["application/json", "text/json"],
        arriving: ["application/json", "text/json", "application/*+json"],
        required: true,
        read: readJsonBody,
      },
    ]),
    required: [],
  });
}
