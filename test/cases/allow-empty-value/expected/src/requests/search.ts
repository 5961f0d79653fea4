import type { SearchInput } from "../operations/default/search.js";
import { type DecodeResult, nullable, required, unlessEmpty } from "../runtime/form-reader.js";
import { readRequest } from "../runtime/request-reader.js";
import { readBoolean, readInteger, readNumber, readOneOf, readText } from "../runtime/scalar-reader.js";

/**
 * Reads a request of `search`: the inverse of what the operation sends.
 *
 * What the schemas say of types and required parts is checked, other keywords are not.
 */
export function decodeSearchRequest(request: Request): Promise<DecodeResult<SearchInput>> {
  return readRequest(request, {
    query: {
      limit: unlessEmpty(readInteger),
      sort: unlessEmpty(readOneOf(["up", "down"])),
      text: readText,
      must: required(readBoolean),
      price: nullable(readNumber),
    },
    required: ["query"],
  });
}
