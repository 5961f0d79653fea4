import type { DeleteBody } from "../operations/new-things/delete.js";
import { type DecodeResult, readForm, required } from "../runtime/form-reader.js";
import { formText } from "../runtime/form-text.js";
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
  if (body["200"] != null) form = "200=" + formText(body["200"], "200");
  if (Object.hasOwn(body, "constructor") && body.constructor != null)
    form = form + "&constructor=" + formText(body.constructor, "constructor");
  if (Object.hasOwn(body, "__proto__") && body.__proto__ != null)
    form = form + "&__proto__=" + formText(body.__proto__, "__proto__");
  if (body["na-me"] != null) form = form + "&na-me=" + formText(body["na-me"], "na-me");
  if (body[""] != null) form = form + "&=" + formText(body[""], "");
  if (body["naïve"] != null) form = form + "&na%C3%AFve=" + formText(body["naïve"], "naïve");
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
