import type { _1stPetInput, _1stPetResponse, _1stPetResult } from "./operations/default/1st-pet.js";
import type { _2ndPetInput, _2ndPetResponse, _2ndPetResult } from "./operations/default/2nd-pet.js";
import type {
  DeletePetsByIdInput,
  DeletePetsByIdResponse,
  DeletePetsByIdResult,
} from "./operations/default/delete-pets-by-id.js";
import type {
  DeletePetsByNameInput,
  DeletePetsByNameResponse,
  DeletePetsByNameResult,
} from "./operations/default/delete-pets-by-name.js";
import { decode_1stPetRequest } from "./requests/1st-pet.js";
import { decode_2ndPetRequest } from "./requests/2nd-pet.js";
import { decodeDeletePetsByIdRequest } from "./requests/delete-pets-by-id.js";
import { decodeDeletePetsByNameRequest } from "./requests/delete-pets-by-name.js";
import { type MockOf, type MockOptions, makeMock } from "./runtime/mock-fetch.js";

export type { MockOptions };

/** The operations, by the names of their functions: what a handler gets, and what it may answer. */
export interface MockOperations {
  readonly _1stPet: {
    readonly input: _1stPetInput;
    readonly response: _1stPetResponse;
    readonly result: _1stPetResult;
  };
  readonly deletePetsById: {
    readonly input: DeletePetsByIdInput;
    readonly response: DeletePetsByIdResponse;
    readonly result: DeletePetsByIdResult;
  };
  readonly _2ndPet: {
    readonly input: _2ndPetInput;
    readonly response: _2ndPetResponse;
    readonly result: _2ndPetResult;
  };
  readonly deletePetsByName: {
    readonly input: DeletePetsByNameInput;
    readonly response: DeletePetsByNameResponse;
    readonly result: DeletePetsByNameResult;
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
        _1stPet: {
          operation: "1stPet",
          method: "GET",
          path: "/pets/{id}",
          decode: decode_1stPetRequest,
          responses: [{ status: "204" }],
        },
        deletePetsById: {
          operation: "deletePetsById",
          method: "DELETE",
          path: "/pets/{id}",
          decode: decodeDeletePetsByIdRequest,
          responses: [{ status: "204" }],
        },
        _2ndPet: {
          operation: "2ndPet",
          method: "GET",
          path: "/pets/{name}",
          decode: decode_2ndPetRequest,
          responses: [{ status: "204" }],
        },
        deletePetsByName: {
          operation: "deletePetsByName",
          method: "DELETE",
          path: "/pets/{name}",
          decode: decodeDeletePetsByNameRequest,
          responses: [{ status: "204" }],
        },
      },
    },
    options,
  );
}
