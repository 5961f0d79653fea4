import type { Client, RequestOptions } from "../../client.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import { jsonText } from "../../runtime/json-text.js";
import { pathSegment } from "../../runtime/path-parameter.js";
import { uriText } from "../../runtime/uri-text.js";
import type { Pet } from "../../schemas/pet.js";

/** Path parameters of `changePet`. */
export interface ChangePetPath {
  id: string;
}

/** The body of `changePet`. */
export type ChangePetBody = {
  op?: string;
}[];

/** The body of `changePet` as `application/merge-patch+json`. */
export type ChangePetBodyMergePatchJson = Pet;

/** What `changePet` is called with. */
export type ChangePetInput =
  | {
      readonly path: ChangePetPath;
      readonly contentType?: "application/json-patch+json";
      readonly body: ChangePetBody;
    }
  | {
      readonly path: ChangePetPath;
      readonly contentType: "application/merge-patch+json";
      readonly body: ChangePetBodyMergePatchJson;
    };

/** The 200 response of `changePet` as `application/json`. */
export type ChangePetResponseJson = Pet;

/** The 200 response of `changePet` as `application/vnd.pets.v2+json`. */
export interface ChangePetResponseVndPetsV2Json {
  pet: Pet;
}

/**
 * The 200 response of `changePet`.
 *
 * Changed.
 */
export type ChangePetResponse = ChangePetResponseJson | ChangePetResponseVndPetsV2Json;

/** The document describes no errors. */
export type ChangePetError = unknown;

/** The outcome of `changePet` as a value, by `ok` and `status`. */
export type ChangePetResult = Success<200, ChangePetResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * `PATCH /pets/{id}`
 *
 * Input: `{ path: { id: string }; body: { … }[] }`
 *
 * Data: `{ name: string } | { pet: Pet }`
 */
export function changePet(
  client: Client,
  input: ChangePetInput,
  options?: RequestOptions,
): ApiPromise<ChangePetResponse, ChangePetResult> {
  return client.send(
    {
      operation: "changePet",
      method: "PATCH",
      path: "/pets/{id}",
      accept: "application/json, application/vnd.pets.v2+json;q=0.9",
      contentType: "application/json-patch+json",
      encode: () => ({
        path: "/pets/" + pathSegment(uriText(input.path.id, "id"), "id"),
        contentType: input.contentType,
        body: jsonText(input.body, "body"),
      }),
    },
    options,
  );
}
