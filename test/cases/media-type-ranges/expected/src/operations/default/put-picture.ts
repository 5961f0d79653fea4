import type { Client, RequestOptions } from "../../client.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import { jsonText } from "../../runtime/json-text.js";
import { bytesType, rawBody } from "../../runtime/raw-body.js";
import { readBody } from "../../runtime/read-body.js";

/** The body of `putPicture`. */
export interface PutPictureBody {
  url?: string;
}

/** The body of `putPicture`, sent as it is: `image/*`. */
export type PutPictureBodyBinary = string | Blob | ArrayBuffer | ArrayBufferView | ReadableStream<Uint8Array>;

/** What `putPicture` is called with. */
export type PutPictureInput =
  | {
      readonly contentType?: "application/json";
      readonly body: PutPictureBody;
    }
  | {
      readonly contentType: "image/*";
      readonly body: PutPictureBodyBinary;
    };

/**
 * The 200 response of `putPicture`.
 *
 * Stored.
 */
export type PutPictureResponse = Blob;

/** The document describes no errors. */
export type PutPictureError = unknown;

/** The outcome of `putPicture` as a value, by `ok` and `status`. */
export type PutPictureResult = Success<200, PutPictureResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * `PUT /pictures`
 *
 * Input: `{ body: { url?: string } }`
 *
 * Data: `Blob`
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
      path: "/pictures",
      accept: "image/*",
      contentType: "application/json",
      read: readBody,
      encode: () => ({
        ...(input.contentType === "image/*"
          ? { contentType: bytesType(input.body), body: rawBody(input.body, "body") }
          : { contentType: input.contentType, body: jsonText(input.body, "body") }),
      }),
    },
    options,
  );
}
