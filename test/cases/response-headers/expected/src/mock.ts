import { listPages } from "./fixtures/list-pages.js";
import { schemasOfListPages } from "./json-schemas/operations/list-pages.js";
import type { ListPagesInput, ListPagesResponse, ListPagesResult } from "./operations/default/list-pages.js";
import { type MockOf, type MockOptions, makeMock } from "./runtime/mock-fetch.js";

export type { MockOptions };

/** The operations, by the names of their functions: what a handler gets, and what it may answer. */
export interface MockOperations {
  readonly listPages: {
    readonly input: ListPagesInput;
    readonly response: ListPagesResponse;
    readonly result: ListPagesResult;
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
        listPages: {
          operation: "listPages",
          method: "GET",
          path: "/pages",
          schemas: schemasOfListPages,
          responses: [
            {
              status: "200",
              headers: {
                "X-Total-Count": "120",
                "X-Rate-Limit": "60",
                "X-Tags": "new,read me",
                "X-Cursor": '{"after":10}',
                "X-State": "fresh",
                "X-Broken": "X-Broken",
              },
              contentType: "application/json",
              schema: schemasOfListPages.responses["200"],
              examples: listPages.responses[200],
            },
            { status: "304", headers: { ETag: '"abc"' } },
          ],
        },
      },
    },
    options,
  );
}
