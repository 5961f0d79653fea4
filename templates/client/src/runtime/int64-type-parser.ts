/** Answers whose media types have integers of 64 bits in different places. */
import { parseInt64, statusKey } from "./int64-json.js";
import type { Int64Shape } from "./int64-shape.js";
import type { ParseJson } from "./read-json.js";

/**
 * A parser of an operation's answers, by status and media type.
 * @param shapes by status, and by status and media type, or a range of them: `200 application/problem+json`. What the
 *   status has counts for media types that are not listed; null where there is no such integer
 */
export function int64TypeParser(shapes: Readonly<Record<string, Int64Shape | null>>): ParseJson {
  return (text, { status, headers }) => {
    const key = statusKey(status, shapes);
    const [type = ""] = (headers.get("content-type") ?? "").toLowerCase().split(/\s*;/);
    // What says most of a media type counts. Who writes `application/*+json` means `application/json`, too.
    const names = [type, type.replace(/\/(.*\+)?/, "/*+"), type.replace(/\/.*/, "/*"), "*/*"];
    const [shape = shapes[key]] = names.flatMap((name) => {
      const found = shapes[`${key} ${name}`];
      return found === undefined ? [] : [found];
    });
    return shape ? parseInt64(text, shape) : (JSON.parse(text) as unknown);
  };
}
