import { getRestMethodPhotosGetIdById } from "./fixtures/get-rest-method-photos-get-id-by-id.js";
import { getRestMethodPhotosList } from "./fixtures/get-rest-method-photos-list.js";
import { decodeGetRestMethodPhotosGetIdByIdRequest } from "./requests/get-rest-method-photos-get-id-by-id.js";
import { decodeGetRestMethodPhotosListRequest } from "./requests/get-rest-method-photos-list.js";
import { decodePostUploadStreamRequest } from "./requests/post-upload-stream.js";
import { decodePostUploadUrlRequest } from "./requests/post-upload-url.js";
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
          operation: "getRestMethodPhotosList",
          method: "GET",
          path: "/rest?method=photos.list",
          decode: decodeGetRestMethodPhotosListRequest,
          responses: [
            { status: "200", contentType: "application/json", examples: getRestMethodPhotosList.responses[200] },
          ],
        },
        {
          operation: "getRestMethodPhotosGetIdById",
          method: "GET",
          path: "/rest?method=photos.get&id={id}",
          decode: decodeGetRestMethodPhotosGetIdByIdRequest,
          responses: [
            { status: "200", contentType: "application/json", examples: getRestMethodPhotosGetIdById.responses[200] },
          ],
        },
        {
          operation: "postUploadStream",
          method: "POST",
          path: "/upload",
          contentType: "application/octet-stream",
          decode: decodePostUploadStreamRequest,
          responses: [{ status: "204" }],
        },
        {
          operation: "postUploadUrl",
          method: "POST",
          path: "/upload",
          contentType: "application/json",
          decode: decodePostUploadUrlRequest,
          responses: [{ status: "204" }],
        },
      ],
    },
    options,
  );
}
