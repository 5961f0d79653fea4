import type { UploadBody } from "../operations/default/upload.js";
import { type DecodeResult, readDelimited, readList, required } from "../runtime/form-reader.js";
import { itemText } from "../runtime/item-text.js";
import { formDataOf } from "../runtime/multipart-body.js";
import { readFile, readFiles, readMultipart } from "../runtime/multipart-reader.js";
import { type Part, filePart, textPart } from "../runtime/multipart.js";
import { readText } from "../runtime/scalar-reader.js";
import { scalarText } from "../runtime/scalar-text.js";
import { listOf, objectOf } from "../runtime/structure.js";

/** The parts of `upload`'s body. Fields that are undefined or null are left out. */
export function uploadParts(body: UploadBody): Part[] {
  const parts: Part[] = [];
  objectOf(body, "body");
  if (body.folder != null) parts.push(textPart("folder", body.folder));
  if (body.file != null) parts.push(filePart("file", body.file));
  if (body.pages != null)
    for (const item of listOf(body.pages, "pages")) if (item != null) parts.push(filePart("pages", item));
  if (body.tags != null) {
    let text = "";
    for (const item of listOf(body.tags, "tags"))
      if (item != null) text += "," + scalarText(itemText(item, ",", "tags[]"), "tags[]");
    if (text !== "") parts.push(textPart("tags", text.slice(1)));
  }
  if (body.notes != null)
    for (const item of listOf(body.notes, "notes")) if (item != null) parts.push(textPart("notes", item));
  return parts;
}

/**
 * The body of `upload` as FormData. The operation itself sends JSON without a file name, and streams.
 *
 * @throws FieldError for a value that cannot be sent, and for a stream.
 */
export function encodeUploadForm(body: UploadBody): FormData {
  return formDataOf(uploadParts(body));
}

/** Reads a body of `upload`: the inverse of its encoder. */
export function decodeUploadForm(form: FormData): Promise<DecodeResult<UploadBody>> {
  return readMultipart(
    form,
    {
      folder: required(readText),
      file: required(readFile),
      pages: readFiles,
      tags: readDelimited(",", readText),
      notes: readList(readText),
    },
    { files: ["file", "pages"] },
  );
}
