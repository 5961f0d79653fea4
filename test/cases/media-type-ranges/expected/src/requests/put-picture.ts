import type { PutPictureInput } from "../operations/default/put-picture.js";
import { byContentType } from "../runtime/content-reader.js";
import type { DecodeResult } from "../runtime/form-reader.js";
import { readBlobBody, readJsonBody, readRequest } from "../runtime/request-reader.js";

/**
 * Reads a request of `putPicture`: the inverse of what the operation sends.
 *
 * What the schemas say of types and required parts is checked, other keywords are not.
 */
export function decodePutPictureRequest(request: Request): Promise<DecodeResult<PutPictureInput>> {
  return readRequest(request, {
    body: byContentType([
      { contentTypes: ["application/json"], required: true, read: readJsonBody },
      { contentTypes: ["image/*"], required: true, read: readBlobBody },
    ]),
    required: [],
  });
}
