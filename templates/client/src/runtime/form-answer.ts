/** What the body of an answer says that is a form. */
import { statusKey } from "./answer-parser.js";
import { FieldError } from "./field-error.js";
import type { DecodeResult } from "./form-reader.js";
import { type ReadBody, readJson } from "./read-json.js";

/**
 * Reads answers that are forms.
 * @param decoders by status: `200`, `4XX`, `default`
 * @param read reads the other answers
 * @throws FieldError for a success that is not what the document says; of an error, it is the text
 */
export function formAnswer(
  decoders: Readonly<Record<string, (text: string) => DecodeResult<unknown>>>,
  read: ReadBody = readJson,
): ReadBody {
  return (bytes, response, parse, accept = "") => {
    const type = response.headers.get("content-type") ?? accept;
    const decode = decoders[statusKey(response.status, decoders)];
    if (!decode || !/^\s*application\/x-www-form-urlencoded\s*([;,]|$)/i.test(type))
      return read(bytes, response, parse, accept);
    const text = new TextDecoder().decode(bytes);
    const result = decode(text);
    if (result.ok) return result.value;
    if (!response.ok) return text;
    const [{ field, message } = { field: "", message: "is no form" }] = result.problems;
    throw new FieldError(field, message);
  };
}
