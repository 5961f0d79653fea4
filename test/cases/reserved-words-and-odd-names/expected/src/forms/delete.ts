import type { DeleteBody } from "../operations/new-things/delete.js";
import { type DecodeResult, readForm, required } from "../runtime/form-reader.js";
import { formField, formText } from "../runtime/form-text.js";
import { readInteger, readText } from "../runtime/scalar-reader.js";
import { objectOf } from "../runtime/structure.js";

/**
 * The form body of `delete_`. Fields that are undefined or null are left out.
 *
 * @throws FieldError for a value that a form cannot carry.
 */
export function encodeDeleteForm(body: DeleteBody): string {
  let form = "";
  objectOf(body, "body");
  form = formField("200=", body["200"]);
  if (Object.hasOwn(body, "constructor") && body.constructor != null)
    form = form + "&constructor=" + formText(body.constructor, "constructor");
  if (Object.hasOwn(body, "__proto__") && body.__proto__ != null)
    form = form + "&__proto__=" + formText(body.__proto__, "__proto__");
  form = form + formField("&na-me=", body["na-me"]);
  form = form + formField("&=", body[""]);
  form = form + formField("&na%C3%AFve=", body["naïve"]);
  return body["200"] != null ? form : form.slice(1);
}

/** Reads a form body of `delete_`: the inverse of its encoder. Fields that it does not know are passed over. */
export function decodeDeleteForm(text: string): DecodeResult<DeleteBody> {
  return readForm(text, {
    200: readInteger,
    constructor: required(readText),
    ["__proto__"]: required(readText),
    "na-me": required(readText),
    "": readText,
    naïve: readText,
  });
}
