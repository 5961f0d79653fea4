import type { Client, RequestOptions } from "../../client.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import { pathSegment } from "../../runtime/path-parameter.js";
import { readBody } from "../../runtime/read-body.js";
import { uriText } from "../../runtime/uri-text.js";
import type { ProblemSchema } from "../../schemas/problem.js";

/** Path parameters of `printPet`. */
export interface PrintPetPath {
  /** Format: `int32`, value: at least 1 */
  id: number;
}

/** What `printPet` is called with. */
export interface PrintPetInput {
  readonly path: PrintPetPath;
}

/**
 * The 200 response of `printPet`.
 *
 * A sheet of paper.
 */
export type PrintPetResponse = Blob;

/**
 * The 404 response of `printPet`.
 *
 * No such pet.
 */
export type PrintPetError = ProblemSchema;

/** The outcome of `printPet` as a value, by `ok` and `status`. */
export type PrintPetResult =
  Success<200, PrintPetResponse> | Failure<404, PrintPetError> | Failure<Exclude<ErrorStatus, 404>, unknown> | NotSent;

/**
 * `GET /pets/{id}`
 *
 * Input: `{ path: { id: number } }`
 *
 * Data: `Blob`
 */
export function printPet(
  client: Client,
  input: PrintPetInput,
  options?: RequestOptions,
): ApiPromise<PrintPetResponse, PrintPetResult> {
  return client.send(
    {
      operation: "printPet",
      method: "GET",
      path: "/pets/{id}",
      security: [["token"]],
      accept: "application/pdf, application/json;q=0.9",
      read: readBody,
      encode: () => ({
        path: "/pets/" + pathSegment(uriText(input.path.id, "id"), "id"),
      }),
    },
    options,
  );
}
