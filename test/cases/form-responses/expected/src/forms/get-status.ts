import type { GetStatusResponse } from "../operations/default/get-status.js";
import { type DecodeResult, readForm } from "../runtime/form-reader.js";
import { formText } from "../runtime/form-text.js";
import { membersOf } from "../runtime/members-of.js";
import { readText } from "../runtime/scalar-reader.js";
import { objectOf } from "../runtime/structure.js";

/**
 * The form of `GetStatusResponse`. Fields that are undefined or null are left out.
 *
 * @throws FieldError for a value that a form cannot carry.
 */
export function encodeGetStatusResponse(body: GetStatusResponse): string {
  let form = "";
  objectOf(body, "body");
  for (const [name, value] of membersOf(body))
    if (value != null) form = form + "&" + formText(name, name) + "=" + formText(value, name);
  return form.slice(1);
}

/** Reads a form of `GetStatusResponse`: the inverse of its encoder. */
export function decodeGetStatusResponse(text: string): DecodeResult<GetStatusResponse> {
  return readForm(text, {}, { whole: readText });
}
