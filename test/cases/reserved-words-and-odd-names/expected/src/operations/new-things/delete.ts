import type { Client, RequestOptions } from "../../client.js";
import { encodeDeleteForm } from "../../forms/delete.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import { pathSegment } from "../../runtime/path-parameter.js";
import { uriText } from "../../runtime/uri-text.js";

/** Path parameters of `delete_`. */
export interface DeletePath {
  class: string;
}

/** The body of `delete_`. */
export interface DeleteBody {
  200?: number;
  constructor: string;
  __proto__: string;
  "na-me": string;
  ""?: string;
  naïve?: string;
}

/** What `delete_` is called with. */
export interface DeleteInput {
  readonly path: DeletePath;
  readonly body: DeleteBody;
}

/**
 * The 200 response of `delete_`.
 *
 * Done.
 *
 * Inferred from the example of the 200 response, seen once: the document has no schema for it.
 */
export interface DeleteResponse {
  404: unknown;
  __proto__: number;
  constructor: {
    toString: string;
  };
  "a b": boolean;
}

/** The document describes no errors. */
export type DeleteError = unknown;

/** The outcome of `delete_` as a value, by `ok` and `status`. */
export type DeleteResult = Success<200, DeleteResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * `POST /things/{class}`
 *
 * Input: `{ path: { class: string }; body: { constructor: string; __proto__: string; "na-me": string; "200"?: number; ""?: string; "naïve"?: string } }`
 *
 * Data: `{ "404": unknown; __proto__: number; constructor: { … }; "a b": boolean }`
 */
export function delete_(
  client: Client,
  input: DeleteInput,
  options?: RequestOptions,
): ApiPromise<DeleteResponse, DeleteResult> {
  return client.send(
    {
      operation: "delete",
      method: "POST",
      path: "/things/{class}",
      contentType: "application/x-www-form-urlencoded",
      encode: () => ({
        path: "/things/" + pathSegment(uriText(input.path.class, "class"), "class"),
        body: encodeDeleteForm(input.body),
      }),
    },
    options,
  );
}
