/** Text of `application/x-www-form-urlencoded`. https://url.spec.whatwg.org/#urlencoded-serializing */

/** Characters that stand for themselves in a form, and nothing else. */
const plain = /^[\w*.-]*$/;

/**
 * A value as a form writes it: UTF-8, percent-encoded, a space as `+`. A lone surrogate becomes U+FFFD.
 * @param field its name, for the message of the error
 * @throws TypeError for a value that a form cannot carry: an object, a function, a symbol, NaN, an infinity
 */
export function formText(value: unknown, field: string): string {
  const isText = /^(string|boolean|bigint)$/.test(typeof value) || Number.isFinite(value);
  if (!isText && !(value instanceof Date))
    throw new TypeError(`the field "${field}" must be text, a finite number, a boolean or a date`);
  const text = value instanceof Date ? value.toISOString() : String(value);
  // The platform's own serialiser writes `=text`.
  return plain.test(text) ? text : new URLSearchParams([["", text]]).toString().slice(1);
}

/**
 * JSON text of a value as a form writes it; a string is itself.
 * @throws TypeError for a value that has no JSON text, such as one that contains itself
 */
export function formJson(value: unknown, field: string): string {
  return formText(typeof value === "object" ? JSON.stringify(value) : value, field);
}
