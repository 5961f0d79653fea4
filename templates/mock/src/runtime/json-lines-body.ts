/** Bodies that are a row of JSON texts: NDJSON, JSON Lines, JSON text sequences (RFC 7464). */
import type { DecodeResult, Problem } from "./form-reader.js";

/** The values, as a list. */
export const readJsonLinesBody: (request: Request) => Promise<DecodeResult<unknown>> = jsonLinesReader((text) =>
  JSON.parse(text),
);

/** @param parse in place of `JSON.parse`; it may tell of what stands somewhere in a value and cannot */
export function jsonLinesReader(
  parse: (text: string, wrong: (at: string, problem: string) => void) => unknown,
): (request: Request) => Promise<DecodeResult<unknown>> {
  return async (request) => {
    const problems: Problem[] = [];
    // In JSON, neither of the two separators stands in a text as it is.
    const texts = (await request.text()).split(/[\n\x1e]/).filter((text) => text.trim() !== "");
    const value = texts.map((text, index) => {
      try {
        return parse(text, (at, message) => problems.push({ field: `${index}${at}`, message }));
      } catch {
        problems.push({ field: String(index), message: "must be JSON" });
        return undefined;
      }
    });
    return problems.length > 0 ? { ok: false, problems } : { ok: true, value };
  };
}
