import { getReport } from "./fixtures/get-report.js";
import { readLog } from "./fixtures/read-log.js";
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
          responses: [
            {
              status: "200",
              contentType: "application/json",
              examples: getReport.responses[200],
              others: [
                { contentType: "text/csv", examples: getReport.responses["200 text/csv"] },
                { contentType: "application/pdf", examples: getReport.responses["200 application/pdf"] },
              ],
            },
            {
              status: "default",
              contentType: "application/problem+json",
              examples: getReport.responses.default,
              others: [{ contentType: "text/html", examples: getReport.responses["default text/html"] }],
            },
          ],
        },
        {
          operation: "readLog",
          method: "GET",
          path: "/log",
          responses: [
            {
              status: "200",
              contentType: "application/json",
              examples: readLog.responses[200],
              others: [
                { contentType: "application/x-ndjson", examples: readLog.responses["200 application/x-ndjson"] },
                { contentType: "text/event-stream", examples: readLog.responses["200 text/event-stream"] },
              ],
            },
          ],
        },
      ],
    },
    options,
  );
}
