/** Cookies of the style `cookie`: nothing is escaped. https://spec.openapis.org/oas/v3.2.0.html#style-values */
import { FieldError } from "./field-error.js";
import { scalarText } from "./scalar-text.js";

/**
 * A value as it stands in a Cookie header.
 * @throws FieldError for what would end the value, or is no character of a header
 */
export function cookieText(value: unknown, field: string): string {
  const text = scalarText(value, field);
  if (/[;\s]|[^\x20-\x7e]/.test(text))
    throw new FieldError(field, "must be ASCII without white space and semicolons: a cookie is sent as it is");
  return text;
}
