import { decodeListRequest } from "./requests/list.js";
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
      schemes: {
        key: [
          { in: "form", name: "api_key" },
          { in: "header", name: "api_key" },
        ],
      },
      operations: [
        {
          operation: "list",
          method: "POST",
          path: "/list",
          security: [["key"]],
          contentType: "application/x-www-form-urlencoded",
          decode: decodeListRequest,
          responses: [{ status: "200" }],
        },
        {
          operation: "status",
          method: "GET",
          path: "/status",
          security: [["key"]],
          responses: [{ status: "200" }],
        },
      ],
    },
    options,
  );
}
