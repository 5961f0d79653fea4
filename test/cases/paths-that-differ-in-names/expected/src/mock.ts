import { decode_1stPetRequest } from "./requests/1st-pet.js";
import { decode_2ndPetRequest } from "./requests/2nd-pet.js";
import { decodeDeletePetsByIdRequest } from "./requests/delete-pets-by-id.js";
import { decodeDeletePetsByNameRequest } from "./requests/delete-pets-by-name.js";
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
          operation: "1stPet",
          method: "GET",
          path: "/pets/{id}",
          decode: decode_1stPetRequest,
          responses: [{ status: "204" }],
        },
        {
          operation: "deletePetsById",
          method: "DELETE",
          path: "/pets/{id}",
          decode: decodeDeletePetsByIdRequest,
          responses: [{ status: "204" }],
        },
        {
          operation: "2ndPet",
          method: "GET",
          path: "/pets/{name}",
          decode: decode_2ndPetRequest,
          responses: [{ status: "204" }],
        },
        {
          operation: "deletePetsByName",
          method: "DELETE",
          path: "/pets/{name}",
          decode: decodeDeletePetsByNameRequest,
          responses: [{ status: "204" }],
        },
      ],
    },
    options,
  );
}
