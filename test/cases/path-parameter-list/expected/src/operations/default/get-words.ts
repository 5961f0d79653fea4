import type { Client, RequestOptions } from "../../client.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import { pathParameter, pathSegment } from "../../runtime/path-parameter.js";

/** Path parameters of `getWords`. */
export interface GetWordsPath {
  words: string[];
}

/** What `getWords` is called with. */
export interface GetWordsInput {
  readonly path: GetWordsPath;
}

/**
 * The 204 response of `getWords`.
 *
 * None.
 */
export type GetWordsResponse = undefined;

/** The document describes no errors. */
export type GetWordsError = unknown;

/** The outcome of `getWords` as a value, by `ok` and `status`. */
export type GetWordsResult = Success<204, GetWordsResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * `GET /words/{words}`
 *
 * Input: `{ path: { words: string[] } }`
 */
export function getWords(
  client: Client,
  input: GetWordsInput,
  options?: RequestOptions,
): ApiPromise<GetWordsResponse, GetWordsResult> {
  return client.send(
    {
      operation: "getWords",
      method: "GET",
      path: "/words/{words}",
      success: [204],
      encode: () => ({
        path: "/words/" + pathSegment(pathParameter("words", input.path.words, "simple", false), "words"),
      }),
    },
    options,
  );
}
