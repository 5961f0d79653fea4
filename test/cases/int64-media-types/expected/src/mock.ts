import { addCounter } from "./fixtures/add-counter.js";
import { getCounter } from "./fixtures/get-counter.js";
import { schemasOfAddCounter } from "./json-schemas/operations/add-counter.js";
import { schemasOfGetCounter } from "./json-schemas/operations/get-counter.js";
import type { AddCounterInput, AddCounterResponse, AddCounterResult } from "./operations/default/add-counter.js";
import type { GetCounterInput, GetCounterResponse, GetCounterResult } from "./operations/default/get-counter.js";
import { int64Answer } from "./runtime/int64-answer.js";
import { type MockOf, type MockOptions, makeMock } from "./runtime/mock-fetch.js";
import { shapeOfLong } from "./shapes/long.js";

export type { MockOptions };

/** The operations, by the names of their functions: what a handler gets, and what it may answer. */
export interface MockOperations {
  readonly addCounter: {
    readonly input: AddCounterInput;
    readonly response: AddCounterResponse;
    readonly result: AddCounterResult;
  };
  readonly getCounter: {
    readonly input: GetCounterInput;
    readonly response: GetCounterResponse;
    readonly result: GetCounterResult;
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
        addCounter: {
          operation: "addCounter",
          method: "POST",
          path: "/counters",
          schemas: schemasOfAddCounter,
          responses: [
            {
              status: "201",
              contentType: "application/json",
              schema: schemasOfAddCounter.responses["201"],
              examples: addCounter.responses[201],
              write: int64Answer(shapeOfLong),
              others: [
                {
                  contentType: "application/vnd.b+json",
                  schema: schemasOfAddCounter.responses["201 application/vnd.b+json"],
                  examples: addCounter.responses["201 application/vnd.b+json"],
                },
              ],
            },
            {
              status: "202",
              contentType: "application/json",
              schema: schemasOfAddCounter.responses["202"],
              examples: addCounter.responses[202],
            },
            {
              status: "2XX",
              contentType: "application/json",
              schema: schemasOfAddCounter.responses["2XX"],
              examples: addCounter.responses["2XX"],
              write: int64Answer(shapeOfLong),
              others: [
                {
                  contentType: "text/json",
                  schema: schemasOfAddCounter.responses["2XX text/json"],
                  examples: addCounter.responses["2XX text/json"],
                  write: int64Answer(shapeOfLong),
                },
              ],
            },
            {
              status: "4XX",
              contentType: "application/problem+json",
              schema: schemasOfAddCounter.responses["4XX"],
              examples: addCounter.responses["4XX"],
              others: [
                {
                  contentType: "application/json",
                  schema: schemasOfAddCounter.responses["4XX application/*+json"],
                  examples: addCounter.responses["4XX application/*+json"],
                  write: int64Answer(shapeOfLong),
                },
              ],
            },
            {
              status: "default",
              contentType: "application/json",
              schema: schemasOfAddCounter.responses["default"],
              examples: addCounter.responses.default,
              write: int64Answer({ items: shapeOfLong }),
              others: [
                {
                  contentType: "application/problem+json",
                  schema: schemasOfAddCounter.responses["default application/problem+json"],
                  examples: addCounter.responses["default application/problem+json"],
                  write: int64Answer(shapeOfLong),
                },
              ],
            },
          ],
        },
        getCounter: {
          operation: "getCounter",
          method: "GET",
          path: "/plain",
          schemas: schemasOfGetCounter,
          responses: [
            {
              status: "200",
              contentType: "application/json",
              schema: schemasOfGetCounter.responses["200"],
              examples: getCounter.responses[200],
            },
            {
              status: "default",
              contentType: "application/json",
              schema: schemasOfGetCounter.responses["default"],
              examples: getCounter.responses.default,
              write: int64Answer(shapeOfLong),
            },
          ],
        },
      },
    },
    options,
  );
}
