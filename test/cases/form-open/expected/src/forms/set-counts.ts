import type { SetCountsBody } from "../operations/default/set-counts.js";
import { type DecodeResult, readForm } from "../runtime/form-reader.js";
import { formText } from "../runtime/form-text.js";
import { membersOf } from "../runtime/members-of.js";
import { readInteger } from "../runtime/scalar-reader.js";
import { objectOf } from "../runtime/structure.js";

/**
 * The form body of `setCounts`. Fields that are undefined or null are left out.
 *
 * @throws FieldError for a value that a form cannot carry.
 */
export function encodeSetCountsForm(body: SetCountsBody): string {
  let form = "";
  objectOf(body, "body");
  for (const [name, value] of membersOf(body))
    if (value != null) form = form + "&" + formText(name, name) + "=" + formText(value, name);
  return form.slice(1);
}

/** Reads a form body of `setCounts`: the inverse of its encoder. */
export function decodeSetCountsForm(text: string): DecodeResult<SetCountsBody> {
  return readForm(text, {}, { whole: readInteger });
}
