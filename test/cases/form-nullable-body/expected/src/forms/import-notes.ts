import type { ImportNotesBody } from "../operations/default/import-notes.js";
import { type DecodeResult, required } from "../runtime/form-reader.js";
import { formDataOf } from "../runtime/multipart-body.js";
import { readMultipart } from "../runtime/multipart-reader.js";
import { type Part, textPart } from "../runtime/multipart.js";
import { readText } from "../runtime/scalar-reader.js";
import { objectOf } from "../runtime/structure.js";

/** The parts of `importNotes`'s body. Fields that are undefined or null are left out. */
export function importNotesParts(body: ImportNotesBody): Part[] {
  const parts: Part[] = [];
  objectOf(body, "body");
  if (body.file != null) parts.push(textPart("file", body.file, { type: "text/csv" }));
  return parts;
}

/**
 * The body of `importNotes` as FormData. The operation itself sends JSON without a file name, and streams.
 *
 * @throws FieldError for a value that cannot be sent, and for a stream.
 */
export function encodeImportNotesForm(body: ImportNotesBody): FormData {
  return formDataOf(importNotesParts(body));
}

/** Reads a body of `importNotes`: the inverse of its encoder. */
export function decodeImportNotesForm(form: FormData): Promise<DecodeResult<ImportNotesBody>> {
  return readMultipart(form, { file: required(readText) });
}
