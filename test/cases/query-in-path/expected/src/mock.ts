import { getRestMethodPhotosGetIdById } from "./fixtures/get-rest-method-photos-get-id-by-id.js";
import { getRestMethodPhotosList } from "./fixtures/get-rest-method-photos-list.js";
import { schemasOfGetRestMethodPhotosGetIdById } from "./json-schemas/operations/get-rest-method-photos-get-id-by-id.js";
import { schemasOfGetRestMethodPhotosList } from "./json-schemas/operations/get-rest-method-photos-list.js";
import { schemasOfPostUploadUrl } from "./json-schemas/operations/post-upload-url.js";
import type {
  GetRestMethodPhotosGetIdByIdInput,
  GetRestMethodPhotosGetIdByIdResponse,
  GetRestMethodPhotosGetIdByIdResult,
} from "./operations/default/get-rest-method-photos-get-id-by-id.js";
import type {
  GetRestMethodPhotosListInput,
  GetRestMethodPhotosListResponse,
  GetRestMethodPhotosListResult,
} from "./operations/default/get-rest-method-photos-list.js";
import type {
  PostUploadStreamInput,
  PostUploadStreamResponse,
  PostUploadStreamResult,
} from "./operations/default/post-upload-stream.js";
import type {
  PostUploadUrlInput,
  PostUploadUrlResponse,
  PostUploadUrlResult,
} from "./operations/default/post-upload-url.js";
import { decodeGetRestMethodPhotosGetIdByIdRequest } from "./requests/get-rest-method-photos-get-id-by-id.js";
import { decodeGetRestMethodPhotosListRequest } from "./requests/get-rest-method-photos-list.js";
import { decodePostUploadStreamRequest } from "./requests/post-upload-stream.js";
import { decodePostUploadUrlRequest } from "./requests/post-upload-url.js";
import { type MockOf, type MockOptions, makeMock } from "./runtime/mock-fetch.js";

export type { MockOptions };

/** The operations, by the names of their functions: what a handler gets, and what it may answer. */
export interface MockOperations {
  readonly getRestMethodPhotosList: {
    readonly input: GetRestMethodPhotosListInput;
    readonly response: GetRestMethodPhotosListResponse;
    readonly result: GetRestMethodPhotosListResult;
  };
  readonly getRestMethodPhotosGetIdById: {
    readonly input: GetRestMethodPhotosGetIdByIdInput;
    readonly response: GetRestMethodPhotosGetIdByIdResponse;
    readonly result: GetRestMethodPhotosGetIdByIdResult;
  };
  readonly postUploadStream: {
    readonly input: PostUploadStreamInput;
    readonly response: PostUploadStreamResponse;
    readonly result: PostUploadStreamResult;
  };
  readonly postUploadUrl: {
    readonly input: PostUploadUrlInput;
    readonly response: PostUploadUrlResponse;
    readonly result: PostUploadUrlResult;
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
        getRestMethodPhotosList: {
          operation: "getRestMethodPhotosList",
          method: "GET",
          path: "/rest?method=photos.list",
          decode: decodeGetRestMethodPhotosListRequest,
          schemas: schemasOfGetRestMethodPhotosList,
          responses: [
            {
              status: "200",
              contentType: "application/json",
              schema: schemasOfGetRestMethodPhotosList.responses["200"],
              examples: getRestMethodPhotosList.responses[200],
            },
          ],
        },
        getRestMethodPhotosGetIdById: {
          operation: "getRestMethodPhotosGetIdById",
          method: "GET",
          path: "/rest?method=photos.get&id={id}",
          decode: decodeGetRestMethodPhotosGetIdByIdRequest,
          schemas: schemasOfGetRestMethodPhotosGetIdById,
          responses: [
            {
              status: "200",
              contentType: "application/json",
              schema: schemasOfGetRestMethodPhotosGetIdById.responses["200"],
              examples: getRestMethodPhotosGetIdById.responses[200],
            },
          ],
        },
        postUploadStream: {
          operation: "postUploadStream",
          method: "POST",
          path: "/upload",
          contentType: "application/octet-stream",
          decode: decodePostUploadStreamRequest,
          responses: [{ status: "204" }],
        },
        postUploadUrl: {
          operation: "postUploadUrl",
          method: "POST",
          path: "/upload",
          contentType: "application/json",
          decode: decodePostUploadUrlRequest,
          schemas: schemasOfPostUploadUrl,
          responses: [{ status: "204" }],
        },
      },
    },
    options,
  );
}
