/** Reading JSON of requests of which some values are something else in code. */
import type { DecodeResult, Problem } from "./form-reader.js";
import { unescapeUri } from "./form-source.js";
import { withPartial } from "./partial-result.js";
import { parseQueryJson, readJsonText } from "./request-reader.js";
import type { ParseShaped, ValueShape } from "./value-shape.js";

/** A reader of a JSON body. */
export function readShapedBody(
  parse: ParseShaped,
  shape: ValueShape,
): (request: Request) => Promise<DecodeResult<unknown>> {
  return async (request) => {
    const text = await request.text();
    const result = readJsonText(text);
    return result.ok ? shaped(text, parse, shape) : result;
  };
}

/** A reader of a whole query that is JSON. */
export function parseShapedQuery(parse: ParseShaped, shape: ValueShape): (search: string) => DecodeResult<unknown> {
  return (search) => {
    const result = parseQueryJson(search);
    return result.ok ? shaped(unescapeUri(search), parse, shape) : result;
  };
}

function shaped(text: string, parse: ParseShaped, shape: ValueShape): DecodeResult<unknown> {
  const problems: Problem[] = [];
  const value = parse(text, shape, (at, message) => {
    problems.push({ field: at.replace(/^\.|^\[(\d+)\]/, "$1"), message });
  });
  return problems.length > 0 ? withPartial({ ok: false, problems }, value) : { ok: true, value };
}
