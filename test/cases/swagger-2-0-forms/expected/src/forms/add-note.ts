import type { AddNoteBody, AddNoteBodyMultipart } from "../operations/default/add-note.js";
import { type DecodeResult, readDelimited, readForm, readList, required } from "../runtime/form-reader.js";
import { formField, formText } from "../runtime/form-text.js";
import { itemText } from "../runtime/item-text.js";
import { formDataOf } from "../runtime/multipart-body.js";
import { readMultipart } from "../runtime/multipart-reader.js";
import { type Part, textPart } from "../runtime/multipart.js";
import { readInteger, readNumber, readText } from "../runtime/scalar-reader.js";
import { scalarText } from "../runtime/scalar-text.js";
import { listOf, objectOf } from "../runtime/structure.js";
import { uriText } from "../runtime/uri-text.js";

/**
 * The form body of `addNote`. Fields that are undefined or null are left out.
 *
 * @throws FieldError for a value that a form cannot carry.
 */
export function encodeAddNoteForm(body: AddNoteBody): string {
  let form = "";
  objectOf(body, "body");
  form = formField("text=", body.text);
  form = form + formField("&stars=", body.stars);
  if (body.tags != null)
    for (const item of listOf(body.tags, "tags")) if (item != null) form = form + "&tags=" + formText(item, "tags[]");
  if (body.ids != null) {
    let text = "";
    for (const item of listOf(body.ids, "ids")) if (item != null) text += "," + uriText(item, "ids[]");
    if (text !== "") form = form + "&ids=" + text.slice(1);
  }
  if (body.near != null) {
    let text = "";
    for (const item of listOf(body.near, "near"))
      if (item != null) text += "%7C" + uriText(itemText(item, "|", "near[]"), "near[]");
    if (text !== "") form = form + "&near=" + text.slice(3);
  }
  return body.text != null ? form : form.slice(1);
}

/** Reads a form body of `addNote`: the inverse of its encoder. Fields that it does not know are passed over. */
export function decodeAddNoteForm(text: string): DecodeResult<AddNoteBody> {
  return readForm(text, {
    text: required(readText),
    stars: readInteger,
    tags: readList(readText),
    ids: readDelimited(",", readInteger),
    near: readDelimited("|", readNumber),
  });
}

/** The parts of `addNote`'s body. Fields that are undefined or null are left out. */
export function addNoteParts(body: AddNoteBodyMultipart): Part[] {
  const parts: Part[] = [];
  objectOf(body, "body");
  if (body.text != null) parts.push(textPart("text", body.text));
  if (body.stars != null) parts.push(textPart("stars", body.stars));
  if (body.tags != null)
    for (const item of listOf(body.tags, "tags")) if (item != null) parts.push(textPart("tags", item));
  if (body.ids != null) {
    let text = "";
    for (const item of listOf(body.ids, "ids"))
      if (item != null) text += "," + scalarText(itemText(item, ",", "ids[]"), "ids[]");
    if (text !== "") parts.push(textPart("ids", text.slice(1)));
  }
  if (body.near != null) {
    let text = "";
    for (const item of listOf(body.near, "near"))
      if (item != null) text += "|" + scalarText(itemText(item, "|", "near[]"), "near[]");
    if (text !== "") parts.push(textPart("near", text.slice(1)));
  }
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
  return readMultipart(form, {
    text: required(readText),
    stars: readInteger,
    tags: readList(readText),
    ids: readDelimited(",", readInteger),
    near: readDelimited("|", readNumber),
  });
}
