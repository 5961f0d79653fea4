/** Text of a part of a URI. https://www.rfc-editor.org/rfc/rfc3986#section-2 */
import { percentEncoder } from "./percent-encode.js";
import { scalarText } from "./scalar-text.js";

const escapeText: (text: string) => string = percentEncoder(/[^\w.~-]/);
// Without `# [ ] & + =`, which would end or split the value. https://spec.openapis.org/oas/v3.1.1.html#appendix-c-using-rfc6570-based-serialization
const escapeReserved: (text: string) => string = percentEncoder(/[^\w.~:/?@!$'()*,;-]/);

/**
 * A scalar in UTF-8, of which only `A-Z a-z 0-9 - . _ ~` are not percent-encoded. A lone surrogate becomes U+FFFD.
 * @param field where the value stands, for the error
 * @throws FieldError for a value that is no scalar, or has no text: NaN, an infinity, an invalid date
 */
export function uriText(value: unknown, field: string): string {
  return escapeText(typeof value === "string" ? value : scalarText(value, field));
}

/**
 * A scalar for `allowReserved: true`: as `uriText`, but reserved characters that cannot end or split the value stay,
 * and so does what is percent-encoded already.
 * @param field where the value stands, for the error
 * @throws FieldError for a value that is no scalar, or has no text: NaN, an infinity, an invalid date
 */
export function reservedText(value: unknown, field: string): string {
  // The parts at odd indices are the triples. https://www.rfc-editor.org/rfc/rfc6570#section-3.2.3
  const parts = scalarText(value, field).split(/(%[\dA-Fa-f]{2})/);
  return parts.map((part, index) => (index % 2 === 1 ? part : escapeReserved(part))).join("");
}
