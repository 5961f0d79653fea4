import { decodeAddNoteForm, decodeAddNoteMultipart } from "../forms/add-note.js";
import type { AddNoteInput } from "../operations/default/add-note.js";
import { byContentType } from "../runtime/content-reader.js";
import { type DecodeResult, readDelimited } from "../runtime/form-reader.js";
import { readRequest } from "../runtime/request-reader.js";
import { readOneOf } from "../runtime/scalar-reader.js";

/**
 * Reads a request of `addNote`: the inverse of what the operation sends.
 *
 * What the schemas say of types and required parts is checked, other keywords are not.
 */
export function decodeAddNoteRequest(request: Request): Promise<DecodeResult<AddNoteInput>> {
  return readRequest(request, {
    query: { sort: readDelimited(" ", readOneOf(["age", "name"])) },
    body: byContentType([
      {
        contentTypes: ["application/x-www-form-urlencoded"],
        required: true,
        read: async (form) => decodeAddNoteForm(await form.text()),
      },
      {
        contentTypes: ["multipart/form-data"],
        required: true,
        read: async (form) => decodeAddNoteMultipart(await form.formData()),
      },
    ]),
    required: [],
  });
}
