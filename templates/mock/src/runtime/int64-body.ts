/** Reading JSON of requests with integers of 64 bits that are no numbers. */
import type { DecodeResult } from "./form-reader.js";
import { unescapeUri } from "./form-source.js";
import { parseInt64 } from "./int64-json.js";
import type { Int64Shape } from "./int64-shape.js";
import { parseQueryJson, readJsonText } from "./request-reader.js";

/** A reader of a JSON body. */
export function readInt64Body(shape: Int64Shape): (request: Request) => Promise<DecodeResult<unknown>> {
  return async (request) => {
    const text = await request.text();
    const result = readJsonText(text);
    return result.ok ? { ok: true, value: parseInt64(text, shape) } : result;
  };
}

/** A reader of a whole query that is JSON. */
export function parseQueryInt64(shape: Int64Shape): (search: string) => DecodeResult<unknown> {
  return (search) => {
    const result = parseQueryJson(search);
    return result.ok ? { ok: true, value: parseInt64(unescapeUri(search), shape) } : result;
  };
}
