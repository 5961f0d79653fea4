import { getPlain } from "./fixtures/get-plain.js";
import { savePost } from "./fixtures/save-post.js";
import { tail } from "./fixtures/tail.js";
import { schemasOfGetPlain } from "./json-schemas/operations/get-plain.js";
import { schemasOfSavePost } from "./json-schemas/operations/save-post.js";
import { schemasOfTail } from "./json-schemas/operations/tail.js";
import type { GetPlainInput, GetPlainResponse, GetPlainResult } from "./operations/default/get-plain.js";
import type { SavePostInput, SavePostResponse, SavePostResult } from "./operations/default/save-post.js";
import type { TailInput, TailResponse, TailResponseItem, TailResult } from "./operations/default/tail.js";
import { decodeSavePostRequest } from "./requests/save-post.js";
import { decodeTailRequest } from "./requests/tail.js";
import { int64Answer } from "./runtime/int64-answer.js";
import { type MockOf, type MockOptions, makeMock } from "./runtime/mock-fetch.js";
import { shapeOfPost } from "./shapes/post.js";
import { shapeOfProblemSchema } from "./shapes/problem.js";

export type { MockOptions };

/** The operations, by the names of their functions: what a handler gets, and what it may answer. */
export interface MockOperations {
  readonly savePost: {
    readonly input: SavePostInput;
    readonly response: SavePostResponse;
    readonly result: SavePostResult;
  };
  readonly tail: {
    readonly input: TailInput;
    readonly response: TailResponse;
    readonly result: TailResult;
    readonly item: TailResponseItem;
  };
  readonly getPlain: {
    readonly input: GetPlainInput;
    readonly response: GetPlainResponse;
    readonly result: GetPlainResult;
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
        savePost: {
          operation: "savePost",
          method: "PUT",
          path: "/posts/{id}",
          contentType: "application/json",
          decode: decodeSavePostRequest,
          schemas: schemasOfSavePost,
          responses: [
            {
              status: "200",
              contentType: "application/json",
              schema: schemasOfSavePost.responses["200"],
              examples: savePost.responses[200],
              write: int64Answer(shapeOfPost),
            },
            {
              status: "4XX",
              contentType: "application/json",
              schema: schemasOfSavePost.responses["4XX"],
              examples: savePost.responses["4XX"],
              write: int64Answer(shapeOfProblemSchema),
            },
          ],
        },
        tail: {
          operation: "tail",
          method: "POST",
          path: "/log",
          contentType: "application/x-www-form-urlencoded",
          decode: decodeTailRequest,
          schemas: schemasOfTail,
          responses: [
            {
              status: "200",
              contentType: "application/x-ndjson",
              schema: schemasOfTail.responses["200"],
              examples: tail.responses[200],
              write: int64Answer(shapeOfProblemSchema),
            },
          ],
        },
        getPlain: {
          operation: "getPlain",
          method: "GET",
          path: "/plain",
          schemas: schemasOfGetPlain,
          responses: [
            {
              status: "200",
              contentType: "application/json",
              schema: schemasOfGetPlain.responses["200"],
              examples: getPlain.responses[200],
            },
          ],
        },
      },
    },
    options,
  );
}
