/** Parsers of the JSON of answers whose media types have other values in different places. */
import { statusKey } from "./answer-parser.js";
import type { ParseJson } from "./read-json.js";
import type { ParseShaped, ValueShape } from "./value-shape.js";

/**
 * A parser of an operation's answers, by status and media type.
 * @param shapes by status, and by status and media type, or a range of them: `200 application/problem+json`. What the
 *   status has counts for media types that are not listed; null where every value is in code what it is in JSON
 */
export function mediaTypeParser(parse: ParseShaped, shapes: Readonly<Record<string, ValueShape | null>>): ParseJson {
  return (text, { status, headers }) => {
    const key = statusKey(status, shapes);
    const [type = ""] = (headers.get("content-type") ?? "").toLowerCase().split(/\s*;/);
    // What says most of a media type counts. Who writes `application/*+json` means `application/json`, too.
    const names = [type, type.replace(/\/(.*\+)?/, "/*+"), type.replace(/\/.*/, "/*"), "*/*"];
    const [shape = shapes[key]] = names.flatMap((name) => {
      const found = shapes[`${key} ${name}`];
      return found === undefined ? [] : [found];
    });
    return shape ? parse(text, shape) : (JSON.parse(text) as unknown);
  };
}
