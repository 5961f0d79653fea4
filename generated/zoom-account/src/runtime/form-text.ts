/** Text of `application/x-www-form-urlencoded`. https://url.spec.whatwg.org/#urlencoded-serializing */

/** Characters that stand for themselves in a form, and nothing else. */
const plain = /^[\w*.-]*$/;

/**
 * A value as a form writes it: UTF-8, percent-encoded, a space as `+`. A lone surrogate becomes U+FFFD.
 * @param field its name, for the message of the error
 * @throws TypeError for a value that a form cannot carry: an object, a function, a symbol, NaN, an infinity
 */
export function formText(value: unknown, field: string): string {
  const text = typeof value === "string" ? value : scalarText(value, field);
  if (plain.test(text)) return text;
  return encode(text)
    .replace(/[!'()~]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll("%20", "+");
}

/**
 * JSON text of a value as a form writes it; a string is itself.
 * @throws TypeError for a value that has no JSON text, such as one that contains itself
 */
export function formJson(value: unknown, field: string): string {
  if (typeof value !== "object") return formText(value, field);
  return formText(JSON.stringify(value), field);
}

function scalarText(value: unknown, field: string): string {
  if (typeof value === "boolean" || typeof value === "bigint") return String(value);
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  if (value instanceof Date) return value.toISOString();
  const found = typeof value === "number" ? String(value) : value === null ? "null" : typeof value;
  throw new TypeError(`the field "${field}" cannot be sent as text: it is ${found}`);
}

function encode(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    // Only a lone surrogate makes encodeURIComponent throw.
    return encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\uFFFD"));
  }
}
