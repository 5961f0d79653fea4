/** Parsers of the JSON of answers. */
import type { ParseJson } from "./read-json.js";
import type { ParseShaped, ValueShape } from "./value-shape.js";

/**
 * A parser of an operation's answers.
 * @param shapes by status: `200`, `4XX`, `default`; null where every value is in code what it is in JSON
 */
export function answerParser(parse: ParseShaped, shapes: Readonly<Record<string, ValueShape | null>>): ParseJson {
  return (text, { status }) => {
    const shape = shapes[statusKey(status, shapes)];
    return shape ? parse(text, shape) : (JSON.parse(text) as unknown);
  };
}

/** The one of some keys that counts for a status. */
export function statusKey(status: number, keys: object): string {
  return [String(status), `${Math.floor(status / 100)}XX`].find((key) => key in keys) ?? "default";
}
