import type { Client, RequestOptions } from "../../client.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import { jsonText } from "../../runtime/json-text.js";
import { pathSegment } from "../../runtime/path-parameter.js";
import { uriText } from "../../runtime/uri-text.js";
import type { Pet } from "../../schemas/pet.js";
import type { ProblemSchema } from "../../schemas/problem.js";

/** Path parameters of `replacePet`. */
export interface ReplacePetPath {
  /** Format: `int32`, value: at least 1 */
  id: number;
}

/** Query parameters of `replacePet`. */
export interface ReplacePetQuery {
  /** @default false */
  "dry-run"?: boolean;
}

/** The body of `replacePet`. */
export type ReplacePetBody = Pet;

/** What `replacePet` is called with. */
export interface ReplacePetInput {
  readonly path: ReplacePetPath;
  readonly query?: ReplacePetQuery;
  /** The pet as it should be. */
  readonly body: ReplacePetBody;
}

/**
 * The 200 response of `replacePet`.
 *
 * The pet as it is.
 *
 * Headers:
 * - `ETag`
 */
export type ReplacePetResponse = Pet;

/**
 * The 404 response of `replacePet`.
 *
 * No such pet.
 */
export type ReplacePetError = ProblemSchema;

/** The outcome of `replacePet` as a value, by `ok` and `status`. */
export type ReplacePetResult =
  | Success<200, ReplacePetResponse, { ETag: string | null; etag: string | null }>
  | Failure<404, ReplacePetError>
  | Failure<Exclude<ErrorStatus, 404>, unknown>
  | NotSent;

/**
 * `PUT /pets/{id}`
 *
 * Input: `{ path: { id: number }; query?: { "dry-run"?: boolean }; body: Cat | { … } }`
 *
 * Data: `Cat | { … }`
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
      path: "/pets/{id}",
      security: [["login"]],
      contentType: "application/json",
      encode: () => {
        const query: ReplacePetQuery = input.query ?? {};
        let search = "";
        if (query["dry-run"] != null) search = search + "&dry-run=" + uriText(query["dry-run"], "dry-run");
        return {
          path: "/pets/" + pathSegment(uriText(input.path.id, "id"), "id"),
          query: search.slice(1),
          body: jsonText(input.body, "body"),
        };
      },
    },
    options,
  );
}
