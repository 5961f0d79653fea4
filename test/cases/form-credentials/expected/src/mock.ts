import { schemasOfList } from "./json-schemas/operations/list.js";
import type { ListInput, ListResponse, ListResult } from "./operations/default/list.js";
import type { StatusInput, StatusResponse, StatusResult } from "./operations/default/status.js";
import { decodeListRequest } from "./requests/list.js";
import { type MockOf, type MockOptions, makeMock } from "./runtime/mock-fetch.js";

export type { MockOptions };

/** The operations, by the names of their functions: what a handler gets, and what it may answer. */
export interface MockOperations {
  readonly list: { readonly input: ListInput; readonly response: ListResponse; readonly result: ListResult };
  readonly status: { readonly input: StatusInput; readonly response: StatusResponse; readonly result: StatusResult };
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
      schemes: {
        key: [
          { in: "form", name: "api_key" },
          { in: "header", name: "api_key" },
        ],
      },
      operations: {
        list: {
          operation: "list",
          method: "POST",
          path: "/list",
          security: [["key"]],
          contentType: "application/x-www-form-urlencoded",
          decode: decodeListRequest,
          schemas: schemasOfList,
          responses: [{ status: "200" }],
        },
        status: {
          operation: "status",
          method: "GET",
          path: "/status",
          security: [["key"]],
          responses: [{ status: "200" }],
        },
      },
    },
    options,
  );
}
