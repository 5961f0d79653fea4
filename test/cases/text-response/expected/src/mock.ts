import { getPicture } from "./fixtures/get-picture.js";
import { getReport } from "./fixtures/get-report.js";
import { schemasOfGetReport } from "./json-schemas/operations/get-report.js";
import type { GetPictureInput, GetPictureResponse, GetPictureResult } from "./operations/default/get-picture.js";
import type { GetReportInput, GetReportResponse, GetReportResult } from "./operations/default/get-report.js";
import { type MockOf, type MockOptions, makeMock } from "./runtime/mock-fetch.js";

export type { MockOptions };

/** The operations, by the names of their functions: what a handler gets, and what it may answer. */
export interface MockOperations {
  readonly getReport: {
    readonly input: GetReportInput;
    readonly response: GetReportResponse;
    readonly result: GetReportResult;
  };
  readonly getPicture: {
    readonly input: GetPictureInput;
    readonly response: GetPictureResponse;
    readonly result: GetPictureResult;
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
              contentType: "text/csv",
              schema: schemasOfGetReport.responses["200"],
              examples: getReport.responses[200],
            },
          ],
        },
        getPicture: {
          operation: "getPicture",
          method: "GET",
          path: "/picture",
          responses: [{ status: "200", contentType: "image/png", examples: getPicture.responses[200] }],
        },
      },
    },
    options,
  );
}
