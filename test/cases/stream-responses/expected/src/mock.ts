import { complete } from "./fixtures/complete.js";
import { readLog } from "./fixtures/read-log.js";
import { watch } from "./fixtures/watch.js";
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
          operation: "readLog",
          method: "GET",
          path: "/log",
          responses: [
            { status: "200", contentType: "application/x-ndjson", examples: readLog.responses[200] },
            { status: "default", contentType: "application/json", examples: readLog.responses.default },
          ],
        },
        {
          operation: "watch",
          method: "GET",
          path: "/events",
          responses: [{ status: "200", contentType: "text/event-stream", examples: watch.responses[200] }],
        },
        {
          operation: "complete",
          method: "POST",
          path: "/completions",
          responses: [
            { status: "200", contentType: "text/event-stream", examples: complete.responses[200] },
            { status: "202" },
          ],
        },
      ],
    },
    options,
  );
}
