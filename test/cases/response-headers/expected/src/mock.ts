import { listPages } from "./fixtures/list-pages.js";
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
          operation: "listPages",
          method: "GET",
          path: "/pages",
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
              examples: listPages.responses[200],
            },
            { status: "304", headers: { ETag: '"abc"' } },
          ],
        },
      ],
    },
    options,
  );
}
