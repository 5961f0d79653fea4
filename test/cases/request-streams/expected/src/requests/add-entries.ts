import type { AddEntriesInput } from "../operations/default/add-entries.js";
import { byContentType } from "../runtime/content-reader.js";
import type { DecodeResult } from "../runtime/form-reader.js";
import { readJsonLinesBody } from "../runtime/json-lines-body.js";
import { readRequest } from "../runtime/request-reader.js";

/**
 * Reads a request of `addEntries`: the inverse of what the operation sends.
 *
 * What the schemas say of types and required parts is checked, other keywords are not.
 */
export function decodeAddEntriesRequest(request: Request): Promise<DecodeResult<AddEntriesInput>> {
  return readRequest(request, {
    body: byContentType([
      { contentTypes: ["application/x-ndjson", "application/jsonl"], required: true, read: readJsonLinesBody },
    ]),
    required: [],
  });
}
