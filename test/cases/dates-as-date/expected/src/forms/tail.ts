import type { TailBody } from "../operations/default/tail.js";
import { parseDates } from "../runtime/date-json.js";
import { readDate } from "../runtime/date-reader.js";
import { type DecodeResult, readForm } from "../runtime/form-reader.js";
import { formField, formText } from "../runtime/form-text.js";
import { jsonText } from "../runtime/json-text.js";
import { readShapedJson } from "../runtime/shaped-reader.js";
import { objectOf } from "../runtime/structure.js";
import { shapeOfProblemSchema } from "../shapes/problem.js";

/**
 * The form body of `tail`. Fields that are undefined or null are left out.
 *
 * @throws FieldError for a value that a form cannot carry.
 */
export function encodeTailForm(body: TailBody): string {
  let form = "";
  objectOf(body, "body");
  form = formField("since=", body.since);
  if (body.filter != null) form = form + "&filter=" + formText(jsonText(body.filter, "filter"), "filter");
  return body.since != null ? form : form.slice(1);
}

/** Reads a form body of `tail`: the inverse of its encoder. Fields that it does not know are passed over. */
export function decodeTailForm(text: string): DecodeResult<TailBody> {
  return readForm(text, { since: readDate, filter: readShapedJson(["object"], parseDates, shapeOfProblemSchema) });
}
