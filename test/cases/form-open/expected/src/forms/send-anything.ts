import type { SendAnythingBody } from "../operations/default/send-anything.js";
import { type DecodeResult, FormReader } from "../runtime/form-reader.js";
import { formRest } from "../runtime/form-rest.js";

/**
 * Writes the form body of `sendAnything`. Fields that are undefined or null are left out.
 *
 * @throws TypeError for a value that a form cannot carry.
 */
export function encodeSendAnythingForm(body: SendAnythingBody): string {
  let form = "";
  form += formRest(body, []);
  return form.slice(1);
}

/** Reads a form body of `sendAnything`: the inverse of its encoder. */
export function decodeSendAnythingForm(text: string): DecodeResult<SendAnythingBody> {
  const reader = new FormReader(text);
  const rest = reader.rest([], (name) => reader.any(name));
  if (reader.problems.length > 0) return { ok: false, problems: reader.problems };
  return {
    ok: true,
    value: {
      ...rest,
    },
  };
}
