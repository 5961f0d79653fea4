import { getPlain } from "./fixtures/get-plain.js";
import { savePost } from "./fixtures/save-post.js";
import { tail } from "./fixtures/tail.js";
import { int64OfPost } from "./int64/post.js";
import { int64OfProblemSchema } from "./int64/problem.js";
import { decodeSavePostRequest } from "./requests/save-post.js";
import { decodeTailRequest } from "./requests/tail.js";
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
          operation: "savePost",
          method: "PUT",
          path: "/posts/{id}",
          contentType: "application/json",
          decode: decodeSavePostRequest,
          responses: [
            {
              status: "200",
              contentType: "application/json",
              examples: savePost.responses[200],
              write: int64Answer(int64OfPost),
            },
            {
              status: "4XX",
              contentType: "application/json",
              examples: savePost.responses["4XX"],
              write: int64Answer(int64OfProblemSchema),
            },
          ],
        },
        {
          operation: "tail",
          method: "POST",
          path: "/log",
          contentType: "application/x-www-form-urlencoded",
          decode: decodeTailRequest,
          responses: [
            {
              status: "200",
              contentType: "application/x-ndjson",
              examples: tail.responses[200],
              write: int64Answer(int64OfProblemSchema),
            },
          ],
        },
        {
          operation: "getPlain",
          method: "GET",
          path: "/plain",
          responses: [{ status: "200", contentType: "application/json", examples: getPlain.responses[200] }],
        },
      ],
    },
    options,
  );
}
