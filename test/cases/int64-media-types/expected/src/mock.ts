import { addCounter } from "./fixtures/add-counter.js";
import { getCounter } from "./fixtures/get-counter.js";
import { int64OfLong } from "./int64/long.js";
import { int64Answer } from "./runtime/int64-answer.js";
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
          operation: "addCounter",
          method: "POST",
          path: "/counters",
          responses: [
            {
              status: "201",
              contentType: "application/json",
              examples: addCounter.responses[201],
              write: int64Answer(int64OfLong),
              others: [
                { contentType: "application/vnd.b+json", examples: addCounter.responses["201 application/vnd.b+json"] },
              ],
            },
            { status: "202", contentType: "application/json", examples: addCounter.responses[202] },
            {
              status: "2XX",
              contentType: "application/json",
              examples: addCounter.responses["2XX"],
              write: int64Answer(int64OfLong),
              others: [
                {
                  contentType: "text/json",
                  examples: addCounter.responses["2XX text/json"],
                  write: int64Answer(int64OfLong),
                },
              ],
            },
            {
              status: "4XX",
              contentType: "application/problem+json",
              examples: addCounter.responses["4XX"],
              others: [
                {
                  contentType: "application/json",
                  examples: addCounter.responses["4XX application/*+json"],
                  write: int64Answer(int64OfLong),
                },
              ],
            },
            {
              status: "default",
              contentType: "application/json",
              examples: addCounter.responses.default,
              write: int64Answer({ items: int64OfLong }),
              others: [
                {
                  contentType: "application/problem+json",
                  examples: addCounter.responses["default application/problem+json"],
                  write: int64Answer(int64OfLong),
                },
              ],
            },
          ],
        },
        {
          operation: "getCounter",
          method: "GET",
          path: "/plain",
          responses: [
            { status: "200", contentType: "application/json", examples: getCounter.responses[200] },
            {
              status: "default",
              contentType: "application/json",
              examples: getCounter.responses.default,
              write: int64Answer(int64OfLong),
            },
          ],
        },
      ],
    },
    options,
  );
}
