import type { Client, RequestOptions } from "../../client.js";
import { uploadParts } from "../../forms/upload.js";
import type { ApiPromise, ErrorStatus, Failure, NotSent, Success } from "../../runtime/api-promise.js";
import { multipartBody } from "../../runtime/multipart-body.js";
import type { FileInput } from "../../runtime/multipart.js";

/** The body of `upload`. */
export interface UploadBody {
  folder: string;
  file: FileInput;
  pages?: FileInput[];
  tags?: string[];
  notes?: string[];
}

/** What `upload` is called with. */
export interface UploadInput {
  readonly body: UploadBody;
}

/**
 * The 204 response of `upload`.
 *
 * Stored.
 */
export type UploadResponse = undefined;

/** The document describes no errors. */
export type UploadError = unknown;

/** The outcome of `upload` as a value, by `ok` and `status`. */
export type UploadResult = Success<204, UploadResponse> | Failure<ErrorStatus, unknown> | NotSent;

/**
 * `POST /files`
 *
 * Input: `{ body: { folder: string; file: FileInput; pages?: FileInput[]; tags?: string[]; notes?: string[] } }`
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
