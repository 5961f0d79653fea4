import type { Client, RequestOptions } from "../../client.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import { rawBody } from "../../runtime/raw-body.js";

/** The body of `putPicture`, sent as it is: `image/png` or `image/jpeg`. */
export type PutPictureBody = string | Blob | ArrayBuffer | ArrayBufferView | ReadableStream<Uint8Array>;

/** What `putPicture` is called with. */
export interface PutPictureInput {
  readonly contentType?: "image/png" | "image/jpeg";
  readonly body: PutPictureBody;
}

/**
 * The 204 response of `putPicture`.
 *
 * Stored.
 */
export type PutPictureResponse = undefined;

/** The document describes no errors. */
export type PutPictureError = unknown;

/** The outcome of `putPicture` as a value, by `ok` and `status`. */
export type PutPictureResult = Success<204, PutPictureResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * `PUT /picture`
 *
 * Input: `{ body: string | Blob | … }`
 */
export function putPicture(
  client: Client,
  input: PutPictureInput,
  options?: RequestOptions,
): ApiPromise<PutPictureResponse, PutPictureResult> {
  return client.send(
    {
      operation: "putPicture",
      method: "PUT",
      path: "/picture",
      contentType: "image/png",
      success: [204],
      encode: () => ({
        contentType: input.contentType,
        body: rawBody(input.body, "body"),
      }),
    },
    options,
  );
}
