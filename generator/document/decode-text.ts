/** Bytes to text: UTF-8, and where it is none. */

/** What is there in place of UTF-8, and where; line and column count from 1. */
export interface EncodingProblem {
  readonly found: string;
  readonly line: number;
  readonly column: number;
  /** Not of what has no lines of bytes. */
  readonly sourceLine?: string;
}

/**
 * The text that bytes are, without a byte order mark.
 * @returns what is wrong, where they are no UTF-8: U+FFFD in place of bad bytes would end up in names and types
 */
export function decodeText(bytes: Uint8Array): string | EncodingProblem {
  const text = decoded(bytes, false);
  if (text !== null) return text;
  const wide = wideEncoding(bytes);
  if (wide !== null) return { found: wide, line: 1, column: 1 };
  // The longest beginning that may go on as UTF-8.
  let [good, bad] = [0, bytes.length + 1];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (decoded(bytes.subarray(0, middle), true) === null) bad = middle;
    else good = middle;
  }
  const before = (decoded(bytes.subarray(0, good), true) ?? "").split(/\r\n|\r|\n/);
  const start = before.at(-1) ?? "";
  const [rest = ""] = new TextDecoder().decode(bytes.subarray(good)).split(/\r\n|\r|\n/, 1);
  return {
    found: "bytes that are not UTF-8",
    line: before.length,
    column: start.length + 1,
    sourceLine: `${start}\uFFFD${rest.replace(/^\uFFFD+/, "")}`,
  };
}

/** @param isBeginning whether more may follow, and the last character may be cut */
function decoded(bytes: Uint8Array, isBeginning: boolean): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: isBeginning });
  } catch {
    return null;
  }
}

/** The encoding that a byte order mark tells of. */
function wideEncoding(bytes: Uint8Array): string | null {
  const [first, second, third, fourth] = bytes;
  const isLittle = first === 0xff && second === 0xfe;
  if ((isLittle && third === 0 && fourth === 0) || (first === 0 && second === 0 && third === 0xfe && fourth === 0xff))
    return "UTF-32";
  return isLittle || (first === 0xfe && second === 0xff) ? "UTF-16" : null;
}
