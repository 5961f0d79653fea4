/** Answers that are a row of JSON texts: NDJSON, JSON Lines (https://jsonlines.org), JSON text sequences (RFC 7464). */
import type { Explain } from "./api-promise.js";
import { textChunks } from "./text-chunks.js";

type Parse = (text: string) => unknown;

/**
 * The values of an answer with a JSON text in each line, as they arrive; empty lines are passed over.
 * @param explain makes an error of what was thrown
 * @param parse in place of `JSON.parse`
 * @returns can be iterated once; throws ResponseError for a line that is no JSON
 */
export function readJsonLines(response: Response, explain: Explain, parse?: Parse): AsyncIterable<unknown> {
  return { [Symbol.asyncIterator]: () => readValues(response, explain, "line", "\n", parse) };
}

/**
 * The values of an answer whose JSON texts begin with a record separator, as they arrive.
 * @param explain makes an error of what was thrown
 * @param parse in place of `JSON.parse`
 * @returns can be iterated once; throws ResponseError for a record that is no JSON, or was cut off
 */
export function readJsonSequence(response: Response, explain: Explain, parse?: Parse): AsyncIterable<unknown> {
  return { [Symbol.asyncIterator]: () => readValues(response, explain, "record", "\x1e", parse) };
}

async function* readValues(
  response: Response,
  explain: Explain,
  unit: "line" | "record",
  separator: string,
  parseJson: Parse = JSON.parse,
): AsyncGenerator<unknown, void, undefined> {
  let count = 0;
  const parse = (text: string): unknown => {
    // What stands before the first separator is no record.
    if (unit === "line" || count > 0 || text.trim() !== "") count++;
    if (text.trim() === "") return undefined;
    try {
      // The end of a number or a word cannot be told from its first part (RFC 7464, section 2.4).
      if (unit === "record" && /\w$/.test(text)) throw new SyntaxError("cut off");
      return parseJson(text);
    } catch (cause) {
      const fault = cause instanceof SyntaxError ? "is no JSON" : "cannot be read";
      throw explain(new SyntaxError(`${unit} ${count} ${fault}: ${String(cause)}`, { cause }), "ResponseError");
    }
  };
  let rest = "";
  for await (const chunk of textChunks(response, explain)) {
    const [first = "", ...others] = chunk.split(separator);
    rest += first;
    for (const next of others) {
      const value = parse(rest);
      if (value !== undefined) yield value;
      rest = next;
    }
  }
  const last = parse(rest);
  if (last !== undefined) yield last;
}
