import type { SendAnythingBody } from "../operations/default/send-anything.js";
import { anyPairs } from "../runtime/any-pairs.js";
import { readAny } from "../runtime/any-reader.js";
import { type DecodeResult, readForm } from "../runtime/form-reader.js";
import { formText } from "../runtime/form-text.js";
import { membersOf } from "../runtime/members-of.js";
import { objectOf } from "../runtime/structure.js";

/**
 * The form body of `sendAnything`. Fields that are undefined or null are left out.
 *
 * @throws FieldError for a value that a form cannot carry.
 */
export function encodeSendAnythingForm(body: SendAnythingBody): string {
  let form = "";
  objectOf(body, "body");
  for (const [name, value] of membersOf(body))
    if (value != null)
      form =
        form + anyPairs("&" + formText(name, name), value, name, { lists: "same", objects: "json", text: formText });
  return form.slice(1);
}

/** Reads a form body of `sendAnything`: the inverse of its encoder. */
export function decodeSendAnythingForm(text: string): DecodeResult<SendAnythingBody> {
  return readForm(text, {}, { whole: readAny([]) });
}
