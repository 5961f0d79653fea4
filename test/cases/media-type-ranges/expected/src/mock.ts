import { getPet } from "./fixtures/get-pet.js";
import { putPicture } from "./fixtures/put-picture.js";
import { decodeAddPetRequest } from "./requests/add-pet.js";
import { decodePutFileRequest } from "./requests/put-file.js";
import { decodePutPictureRequest } from "./requests/put-picture.js";
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
          operation: "getPet",
          method: "GET",
          path: "/pets",
          responses: [
            { status: "200", contentType: "application/json", examples: getPet.responses[200] },
            { status: "404", contentType: "text/plain", examples: getPet.responses[404] },
            { status: "500", contentType: "application/json", examples: getPet.responses[500] },
          ],
        },
        {
          operation: "addPet",
          method: "POST",
          path: "/pets",
          contentType: "*\/*",
          decode: decodeAddPetRequest,
          responses: [{ status: "204" }],
        },
        {
          operation: "putPicture",
          method: "PUT",
          path: "/pictures",
          contentType: ["application/json", "image/*"],
          decode: decodePutPictureRequest,
          responses: [{ status: "200", contentType: "image/png", examples: putPicture.responses[200] }],
        },
        {
          operation: "putFile",
          method: "PUT",
          path: "/files",
          contentType: "*\/*",
          decode: decodePutFileRequest,
          responses: [{ status: "204" }],
        },
      ],
    },
    options,
  );
}
