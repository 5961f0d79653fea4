import { complete } from "./fixtures/complete.js";
import { readLog } from "./fixtures/read-log.js";
import { watch } from "./fixtures/watch.js";
import { schemasOfComplete } from "./json-schemas/operations/complete.js";
import { schemasOfReadLog } from "./json-schemas/operations/read-log.js";
import { schemasOfWatch } from "./json-schemas/operations/watch.js";
import type {
  CompleteInput,
  CompleteResponse,
  CompleteResponse200Data,
  CompleteResult,
} from "./operations/default/complete.js";
import type {
  ReadLogInput,
  ReadLogResponse,
  ReadLogResponseItem,
  ReadLogResult,
} from "./operations/default/read-log.js";
import type { WatchInput, WatchResponse, WatchResponseEvent, WatchResult } from "./operations/default/watch.js";
import type { ServerSentEvent } from "./runtime/event-stream.js";
import { type MockOf, type MockOptions, makeMock } from "./runtime/mock-fetch.js";

export type { MockOptions };

/** The operations, by the names of their functions: what a handler gets, and what it may answer. */
export interface MockOperations {
  readonly readLog: {
    readonly input: ReadLogInput;
    readonly response: ReadLogResponse;
    readonly result: ReadLogResult;
    readonly item: ReadLogResponseItem;
  };
  readonly watch: {
    readonly input: WatchInput;
    readonly response: WatchResponse;
    readonly result: WatchResult;
    readonly item: WatchResponseEvent;
  };
  readonly complete: {
    readonly input: CompleteInput;
    readonly response: CompleteResponse;
    readonly result: CompleteResult;
    readonly item: ServerSentEvent<CompleteResponse200Data>;
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
        readLog: {
          operation: "readLog",
          method: "GET",
          path: "/log",
          schemas: schemasOfReadLog,
          responses: [
            {
              status: "200",
              contentType: "application/x-ndjson",
              schema: schemasOfReadLog.responses["200"],
              examples: readLog.responses[200],
            },
            {
              status: "default",
              contentType: "application/json",
              schema: schemasOfReadLog.responses["default"],
              examples: readLog.responses.default,
            },
          ],
        },
        watch: {
          operation: "watch",
          method: "GET",
          path: "/events",
          schemas: schemasOfWatch,
          responses: [
            {
              status: "200",
              contentType: "text/event-stream",
              schema: schemasOfWatch.responses["200"],
              examples: watch.responses[200],
            },
          ],
        },
        complete: {
          operation: "complete",
          method: "POST",
          path: "/completions",
          schemas: schemasOfComplete,
          responses: [
            {
              status: "200",
              contentType: "text/event-stream",
              schema: schemasOfComplete.responses["200"],
              examples: complete.responses[200],
            },
            { status: "202" },
          ],
        },
      },
    },
    options,
  );
}
