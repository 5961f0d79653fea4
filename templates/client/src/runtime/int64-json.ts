/**
 * JSON whose integers of 64 bits keep their digits: `JSON.parse` rounds those beyond 2^53. A description says where they
 * stand, so that a value's type does not depend on its size.
 */

import { type ConvertItem, convertJson, type Parsed } from "./convert-json.js";
import { type ParseShaped, plainShapes } from "./value-shape.js";

/**
 * Parses JSON. Where the shape says so, a number that is an integer becomes a bigint, or its digits; anything else stays
 * as it is.
 * @throws SyntaxError for text that is no JSON
 */
export const parseInt64: ParseShaped = (text, shape) =>
  convertJson({ value: JSON.parse(text) as unknown }, shape, int64Of, exactly(text));

/** Converts numbers. Every word among the shapes is one for integers. */
export const int64Of: ConvertItem = (item, shapes, exact) => {
  if (typeof item !== "number") return item;
  const type = plainShapes(shapes, item).find((each) => typeof each === "string");
  return type ? integerOf(item, exact, type === "bigint") : item;
};

/** The integer that a number is, or was before it was rounded; a number with a fraction as it is. */
function integerOf(number: number, text: unknown, isBigint: boolean): unknown {
  const exact = typeof text === "string" ? exactInteger(text) : Number.isInteger(number) ? BigInt(number) : undefined;
  return exact === undefined ? number : isBigint ? exact : String(exact);
}

/** `12`, `12.0` and `1.2e1` are twelve; undefined for a fraction, and for more digits than any integer of 64 bits has. */
function exactInteger(text: string): bigint | undefined {
  const [, sign = "", whole = "", fraction = "", exponent = "0"] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(text) ?? [];
  const digits = (whole + fraction).replace(/^0+(?=\d)/, "");
  const zeros = Number(exponent) - fraction.length;
  if (digits.length + zeros > 64 || digits.length > 64) return undefined;
  if (zeros >= 0) return BigInt(sign + digits + "0".repeat(zeros));
  return /[^0]/.test(digits.slice(zeros)) ? undefined : BigInt(sign + (digits.slice(0, zeros) || "0"));
}

/**
 * The value of JSON text with texts in place of numbers that `JSON.parse` may round; undefined where there are none.
 * Every platform has this, and only some hand the text of a number to a reviver.
 */
export function exactly(text: string): Parsed | undefined {
  return /\d{16}|\d\.\d{15}|\de/i.test(text) ? { value: JSON.parse(quoteNumbers(text)) as unknown } : undefined;
}

/** One pass over text that is known to be JSON. */
function quoteNumbers(text: string): string {
  const token = /"|-?\d[\d.e+-]*/gi;
  const pieces: string[] = [];
  let done = 0;
  for (let match = token.exec(text); match; match = token.exec(text)) {
    const [found] = match;
    if (found === '"') token.lastIndex = endOfString(text, match.index);
    else if (found.length > 15 || /e/i.test(found)) {
      pieces.push(text.slice(done, match.index), `"${found}"`);
      done = token.lastIndex;
    }
  }
  return pieces.join("") + text.slice(done);
}

/** Where the string ends that begins at a quote: behind the next one that no backslash escapes. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); ; end = text.indexOf('"', end + 1)) {
    let before = end;
    while (text[before - 1] === "\\") before--;
    if ((end - before) % 2 === 0) return end + 1;
  }
}
