import { listPets } from "./fixtures/list-pets.js";
import { schemasOfCreatePet } from "./json-schemas/operations/create-pet.js";
import { schemasOfListPets } from "./json-schemas/operations/list-pets.js";
import type { CreatePetInput, CreatePetResponse, CreatePetResult } from "./operations/default/create-pet.js";
import type { ListPetsInput, ListPetsResponse, ListPetsResult } from "./operations/default/list-pets.js";
import { decodeCreatePetRequest } from "./requests/create-pet.js";
import { decodeListPetsRequest } from "./requests/list-pets.js";
import { type MockOf, type MockOptions, makeMock } from "./runtime/mock-fetch.js";

export type { MockOptions };

/** The operations, by the names of their functions: what a handler gets, and what it may answer. */
export interface MockOperations {
  readonly listPets: {
    readonly input: ListPetsInput;
    readonly response: ListPetsResponse;
    readonly result: ListPetsResult;
  };
  readonly createPet: {
    readonly input: CreatePetInput;
    readonly response: CreatePetResponse;
    readonly result: CreatePetResult;
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
      schemes: {
        token: [{ in: "header", name: "authorization", scheme: "Bearer" }],
      },
      operations: {
        listPets: {
          operation: "list-pets",
          method: "GET",
          path: "/pets",
          security: [["token"], []],
          decode: decodeListPetsRequest,
          schemas: schemasOfListPets,
          responses: [
            {
              status: "200",
              contentType: "application/json",
              schema: schemasOfListPets.responses["200"],
              examples: listPets.responses[200],
            },
          ],
        },
        createPet: {
          operation: "createPet",
          method: "POST",
          path: "/pets",
          contentType: "application/json",
          decode: decodeCreatePetRequest,
          schemas: schemasOfCreatePet,
          responses: [{ status: "204" }],
        },
      },
    },
    options,
  );
}
