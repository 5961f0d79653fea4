import { createToken } from "./fixtures/create-token.js";
import { getStatus } from "./fixtures/get-status.js";
import { encodeCreateTokenErrorForm, encodeCreateTokenResponse } from "./forms/create-token.js";
import { encodeGetStatusResponse } from "./forms/get-status.js";
import { schemasOfCreateToken } from "./json-schemas/operations/create-token.js";
import { schemasOfGetStatus } from "./json-schemas/operations/get-status.js";
import type { CreateTokenInput, CreateTokenResponse, CreateTokenResult } from "./operations/default/create-token.js";
import type { GetStatusInput, GetStatusResponse, GetStatusResult } from "./operations/default/get-status.js";
import { formExample } from "./runtime/form-example.js";
import { type MockOf, type MockOptions, makeMock } from "./runtime/mock-fetch.js";

export type { MockOptions };

/** The operations, by the names of their functions: what a handler gets, and what it may answer. */
export interface MockOperations {
  readonly createToken: {
    readonly input: CreateTokenInput;
    readonly response: CreateTokenResponse;
    readonly result: CreateTokenResult;
  };
  readonly getStatus: {
    readonly input: GetStatusInput;
    readonly response: GetStatusResponse;
    readonly result: GetStatusResult;
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
        createToken: {
          operation: "createToken",
          method: "POST",
          path: "/token",
          schemas: schemasOfCreateToken,
          responses: [
            {
              status: "200",
              contentType: "application/x-www-form-urlencoded",
              schema: schemasOfCreateToken.responses["200"],
              examples: createToken.responses[200],
              write: formExample(encodeCreateTokenResponse),
            },
            {
              status: "4XX",
              contentType: "application/json",
              schema: schemasOfCreateToken.responses["4XX"],
              examples: createToken.responses["4XX"],
              others: [
                {
                  contentType: "application/x-www-form-urlencoded",
                  schema: schemasOfCreateToken.responses["4XX application/x-www-form-urlencoded"],
                  examples: createToken.responses["4XX application/x-www-form-urlencoded"],
                  write: formExample(encodeCreateTokenErrorForm),
                },
              ],
            },
          ],
        },
        getStatus: {
          operation: "getStatus",
          method: "GET",
          path: "/status",
          schemas: schemasOfGetStatus,
          responses: [
            {
              status: "200",
              contentType: "application/x-www-form-urlencoded",
              schema: schemasOfGetStatus.responses["200"],
              examples: getStatus.responses[200],
              write: formExample(encodeGetStatusResponse),
            },
          ],
        },
      },
    },
    options,
  );
}
