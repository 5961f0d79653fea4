import type { PatchNotesInput } from "../operations/default/patch-notes.js";
import { byContentType } from "../runtime/content-reader.js";
import type { DecodeResult } from "../runtime/form-reader.js";
import { readMultipartContent } from "../runtime/multipart-request.js";
import { readRequest, readTextBody } from "../runtime/request-reader.js";

/**
 * Reads a request of `patchNotes`: the inverse of what the operation sends.
 *
 * What the schemas say of types and required parts is checked, other keywords are not.
 */
export function decodePatchNotesRequest(request: Request): Promise<DecodeResult<PatchNotesInput>> {
  return readRequest(request, {
    body: byContentType([
      { contentTypes: ["text/plain"], required: true, read: readTextBody },
      { contentTypes: ["multipart/mixed"], required: true, read: readMultipartContent },
    ]),
    required: [],
  });
}
