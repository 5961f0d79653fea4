import type { AddNoteBody } from "../operations/default/add-note.js";
import { type DecodeResult, required } from "../runtime/form-reader.js";
import { readFile, readMultipart } from "../runtime/multipart-reader.js";
import { type Part, filePart, jsonPart, textPart } from "../runtime/multipart.js";
import { readJson, readText } from "../runtime/scalar-reader.js";
import { objectOf } from "../runtime/structure.js";

/** The parts of `addNote`'s body. Fields that are undefined or null are left out. */
export function addNoteParts(body: AddNoteBody): Part[] {
  const parts: Part[] = [];
  objectOf(body, "body");
  if (body.metadata != null) parts.push(jsonPart("metadata", body.metadata));
  if (body.scan != null) parts.push(filePart("scan", body.scan, { type: "image/png" }));
  if (body.comment != null) parts.push(textPart("comment", body.comment));
  return parts;
}

/** Reads a body of `addNote`: the inverse of what the operation sends. */
export function decodeAddNoteForm(form: FormData): Promise<DecodeResult<AddNoteBody>> {
  return readMultipart(
    form,
    { metadata: required(readJson(["object"])), scan: readFile, comment: readText },
    { files: ["scan"] },
  );
}
