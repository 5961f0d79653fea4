/** Text of `application/x-www-form-urlencoded`. https://url.spec.whatwg.org/#urlencoded-serializing */
import { type Escapes, escapesOf, percentEncode } from "./percent-encode.js";
import { scalarText } from "./scalar-text.js";

const special = /[^\w*.-]/;
const escapes: Escapes = escapesOf(special, "+");

/**
 * A scalar as a form writes it: UTF-8, percent-encoded, a space as `+`. A lone surrogate becomes U+FFFD.
 * @param field where the value stands, for the error
 * @throws FieldError for a value that is no scalar, or has no text: NaN, an infinity, an invalid date
 */
export function formText(value: unknown, field: string): string {
  // That nothing is to be escaped, a regular expression finds faster than the loop in all but the shortest text.
  if (typeof value === "string")
    return value.length > 10 && !special.test(value) ? value : percentEncode(value, escapes);
  // A number below 1e21 is written without `+`: nothing to escape.
  if (typeof value === "boolean" || (typeof value === "number" && value < 1e21 && value > -1e21)) return String(value);
  return percentEncode(scalarText(value, field), escapes);
}
