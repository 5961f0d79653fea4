import { schemasOfAddNote } from "./json-schemas/operations/add-note.js";
import { schemasOfReplaceNote } from "./json-schemas/operations/replace-note.js";
import type { AddNoteInput, AddNoteResponse, AddNoteResult } from "./operations/default/add-note.js";
import type { ReplaceNoteInput, ReplaceNoteResponse, ReplaceNoteResult } from "./operations/default/replace-note.js";
import { decodeAddNoteRequest } from "./requests/add-note.js";
import { decodeReplaceNoteRequest } from "./requests/replace-note.js";
import { type MockOf, type MockOptions, makeMock } from "./runtime/mock-fetch.js";

export type { MockOptions };

/** The operations, by the names of their functions: what a handler gets, and what it may answer. */
export interface MockOperations {
  readonly addNote: {
    readonly input: AddNoteInput;
    readonly response: AddNoteResponse;
    readonly result: AddNoteResult;
  };
  readonly replaceNote: {
    readonly input: ReplaceNoteInput;
    readonly response: ReplaceNoteResponse;
    readonly result: ReplaceNoteResult;
  };
}

/** A `fetch` that answers by itself, what it was sent, and where a test gives other answers. */
export type Mock = MockOf<MockOperations>;

/**
 * Makes a mock of the API: a `fetch` that checks requests and answers with the document's examples.
 * `createClient({ fetch: createMock() })` needs no server; mounted on a port it is one.
 */
export function createMock(options: MockOptions = {}): Mock {
  return makeMock<MockOperations>(
    {
      basePaths: [],
      schemes: {},
      operations: {
        addNote: {
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
          schemas: schemasOfAddNote,
          responses: [{ status: "204" }],
        },
        replaceNote: {
          operation: "replaceNote",
          method: "PUT",
          path: "/notes/{id}",
          contentType: ["application/x-www-form-urlencoded", "text/plain"],
          decode: decodeReplaceNoteRequest,
          schemas: schemasOfReplaceNote,
          responses: [{ status: "204" }],
        },
      },
    },
    options,
  );
}
