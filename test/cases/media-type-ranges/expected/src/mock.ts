import { getPet } from "./fixtures/get-pet.js";
import { putPicture } from "./fixtures/put-picture.js";
import { schemasOfAddPet } from "./json-schemas/operations/add-pet.js";
import { schemasOfGetPet } from "./json-schemas/operations/get-pet.js";
import { schemasOfPutPicture } from "./json-schemas/operations/put-picture.js";
import type { AddPetInput, AddPetResponse, AddPetResult } from "./operations/default/add-pet.js";
import type { GetPetInput, GetPetResponse, GetPetResult } from "./operations/default/get-pet.js";
import type { PutFileInput, PutFileResponse, PutFileResult } from "./operations/default/put-file.js";
import type { PutPictureInput, PutPictureResponse, PutPictureResult } from "./operations/default/put-picture.js";
import { decodeAddPetRequest } from "./requests/add-pet.js";
import { decodePutFileRequest } from "./requests/put-file.js";
import { decodePutPictureRequest } from "./requests/put-picture.js";
import { type MockOf, type MockOptions, makeMock } from "./runtime/mock-fetch.js";

export type { MockOptions };

/** The operations, by the names of their functions: what a handler gets, and what it may answer. */
export interface MockOperations {
  readonly getPet: { readonly input: GetPetInput; readonly response: GetPetResponse; readonly result: GetPetResult };
  readonly addPet: { readonly input: AddPetInput; readonly response: AddPetResponse; readonly result: AddPetResult };
  readonly putPicture: {
    readonly input: PutPictureInput;
    readonly response: PutPictureResponse;
    readonly result: PutPictureResult;
  };
  readonly putFile: {
    readonly input: PutFileInput;
    readonly response: PutFileResponse;
    readonly result: PutFileResult;
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
        getPet: {
          operation: "getPet",
          method: "GET",
          path: "/pets",
          schemas: schemasOfGetPet,
          responses: [
            {
              status: "200",
              contentType: "application/json",
              schema: schemasOfGetPet.responses["200"],
              examples: getPet.responses[200],
            },
            {
              status: "404",
              contentType: "text/plain",
              schema: schemasOfGetPet.responses["404"],
              examples: getPet.responses[404],
            },
            { status: "500", contentType: "application/json", examples: getPet.responses[500] },
          ],
        },
        addPet: {
          operation: "addPet",
          method: "POST",
          path: "/pets",
          contentType: "*\/*",
          decode: decodeAddPetRequest,
          schemas: schemasOfAddPet,
          responses: [{ status: "204" }],
        },
        putPicture: {
          operation: "putPicture",
          method: "PUT",
          path: "/pictures",
          contentType: ["application/json", "image/*"],
          decode: decodePutPictureRequest,
          schemas: schemasOfPutPicture,
          responses: [{ status: "200", contentType: "image/png", examples: putPicture.responses[200] }],
        },
        putFile: {
          operation: "putFile",
          method: "PUT",
          path: "/files",
          contentType: "*\/*",
          decode: decodePutFileRequest,
          responses: [{ status: "204" }],
        },
      },
    },
    options,
  );
}
