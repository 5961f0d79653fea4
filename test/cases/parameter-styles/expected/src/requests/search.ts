import type { SearchInput } from "../operations/default/search.js";
import { type DecodeResult, orEmpty, readDelimited, readList, readObject, required } from "../runtime/form-reader.js";
import { readRequest, styled, unescaped } from "../runtime/request-reader.js";
import { readInteger, readJson, readText } from "../runtime/scalar-reader.js";

/**
 * Reads a request of `search`: the inverse of what the operation sends.
 *
 * What the schemas say of types and required parts is checked, other keywords are not.
 */
export function decodeSearchRequest(request: Request): Promise<DecodeResult<SearchInput>> {
  return readRequest(request, {
    path: {
      template: "/maps{point}/{day}/{ids}",
      fields: {
        point: styled("matrix", true, "object", orEmpty(readObject({ x: readInteger, y: readInteger }), {})),
        day: styled("simple", false, "scalar", required(readText)),
        ids: styled("simple", false, "list", orEmpty(readList(readInteger))),
      },
    },
    query: {
      q: readText,
      tags: readList(readText),
      sizes: readDelimited("|", readText),
      created: readObject({ gte: readText, lt: readText }),
      filter: readJson(["object"]),
    },
    headers: { "If-Match": styled("simple", false, "scalar", readText) },
    cookies: { session: unescaped(readText) },
    required: ["path"],
  });
}
