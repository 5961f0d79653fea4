import { decodeAddNoteForm, decodeAddNoteMultipart } from "../forms/add-note.js";
import type { AddNoteInput } from "../operations/default/add-note.js";
import { byContentType } from "../runtime/content-reader.js";
import { type DecodeResult, required } from "../runtime/form-reader.js";
import { readBlobBody, readJsonBody, readRequest, readTextBody, styled } from "../runtime/request-reader.js";
import { readText } from "../runtime/scalar-reader.js";

/**
 * Reads a request of `addNote`: the inverse of what the operation sends.
 *
 * What the schemas say of types and required parts is checked, other keywords are not.
 */
export function decodeAddNoteRequest(request: Request): Promise<DecodeResult<AddNoteInput>> {
  return readRequest(request, {
    path: {
      template: "/folders/{folder}/notes",
      fields: { folder: styled("simple", false, "scalar", required(readText)) },
    },
    body: byContentType([
      { contentTypes: ["application/json"], required: true, read: readJsonBody },
      { contentTypes: ["application/xml"], required: true, read: readTextBody },
      {
        contentTypes: ["multipart/form-data"],
        required: true,
        read: async (form) => decodeAddNoteMultipart(await form.formData()),
      },
      {
        contentTypes: ["application/x-www-form-urlencoded"],
        required: true,
        read: async (form) => decodeAddNoteForm(await form.text()),
      },
      { contentTypes: ["application/pdf", "image/png"], required: true, read: readBlobBody },
    ]),
    required: ["path"],
  });
}
