import type { AddNoteBody } from "../operations/default/add-note.js";
import { type DecodeResult, FormReader, enumValue, textValue } from "../runtime/form-reader.js";
import { formRest } from "../runtime/form-rest.js";
import { formText } from "../runtime/form-text.js";

/**
 * Writes the form body of `addNote`. Fields that are undefined or null are left out.
 *
 * @throws TypeError for a value that a form cannot carry.
 */
export function encodeAddNoteForm(body: AddNoteBody): string {
  let form = "";
  if (body.title != null) form += "&title=" + formText(body.title, "title");
  if (body.level != null) form += "&level=" + formText(body.level, "level");
  form += formRest(body, ["title", "level"]);
  return form.slice(1);
}

/** Reads a form body of `addNote`: the inverse of its encoder. */
export function decodeAddNoteForm(text: string): DecodeResult<AddNoteBody> {
  const reader = new FormReader(text);
  const title = reader.required("title", textValue);
  const level = reader.required("level", enumValue<NonNullable<AddNoteBody["level"]>>([1, 2, 3]));
  const rest = reader.rest(["title", "level"], (name) => reader.any(name));
  if (reader.problems.length > 0) return { ok: false, problems: reader.problems };
  return {
    ok: true,
    value: {
      ...rest,
      title: title,
      level: level,
    },
  };
}
