import type { Client, RequestOptions } from "../../client.js";
import { encodePostAForm } from "../../forms/post-a.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";

/** The body of `postA`. */
export interface PostABody {
  title: string;
}

/** What `postA` is called with. */
export interface PostAInput {
  readonly body: PostABody;
}

/**
 * The 204 response of `postA`.
 *
 * Done.
 */
export type PostAResponse = undefined;

/** The document describes no errors. */
export type PostAError = unknown;

/** The outcome of `postA` as a value, by `ok` and `status`. */
export type PostAResult = Success<204, PostAResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * `POST /a`
 *
 * Input: `{ body: { title: string } }`
 */
export function postA(
  client: Client,
  input: PostAInput,
  options?: RequestOptions,
): ApiPromise<PostAResponse, PostAResult> {
  return client.send(
    {
      operation: "postA",
      method: "POST",
      path: "/a",
      contentType: "application/x-www-form-urlencoded",
      success: [204],
      encode: () => ({
        body: encodePostAForm(input.body),
      }),
    },
    options,
  );
}
