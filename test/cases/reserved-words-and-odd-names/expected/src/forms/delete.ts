import type { DeleteBody } from "../operations/new-things/delete.js";
import { type DecodeResult, FormReader, integerValue, textValue } from "../runtime/form-reader.js";
import { formText } from "../runtime/form-text.js";

/**
 * Writes the form body of `delete_`. Fields that are undefined or null are left out.
 *
 * @throws TypeError for a value that a form cannot carry.
 */
export function encodeDeleteForm(body: DeleteBody): string {
  let form = "";
  if (body["200"] != null) form += "&200=" + formText(body["200"], "200");
  if (Object.hasOwn(body, "constructor") && body.constructor != null)
    form += "&constructor=" + formText(body.constructor, "constructor");
  if (Object.hasOwn(body, "__proto__") && body.__proto__ != null)
    form += "&__proto__=" + formText(body.__proto__, "__proto__");
  if (body["na-me"] != null) form += "&na-me=" + formText(body["na-me"], "na-me");
  if (body[""] != null) form += "&=" + formText(body[""], "");
  if (body["naïve"] != null) form += "&na%C3%AFve=" + formText(body["naïve"], "naïve");
  return form.slice(1);
}

/** Reads a form body of `delete_`: the inverse of its encoder. Fields that it does not know are passed over. */
export function decodeDeleteForm(text: string): DecodeResult<DeleteBody> {
  const reader = new FormReader(text);
  const _200 = reader.optional("200", integerValue);
  const constructor_ = reader.required("constructor", textValue);
  const proto = reader.required("__proto__", textValue);
  const naMe = reader.required("na-me", textValue);
  const field = reader.optional("", textValue);
  const naive = reader.optional("naïve", textValue);
  if (reader.problems.length > 0) return { ok: false, problems: reader.problems };
  return {
    ok: true,
    value: {
      ...(_200 !== undefined && { 200: _200 }),
      constructor: constructor_,
      ["__proto__"]: proto,
      "na-me": naMe,
      ...(field !== undefined && { "": field }),
      ...(naive !== undefined && { naïve: naive }),
    },
  };
}
