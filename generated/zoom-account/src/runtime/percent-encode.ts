/**
 * Percent-encoding of text in UTF-8. `encodeURIComponent` keeps other characters than forms and RFC 3986 do, throws for
 * lone surrogates, and is slow on short text.
 */

/** For each of the 256 bytes what is written for it; `""` where an ASCII character stands for itself. */
export type Escapes = readonly string[];

/**
 * `%XX` for every byte whose character is special.
 * @param special matches one character that is to be escaped; all beyond ASCII
 * @param space what is written for a space
 */
export function escapesOf(special: RegExp, space = "%20"): Escapes {
  return Array.from({ length: 256 }, (_, byte) => {
    if (byte === 0x20) return space;
    if (!special.test(String.fromCharCode(byte))) return "";
    return `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
  });
}

/** The text, escaped. A lone surrogate becomes U+FFFD, as in https://webidl.spec.whatwg.org/#idl-USVString. */
export function percentEncode(text: string, escapes: Escapes): string {
  let encoded = "";
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const escaped = unit < 0x80 ? escapes[unit] : utf8Text(text.codePointAt(i) ?? unit, escapes);
    if (escaped === undefined || escaped === "") continue;
    encoded += text.substring(start, i) + escaped;
    // Four bytes are a pair of surrogates.
    if (escaped.length === 12) i++;
    start = i + 1;
  }
  return start === 0 ? text : encoded + text.substring(start);
}

/** A code point beyond ASCII, byte by byte. https://encoding.spec.whatwg.org/#utf-8-encoder */
function utf8Text(code: number, escapes: Escapes): string {
  const write = (byte: number): string => escapes[byte] ?? "";
  const last = write(0x80 | (code & 0x3f));
  if (code < 0x800) return write(0xc0 | (code >> 6)) + last;
  if (code >= 0xd800 && code < 0xe000) return "%EF%BF%BD";
  const lastTwo = write(0x80 | ((code >> 6) & 0x3f)) + last;
  if (code < 0x10000) return write(0xe0 | (code >> 12)) + lastTwo;
  return write(0xf0 | (code >> 18)) + write(0x80 | ((code >> 12) & 0x3f)) + lastTwo;
}
