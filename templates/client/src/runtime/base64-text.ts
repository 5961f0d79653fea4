/** Bytes given where the schema has base64 text. */

/** Bytes as base64 (RFC 4648, section 4); anything else as it is. */
export function base64Text(value: unknown): unknown {
  if (!(value instanceof Uint8Array || value instanceof ArrayBuffer)) return value;
  return btoa(Array.from(new Uint8Array(value), (byte) => String.fromCharCode(byte)).join(""));
}

/** Bytes as base64 for URLs (RFC 4648, section 5), padding included; anything else as it is. */
export function base64UrlText(value: unknown): unknown {
  const text = base64Text(value);
  return text === value ? value : String(text).replaceAll("+", "-").replaceAll("/", "_");
}
