import type { UploadBody } from "../operations/default/upload.js";
import { type DecodeResult, readList, required } from "../runtime/form-reader.js";
import { formDataOf } from "../runtime/multipart-body.js";
import { readFile, readFiles, readMultipart } from "../runtime/multipart-reader.js";
import { type Part, filePart, jsonPart, textPart } from "../runtime/multipart.js";
import { readJson, readText } from "../runtime/scalar-reader.js";
import { dateOnly } from "../runtime/scalar-text.js";
import { listOf, objectOf } from "../runtime/structure.js";

/** The parts of `upload`'s body. Fields that are undefined or null are left out. */
export function uploadParts(body: UploadBody): Part[] {
  const parts: Part[] = [];
  objectOf(body, "body");
  if (body.image != null)
    parts.push(filePart("image", body.image, { type: "image/png", headers: { "X-Kind": "photo" } }));
  if (body.attachments != null)
    for (const item of listOf(body.attachments, "attachments"))
      if (item != null) parts.push(filePart("attachments", item, { type: "application/octet-stream" }));
  if (body.about != null) parts.push(jsonPart("about", body.about));
  if (body.labels != null)
    for (const item of listOf(body.labels, "labels")) if (item != null) parts.push(textPart("labels", item));
  if (body.taken != null) parts.push(textPart("taken", dateOnly(body.taken, "taken")));
  if (body.note != null) parts.push(textPart("note", body.note, { type: "text/markdown" }));
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
      image: required(readFile),
      attachments: readFiles,
      about: readJson(["object"]),
      labels: readList(readText),
      taken: readText,
      note: readText,
    },
    { files: ["image", "attachments"] },
  );
}
