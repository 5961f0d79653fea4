import { decodeAddNoteRequest } from "./requests/add-note.js";
import { decodeReplaceNoteRequest } from "./requests/replace-note.js";
import { makeMock, type Mock, type MockOptions } from "./runtime/mock-fetch.js";

export type { Mock, MockOptions };

/**
 * Makes a mock of the API: a `fetch` that checks requests and answers with the document's examples.
 * `createClient({ fetch: createMock() })` needs no server; mounted on a port it is one.
 */
export function createMock(options: MockOptions = {}): Mock {
  return makeMock(
    {
      basePaths: [],
      schemes: {},
      operations: [
        {
          operation: "addNote",
          method: "POST",
          path: "/folders/{folder}/notes",
          contentType: [
            "application/json",
            "application/xml",
            "multipart/form-data",
            "application/x-www-form-urlencoded",
            "application/pdf",
            "image/png",
          ],
          decode: decodeAddNoteRequest,
          responses: [{ status: "204" }],
        },
        {
          operation: "replaceNote",
          method: "PUT",
          path: "/notes/{id}",
          contentType: ["application/x-www-form-urlencoded", "text/plain"],
          decode: decodeReplaceNoteRequest,
          responses: [{ status: "204" }],
        },
      ],
    },
    options,
  );
}
