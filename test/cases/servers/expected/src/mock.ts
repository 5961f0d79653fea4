import { makeMock, type Mock, type MockOptions } from "./runtime/mock-fetch.js";

export type { Mock, MockOptions };

/**
 * Makes a mock of the API: a `fetch` that checks requests and answers with the document's examples.
 * `createClient({ fetch: createMock() })` needs no server; mounted on a port it is one.
 */
export function createMock(options: MockOptions = {}): Mock {
  return makeMock(
    {
      basePaths: ["/v1", "/upload", "/v2"],
      schemes: {},
      operations: [
        {
          operation: "listPets",
          method: "GET",
          path: "/pets",
          responses: [{ status: "200" }],
        },
        {
          operation: "upload",
          method: "POST",
          path: "/files",
          responses: [{ status: "201" }],
        },
        {
          operation: "download",
          method: "GET",
          path: "/files",
          responses: [{ status: "200" }],
        },
      ],
    },
    options,
  );
}
