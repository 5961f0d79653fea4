import type { Client, RequestOptions } from "../../client.js";
import { uploadParts } from "../../forms/upload.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import { multipartBody } from "../../runtime/multipart-body.js";
import type { FileInput } from "../../runtime/multipart.js";

/** The body of `upload`. */
export interface UploadBody {
  /** The picture. */
  image: FileInput;
  attachments?: FileInput[];
  about?: {
    title?: string;
  };
  labels?: string[];
  /** Format: `date` */
  taken?: string;
  note?: string;
}

/** What `upload` is called with. */
export interface UploadInput {
  readonly body: UploadBody;
}

/**
 * The 204 response of `upload`.
 *
 * Done.
 */
export type UploadResponse = undefined;

/** The document describes no errors. */
export type UploadError = unknown;

/** The outcome of `upload` as a value, by `ok` and `status`. */
export type UploadResult = Success<204, UploadResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * `POST /files`
 *
 * Input: `{ body: { image: FileInput; attachments?: FileInput[]; about?: { … }; labels?: string[]; taken?: string; note?: string } }`
 */
export function upload(
  client: Client,
  input: UploadInput,
  options?: RequestOptions,
): ApiPromise<UploadResponse, UploadResult> {
  return client.send(
    {
      operation: "upload",
      method: "POST",
      path: "/files",
      success: [204],
      encode: () => ({
        ...multipartBody(uploadParts(input.body)),
      }),
    },
    options,
  );
}
