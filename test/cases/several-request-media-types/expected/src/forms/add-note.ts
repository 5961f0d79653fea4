import type { AddNoteBodyForm, AddNoteBodyMultipart } from "../operations/default/add-note.js";
import { type DecodeResult, readForm, readList, required } from "../runtime/form-reader.js";
import { formField, formText } from "../runtime/form-text.js";
import { formDataOf } from "../runtime/multipart-body.js";
import { readFile, readMultipart } from "../runtime/multipart-reader.js";
import { type Part, filePart, textPart } from "../runtime/multipart.js";
import { readText } from "../runtime/scalar-reader.js";
import { listOf, objectOf } from "../runtime/structure.js";

/**
 * The form body of `addNote`. Fields that are undefined or null are left out.
 *
 * @throws FieldError for a value that a form cannot carry.
 */
export function encodeAddNoteForm(body: AddNoteBodyForm): string {
  let form = "";
  objectOf(body, "body");
  form = formField("title=", body.title);
  if (body.tags != null)
    for (const item of listOf(body.tags, "tags")) if (item != null) form = form + "&tags=" + formText(item, "tags[]");
  return body.title != null ? form : form.slice(1);
}

/** Reads a form body of `addNote`: the inverse of its encoder. Fields that it does not know are passed over. */
export function decodeAddNoteForm(text: string): DecodeResult<AddNoteBodyForm> {
  return readForm(text, { title: required(readText), tags: readList(readText) });
}

/** The parts of `addNote`'s body. Fields that are undefined or null are left out. */
export function addNoteParts(body: AddNoteBodyMultipart): Part[] {
  const parts: Part[] = [];
  objectOf(body, "body");
  if (body.title != null) parts.push(textPart("title", body.title));
  if (body.scan != null) parts.push(filePart("scan", body.scan));
  return parts;
}

/**
 * The body of `addNote` as FormData. The operation itself sends JSON without a file name, and streams.
 *
 * @throws FieldError for a value that cannot be sent, and for a stream.
 */
export function encodeAddNoteMultipart(body: AddNoteBodyMultipart): FormData {
  return formDataOf(addNoteParts(body));
}

/** Reads a body of `addNote`: the inverse of its encoder. */
export function decodeAddNoteMultipart(form: FormData): Promise<DecodeResult<AddNoteBodyMultipart>> {
  return readMultipart(form, { title: readText, scan: readFile }, { files: ["scan"] });
}
