import { getPicture } from "./fixtures/get-picture.js";
import { getReport } from "./fixtures/get-report.js";
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
          operation: "getReport",
          method: "GET",
          path: "/report",
          responses: [{ status: "200", contentType: "text/csv", examples: getReport.responses[200] }],
        },
        {
          operation: "getPicture",
          method: "GET",
          path: "/picture",
          responses: [{ status: "200", contentType: "image/png", examples: getPicture.responses[200] }],
        },
      ],
    },
    options,
  );
}
