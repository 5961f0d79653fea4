import { sayHiBoom } from "./fixtures/say-hi-boom.js";
import { schemasOfSayHiBoom } from "./json-schemas/operations/say-hi-boom.js";
import type { SayHiBoomInput, SayHiBoomResponse, SayHiBoomResult } from "./operations/boom/say-hi-boom.js";
import { decodeSayHiBoomRequest } from "./requests/say-hi-boom.js";
import { type MockOf, type MockOptions, makeMock } from "./runtime/mock-fetch.js";

export type { MockOptions };

/** The operations, by the names of their functions: what a handler gets, and what it may answer. */
export interface MockOperations {
  readonly sayHiBoom: {
    readonly input: SayHiBoomInput;
    readonly response: SayHiBoomResponse;
    readonly result: SayHiBoomResult;
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
      basePaths: ["/%22+boom+%22"],
      schemes: {},
      operations: {
        sayHiBoom: {
          operation: 'say "hi"; boom()',
          method: "GET",
          path: "/a/\u0060$\u007bboom}\u0060/*\/b",
          decode: decodeSayHiBoomRequest,
          schemas: schemasOfSayHiBoom,
          responses: [
            {
              status: "200",
              contentType: "application/json",
              schema: schemasOfSayHiBoom.responses["200"],
              examples: sayHiBoom.responses[200],
            },
          ],
        },
      },
    },
    options,
  );
}
