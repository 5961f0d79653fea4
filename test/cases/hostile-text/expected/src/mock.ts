import { sayHiBoom } from "./fixtures/say-hi-boom.js";
import { decodeSayHiBoomRequest } from "./requests/say-hi-boom.js";
import { makeMock, type Mock, type MockOptions } from "./runtime/mock-fetch.js";

export type { Mock, MockOptions };

/**
 * Makes a mock of the API: a `fetch` that checks requests and answers with the document's examples.
 * `createClient({ fetch: createMock() })` needs no server; mounted on a port it is one.
 */
export function createMock(options: MockOptions = {}): Mock {
  return makeMock(
    {
      basePaths: ["/%22+boom+%22"],
      schemes: {},
      operations: [
        {
          operation: 'say "hi"; boom()',
          method: "GET",
          path: "/a/\u0060$\u007bboom}\u0060/*\/b",
          decode: decodeSayHiBoomRequest,
          responses: [{ status: "200", contentType: "application/json", examples: sayHiBoom.responses[200] }],
        },
      ],
    },
    options,
  );
}
