import type { AddNoteBody } from "../operations/default/add-note.js";
import { type DecodeResult, readForm, required } from "../runtime/form-reader.js";
import { formField, formText } from "../runtime/form-text.js";
import { membersOf } from "../runtime/members-of.js";
import { readText } from "../runtime/scalar-reader.js";
import { objectOf } from "../runtime/structure.js";

/**
 * The form body of `addNote`. Fields that are undefined or null are left out.
 *
 * @throws FieldError for a value that a form cannot carry.
 */
export function encodeAddNoteForm(body: AddNoteBody): string {
  let form = "";
  objectOf(body, "body");
  form = formField("text=", body.text);
  for (const [name, value] of membersOf(body, ["text"]))
    if (value != null) form = form + "&" + formText(name, name) + "=" + formText(value, name);
  return body.text != null ? form : form.slice(1);
}

/** Reads a form body of `addNote`: the inverse of its encoder. */
export function decodeAddNoteForm(text: string): DecodeResult<AddNoteBody> {
  return readForm(text, { text: required(readText) }, { whole: readText });
}
