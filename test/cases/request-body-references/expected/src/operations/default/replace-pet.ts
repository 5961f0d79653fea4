import type { Client, RequestOptions } from "../../client.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import { jsonText } from "../../runtime/json-text.js";
import type { Pet } from "../../schemas/pet.js";

/** The body of `replacePet`. */
export type ReplacePetBody = Pet;

/** What `replacePet` is called with. */
export interface ReplacePetInput {
  /** The new pet. */
  readonly body: ReplacePetBody;
}

/**
 * The 204 response of `replacePet`.
 *
 * Done.
 */
export type ReplacePetResponse = undefined;

/** The document describes no errors. */
export type ReplacePetError = unknown;

/** The outcome of `replacePet` as a value, by `ok` and `status`. */
export type ReplacePetResult = Success<204, ReplacePetResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * `PUT /pets`
 *
 * Input: `{ body: { name: string } }`
 */
export function replacePet(
  client: Client,
  input: ReplacePetInput,
  options?: RequestOptions,
): ApiPromise<ReplacePetResponse, ReplacePetResult> {
  return client.send(
    {
      operation: "replacePet",
      method: "PUT",
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
