import type { SetCountsBody } from "../operations/default/set-counts.js";
import { type DecodeResult, FormReader, integerValue } from "../runtime/form-reader.js";
import { formRest } from "../runtime/form-rest.js";

/**
 * Writes the form body of `setCounts`. Fields that are undefined or null are left out.
 *
 * @throws TypeError for a value that a form cannot carry.
 */
export function encodeSetCountsForm(body: SetCountsBody): string {
  let form = "";
  form += formRest(body, []);
  return form.slice(1);
}

/** Reads a form body of `setCounts`: the inverse of its encoder. */
export function decodeSetCountsForm(text: string): DecodeResult<SetCountsBody> {
  const reader = new FormReader(text);
  const rest = reader.rest([], (name) => reader.optional(name, integerValue));
  if (reader.problems.length > 0) return { ok: false, problems: reader.problems };
  return {
    ok: true,
    value: {
      ...rest,
    },
  };
}
