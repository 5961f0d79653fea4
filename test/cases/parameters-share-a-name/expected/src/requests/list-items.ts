import type { ListItemsInput } from "../operations/default/list-items.js";
import { type DecodeResult, readFlat } from "../runtime/form-reader.js";
import { readRequest } from "../runtime/request-reader.js";
import { readInteger, readText } from "../runtime/scalar-reader.js";

/**
 * Reads a request of `listItems`: the inverse of what the operation sends.
 *
 * What the schemas say of types and required parts is checked, other keywords are not.
 */
export function decodeListItemsRequest(request: Request): Promise<DecodeResult<ListItemsInput>> {
  return readRequest(request, {
    query: {
      size: readInteger,
      price: readFlat({ min: readInteger, max: readInteger }),
      weight: readFlat({ unit: readText }),
    },
    required: [],
  });
}
