import type { Client, RequestOptions } from "../../client.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import { bytesType, rawBody } from "../../runtime/raw-body.js";

/** The body of `putFile`, sent as it is: `*\/*`. */
export type PutFileBody = string | Blob | ArrayBuffer | ArrayBufferView | ReadableStream<Uint8Array>;

/** What `putFile` is called with. */
export interface PutFileInput {
  readonly body: PutFileBody;
}

/**
 * The 204 response of `putFile`.
 *
 * Stored.
 */
export type PutFileResponse = undefined;

/** The document describes no errors. */
export type PutFileError = unknown;

/** The outcome of `putFile` as a value, by `ok` and `status`. */
export type PutFileResult = Success<204, PutFileResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * `PUT /files`
 *
 * Input: `{ body: string | Blob | … }`
 */
export function putFile(
  client: Client,
  input: PutFileInput,
  options?: RequestOptions,
): ApiPromise<PutFileResponse, PutFileResult> {
  return client.send(
    {
      operation: "putFile",
      method: "PUT",
      path: "/files",
      success: [204],
      encode: () => ({
        contentType: bytesType(input.body),
        body: rawBody(input.body, "body"),
      }),
    },
    options,
  );
}
