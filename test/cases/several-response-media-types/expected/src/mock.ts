import { getReport } from "./fixtures/get-report.js";
import { readLog } from "./fixtures/read-log.js";
import { schemasOfGetReport } from "./json-schemas/operations/get-report.js";
import { schemasOfReadLog } from "./json-schemas/operations/read-log.js";
import type { GetReportInput, GetReportResponse, GetReportResult } from "./operations/default/get-report.js";
import type {
  ReadLogInput,
  ReadLogResponse,
  ReadLogResponseEventStreamData,
  ReadLogResponseNdjsonItem,
  ReadLogResult,
} from "./operations/default/read-log.js";
import type { ServerSentEvent } from "./runtime/event-stream.js";
import { type MockOf, type MockOptions, makeMock } from "./runtime/mock-fetch.js";

export type { MockOptions };

/** The operations, by the names of their functions: what a handler gets, and what it may answer. */
export interface MockOperations {
  readonly getReport: {
    readonly input: GetReportInput;
    readonly response: GetReportResponse;
    readonly result: GetReportResult;
  };
  readonly readLog: {
    readonly input: ReadLogInput;
    readonly response: ReadLogResponse;
    readonly result: ReadLogResult;
    readonly item: ReadLogResponseNdjsonItem | ServerSentEvent<ReadLogResponseEventStreamData>;
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
        getReport: {
          operation: "getReport",
          method: "GET",
          path: "/report",
          schemas: schemasOfGetReport,
          responses: [
            {
              status: "200",
              contentType: "application/json",
              schema: schemasOfGetReport.responses["200"],
              examples: getReport.responses[200],
              others: [
                {
                  contentType: "text/csv",
                  schema: schemasOfGetReport.responses["200 text/csv"],
                  examples: getReport.responses["200 text/csv"],
                },
                { contentType: "application/pdf", examples: getReport.responses["200 application/pdf"] },
              ],
            },
            {
              status: "default",
              contentType: "application/problem+json",
              schema: schemasOfGetReport.responses["default"],
              examples: getReport.responses.default,
              others: [
                {
                  contentType: "text/html",
                  schema: schemasOfGetReport.responses["default text/html"],
                  examples: getReport.responses["default text/html"],
                },
              ],
            },
          ],
        },
        readLog: {
          operation: "readLog",
          method: "GET",
          path: "/log",
          schemas: schemasOfReadLog,
          responses: [
            {
              status: "200",
              contentType: "application/json",
              schema: schemasOfReadLog.responses["200"],
              examples: readLog.responses[200],
              others: [
                {
                  contentType: "application/x-ndjson",
                  schema: schemasOfReadLog.responses["200 application/x-ndjson"],
                  examples: readLog.responses["200 application/x-ndjson"],
                },
                {
                  contentType: "text/event-stream",
                  schema: schemasOfReadLog.responses["200 text/event-stream"],
                  examples: readLog.responses["200 text/event-stream"],
                },
              ],
            },
          ],
        },
      },
    },
    options,
  );
}
