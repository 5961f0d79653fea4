import type { DownloadInput, DownloadResponse, DownloadResult } from "./operations/default/download.js";
import type { ListPetsInput, ListPetsResponse, ListPetsResult } from "./operations/default/list-pets.js";
import type { UploadInput, UploadResponse, UploadResult } from "./operations/default/upload.js";
import { type MockOf, type MockOptions, makeMock } from "./runtime/mock-fetch.js";

export type { MockOptions };

/** The operations, by the names of their functions: what a handler gets, and what it may answer. */
export interface MockOperations {
  readonly listPets: {
    readonly input: ListPetsInput;
    readonly response: ListPetsResponse;
    readonly result: ListPetsResult;
  };
  readonly upload: { readonly input: UploadInput; readonly response: UploadResponse; readonly result: UploadResult };
  readonly download: {
    readonly input: DownloadInput;
    readonly response: DownloadResponse;
    readonly result: DownloadResult;
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
      basePaths: ["/v1", "/upload", "/v2", "/v3"],
      schemes: {},
      operations: {
        listPets: {
          operation: "listPets",
          method: "GET",
          path: "/pets",
          responses: [{ status: "200" }],
        },
        upload: {
          operation: "upload",
          method: "POST",
          path: "/files",
          responses: [{ status: "201" }],
        },
        download: {
          operation: "download",
          method: "GET",
          path: "/files",
          responses: [{ status: "200" }],
        },
      },
    },
    options,
  );
}
