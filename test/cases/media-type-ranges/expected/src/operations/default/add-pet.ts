import type { Client, RequestOptions } from "../../client.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import { jsonText } from "../../runtime/json-text.js";
import type { Pet } from "../../schemas/pet.js";

/** The body of `addPet`. */
export type AddPetBody = Pet;

/** What `addPet` is called with. */
export interface AddPetInput {
  readonly body: AddPetBody;
}

/**
 * The 204 response of `addPet`.
 *
 * Added.
 */
export type AddPetResponse = undefined;

/** The document describes no errors. */
export type AddPetError = unknown;

/** The outcome of `addPet` as a value, by `ok` and `status`. */
export type AddPetResult = Success<204, AddPetResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * `POST /pets`
 *
 * Input: `{ body: { name: string } }`
 */
export function addPet(
  client: Client,
  input: AddPetInput,
  options?: RequestOptions,
): ApiPromise<AddPetResponse, AddPetResult> {
  return client.send(
    {
      operation: "addPet",
      method: "POST",
      path: "/pets",
      contentType: "application/json",
      success: [204],
      encode: () => ({
        body: jsonText(input.body, "body"),
      }),
    },
    options,
  );
}
