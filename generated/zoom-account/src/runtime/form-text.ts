/** Text of `application/x-www-form-urlencoded`. https://url.spec.whatwg.org/#urlencoded-serializing */
import { percentEncoder } from "./percent-encode.js";
import { scalarText } from "./scalar-text.js";

const escapeText: (text: string) => string = percentEncoder(/[^\w*.-]/, "+");

/**
 * A scalar as a form writes it: UTF-8, percent-encoded, a space as `+`. A lone surrogate becomes U+FFFD.
 * @param field where the value stands, for the error
 * @throws FieldError for a value that is no scalar, or has no text: NaN, an infinity, an invalid date
 */
export function formText(value: unknown, field: string): string {
  return escapeText(typeof value === "string" ? value : scalarText(value, field));
}

/**
 * A field of a form: nothing where there is no value.
 * @param pair its name as a form writes it, between `&` and `=`
 * @throws FieldError as `formText` does
 */
export function formField(pair: string, value: unknown): string {
  if (typeof value === "string") return pair + escapeText(value);
  return value == null ? "" : pair + escapeText(scalarText(value, pair));
}
