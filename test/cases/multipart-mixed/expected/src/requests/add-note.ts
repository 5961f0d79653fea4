import { decodeAddNoteForm } from "../forms/add-note.js";
import type { AddNoteInput } from "../operations/default/add-note.js";
import type { DecodeResult } from "../runtime/form-reader.js";
import { partsAsForm } from "../runtime/multipart-request.js";
import { readRequest } from "../runtime/request-reader.js";

/**
 * Reads a request of `addNote`: the inverse of what the operation sends.
 *
 * What the schemas say of types and required parts is checked, other keywords are not.
 */
export function decodeAddNoteRequest(request: Request): Promise<DecodeResult<AddNoteInput>> {
  return readRequest(request, {
    body: { required: true, read: async (form) => decodeAddNoteForm(await partsAsForm(form)) },
    required: [],
  });
}
