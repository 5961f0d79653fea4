import type { Client, RequestOptions } from "../../client.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import { jsonText } from "../../runtime/json-text.js";
import { readBody } from "../../runtime/read-body.js";
import type { Pet } from "../../schemas/pet.js";

/** The body of `addPet`. */
export type AddPetBody = Pet;

/** What `addPet` is called with. */
export interface AddPetInput {
  readonly contentType?: "application/json" | "text/json";
  readonly body: AddPetBody;
}

/** The 200 response of `addPet` as `application/json` or `text/json`. */
export type AddPetResponseJson = Pet;

/**
 * The 200 response of `addPet`.
 *
 * Added.
 */
export type AddPetResponse = AddPetResponseJson | string;

/** The document describes no errors. */
export type AddPetError = unknown;

/** The outcome of `addPet` as a value, by `ok` and `status`. */
export type AddPetResult = Success<200, AddPetResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * `POST /pets`
 *
 * Input: `{ body: { name: string } }`
 *
 * Data: `{ name: string } | string`
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
      accept: "application/json, text/json;q=0.9, text/plain;q=0.8",
      contentType: "application/json",
      read: readBody,
      encode: () => ({
        contentType: input.contentType,
        body: jsonText(input.body, "body"),
      }),
    },
    options,
  );
}
